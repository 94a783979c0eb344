"""``eccentric progress``: how training goes, in the terminal or as one page for a clinician."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from eccentric.journal.formats.pdf import svg_pdf
from eccentric.journal.formats.read import read_log_file
from eccentric.journal.metrics.overview import overview
from eccentric.journal.period import DEFAULT_WEEKS, period_of
from eccentric.journal.report.page import draw_page
from eccentric.journal.report.terminal import progress_lines
from eccentric.journal.store import write_bytes, write_text
from eccentric.terms.errors import bad_input


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--svg", type=click.Path(path_type=Path), help="Write the clinician's page as SVG.")
@click.option("--pdf", type=click.Path(path_type=Path), help="Write the clinician's page as PDF.")
@click.option("--json", "json_to", type=click.Path(allow_dash=True), help="Write every metric as JSON; - is standard output.")
@click.option("--weeks", type=click.IntRange(1, 520), default=DEFAULT_WEEKS, show_default=True, help="How far to look back.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day to look at; today when left out.")
@click.option("--title", default="Training report", show_default=True, help="The page's title, such as a name.")
def command(journal: Path, svg: Path | None, pdf: Path | None, json_to: str | None, weeks: int, until: datetime | None, title: str) -> None:
    """Show how training goes: what was prescribed, done, hurt and changed.

    JOURNAL is your journal, or any log that import can read. Prints to the terminal unless a page is asked for.

    \b
    Example:
      eccentric progress journal.json --pdf report.pdf --weeks 8
    """
    records = read_log_file(journal).journal
    period = period_of(records, until.date() if until else date.today(), weeks)
    if json_to:
        if period is None:
            raise bad_input(str(journal), "something recorded", "nothing")
        write_text(json_to, overview(records, period).model_dump_json(by_alias=True, indent=1) + "\n")
    if svg or pdf:
        page = draw_page(records, period, title)
        if svg:
            write_bytes(svg, page.encode())
            click.echo(f"Wrote {svg}.")
        if pdf:
            write_bytes(pdf, svg_pdf(page))
            click.echo(f"Wrote {pdf}.")
        return
    if json_to:
        return
    for line in progress_lines(records, period):
        click.echo(line)
