"""``eccentric plan``: makes a programme, with its reasons."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eccentric.plan.programme import Programme, WhatIf


@click.command()
@click.argument("profile_file", metavar="PROFILE", type=click.Path(path_type=Path))
@click.option("--weeks", default=8, show_default=True, help="How many weeks, 4 to 16.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="The first day (default: today).")
@click.option("--json", "to", type=click.Path(allow_dash=True), help="Write the programme as JSON; - is standard output.")
@click.option("--calendar", type=click.Path(path_type=Path), help="Write the sessions as an iCalendar file (.ics).")
@click.option("--pdf", type=click.Path(path_type=Path), help="Write one page a week as PDF.")
@click.option("--explain", is_flag=True, help="Every reason, the price of each wish, and what was left out.")
@click.option(
    "--what-if", "changes", multiple=True, metavar="KEY=VALUE", help="Price a change, such as equipment=+band or days.minutes=+10."
)
def command(
    profile_file: Path,
    weeks: int,
    start: dt.datetime | None,
    to: str | None,
    calendar: Path | None,
    pdf: Path | None,
    explain: bool,
    changes: tuple[str, ...],
) -> None:
    """Make a programme for the person in PROFILE (a TOML or JSON file).

    Safety comes first: a gate may stop the programme and say whom to see. That is an answer, not an error.

    \b
    Example:
      eccentric plan profile.toml --weeks 12 --explain
      eccentric plan profile.toml --what-if equipment=+band --what-if days.minutes=+10
    """
    from eccentric.cli._internal import own_faults_in_one_line  # here, with what follows: the solver is slow to load
    from eccentric.library.read import read_library
    from eccentric.plan.known import of_the_library
    from eccentric.plan.make import plan
    from eccentric.plan.read_profile import profile_from_file
    from eccentric.plan.what_if import what_if

    today = dt.date.today()
    first = start.date() if start else today
    exercises = read_library().exercises
    profile = of_the_library(profile_from_file(profile_file, today=min(first, today)), exercises, name=profile_file.name)
    with own_faults_in_one_line():
        programme = plan(profile, exercises, start=first, weeks=weeks)
        priced = what_if(profile, list(changes), exercises, start=first, weeks=weeks, before=programme, today=min(first, today))
    _write(programme.model_copy(update={"what_if": tuple(priced)}), to, calendar, pdf)
    if to != "-":
        _print(programme, priced, explain)


def _print(programme: Programme, priced: list[WhatIf], explain: bool) -> None:
    """The programme, and what each change would give, in the terminal."""
    from rich.console import Console

    from eccentric.plan.show import show, show_prices

    console = Console()
    show(programme, console, explain=explain)
    show_prices(priced, console)


def _write(programme: Programme, to: str | None, calendar: Path | None, pdf: Path | None) -> None:
    """The calendar, the paper and the JSON that were asked for, each whole or not at all."""
    from eccentric.journal.store import write_bytes, write_text
    from eccentric.plan.calendar import calendar_bytes
    from eccentric.plan.page import page_pdf

    paper = page_pdf(programme) if pdf else b""  # before anything is written: it may fail
    if calendar:
        write_bytes(calendar, calendar_bytes(programme))
    if pdf:
        write_bytes(pdf, paper)
    if to:
        write_text(to, programme.json_text())
