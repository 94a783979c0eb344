"""``eccentric export``: your journal in a format that others read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from eccentric.journal.formats.write import FORMATS, written
from eccentric.journal.journal import Journal
from eccentric.journal.store import read_journal, write_bytes


def _of_day(journal: Journal, day: date) -> Journal:
    """The sessions, plans and tests of one day."""
    return Journal(
        sessions=tuple(session for session in journal.sessions if session.day == day),
        planned=tuple(plan for plan in journal.planned if plan.day == day),
        tests=tuple(test for test in journal.tests if test.day == day),
    )


@click.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="The format to write.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Only this day, such as the session for a FIT file.")
def command(journal: Path, form: str, out: Path, day: datetime | None) -> None:
    """Write your journal to a file that other programs read.

    json loses nothing. csv is in Hevy's columns, parquet is a table of sets. fit holds the last session (or that of --day),
    fit-workout the next planned one. ics is a calendar of plan and sessions. fhir-r5 and fhir-r4 are for clinical systems,
    pdf is one page for a clinician.

    \b
    Example:
      eccentric export journal.json --format fit --out session.fit
    """
    records = read_journal(journal)
    write_bytes(out, written(_of_day(records, day.date()) if day else records, form))
    click.echo(f"Wrote {out}.")
