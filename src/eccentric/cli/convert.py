"""``eccentric convert``: turns a log of one format into another."""

from __future__ import annotations

from pathlib import Path

import click

from eccentric.journal.formats.read import read_log_file
from eccentric.journal.formats.say import summary_lines
from eccentric.journal.formats.write import FORMATS, format_of, written
from eccentric.journal.store import write_bytes, write_text


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--to", "to", type=click.Choice(FORMATS), help="The format of OUT, when its name does not say it.")
@click.option("--json", "summary_to", type=click.Path(allow_dash=True), help="Write the summary as JSON; - is standard output.")
def command(source: Path, target: Path, to: str | None, summary_to: str | None) -> None:
    """Read the log IN and write it to OUT, in the format that OUT's name asks for.

    Reads Strong, Hevy, FitNotes, wger, FIT and journals. Writes .json (a journal, nothing lost), .csv (as Hevy writes it),
    .parquet, .fit (the last session), .ics, .pdf and .fhir.json.

    \b
    Example:
      eccentric convert strong.csv journal.json
    """
    form = to or format_of(target)
    imported = read_log_file(source)
    write_bytes(target, written(imported.journal, form))
    if summary_to:
        write_text(summary_to, imported.summary.model_dump_json() + "\n")
    if summary_to != "-":
        for line in summary_lines(imported.summary):
            click.echo(line)
        click.echo(f"Wrote {target}.")
