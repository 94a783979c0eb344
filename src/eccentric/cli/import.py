"""``eccentric import``: brings another app's log into your journal."""  # noqa: N999 (named after its command)

from __future__ import annotations

from pathlib import Path

import click

from eccentric.journal.formats.read import read_log_file
from eccentric.journal.formats.say import summary_lines
from eccentric.journal.journal import Journal
from eccentric.journal.merge import merge
from eccentric.journal.store import only_writer, read_journal, write_journal, write_text


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--journal", "target", type=click.Path(path_type=Path), default=Path("journal.json"), show_default=True, help="Your journal.")
@click.option("--update", is_flag=True, help="Where the file and the journal differ about a set, take the file's.")
@click.option("--json", "summary_to", type=click.Path(allow_dash=True), help="Write the summary as JSON; - is standard output.")
def command(file: Path, target: Path, update: bool, summary_to: str | None) -> None:
    """Add the log in FILE to your journal.

    FILE is an export of Strong, Hevy, FitNotes or wger, a FIT activity, a plan (what plan --json prints) or another
    journal; which one is told from its content. Importing the same file again changes nothing. Every row that makes no
    set is listed with its line and reason.

    \b
    Example:
      eccentric import hevy.csv --journal journal.json
    """
    imported = read_log_file(file)
    if summary_to and summary_to != "-":
        write_text(summary_to, imported.summary.model_dump_json() + "\n")
    with only_writer(target):
        mine = read_journal(target) if target.exists() else Journal()
        merged = merge(mine, imported.journal, prefer_theirs=update)
        if merged.journal != mine or not target.exists():
            write_journal(target, merged.journal)
    if summary_to == "-":
        click.echo(imported.summary.model_dump_json())
        return
    for line in summary_lines(imported.summary):
        click.echo(line)
    planned = len(merged.journal.planned) - len(mine.planned)
    more = f", planned sessions {planned:,}" if planned else ""
    click.echo(f"New in {target}: sessions {merged.new_sessions:,}, sets {merged.new_sets:,}{more}.")
    if merged.differing:
        took = "Took the file's." if update else "Kept the journal's; --update takes the file's."
        click.echo(f"Records that differ: {len(merged.differing):,}. {took}")
