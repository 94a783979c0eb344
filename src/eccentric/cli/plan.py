"""``eccentric plan``: makes a programme, with its reasons."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from rich.console import Console

from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.plan.read_profile import profile_from_file
from eccentric.plan.show import show


@click.command()
@click.argument("profile_file", metavar="PROFILE", type=click.Path(path_type=Path))
@click.option("--weeks", default=8, show_default=True, help="How many weeks, 4 to 16.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="The first day (default: today).")
@click.option("--json", "to", type=click.Path(allow_dash=True), help="Write the programme as JSON; - is standard output.")
@click.option("--explain", is_flag=True, help="Every reason, the price of each wish, and what was left out.")
def command(profile_file: Path, weeks: int, start: dt.datetime | None, to: str | None, explain: bool) -> None:
    """Make a programme for the person in PROFILE (a TOML or JSON file).

    Safety comes first: a gate may stop the programme and say whom to see. That is an answer, not an error.

    \b
    Example:
      eccentric plan profile.toml --weeks 12 --explain
    """
    profile = profile_from_file(profile_file)
    first = start.date() if start else dt.date.today()
    programme = plan(profile, read_library().exercises, start=first, weeks=weeks)
    if to:
        with click.open_file(to, "w", encoding="utf-8") as stream:
            stream.write(programme.json_text())
    if to != "-":
        show(programme, Console(), explain=explain)
