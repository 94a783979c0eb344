"""``eccentric next``: the next session, from the programme and what was done."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from eccentric.plan.history import History
    from eccentric.plan.next_session import NextSession
    from eccentric.plan.programme import Programme

DATE = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("profile_file", metavar="PROFILE", type=click.Path(path_type=Path))
@click.argument("journal_file", metavar="JOURNAL", type=click.Path(path_type=Path))
@click.option(
    "--programme", "programme_file", type=click.Path(path_type=Path), help="A programme saved by plan --json; made anew without it."
)
@click.option("--start", type=DATE, help="The programme's first day (default: the first session of your present run).")
@click.option("--weeks", default=8, show_default=True, help="How many weeks the programme has, 4 to 16.")
@click.option("--today", "today_", type=DATE, help="The day to plan for (default: today).")
@click.option("--json", "to", type=click.Path(allow_dash=True), help="Write the session as JSON; - is standard output.")
def command(
    profile_file: Path,
    journal_file: Path,
    programme_file: Path | None,
    start: dt.datetime | None,
    weeks: int,
    today_: dt.datetime | None,
    to: str | None,
) -> None:
    """Say what to do next, and why it changed: the person in PROFILE, with what is in JOURNAL.

    \b
    Example:
      eccentric next profile.toml journal.json
    """
    from eccentric.cli._internal import own_faults_in_one_line  # here, with what follows: the solver is slow to load
    from eccentric.journal.history import history_from_journal
    from eccentric.library.read import read_library
    from eccentric.plan.known import of_the_library
    from eccentric.plan.make import plan
    from eccentric.plan.milestones import with_milestones
    from eccentric.plan.next_session import next_session
    from eccentric.plan.read_profile import profile_from_file

    history = history_from_journal(journal_file)
    today = today_.date() if today_ else dt.date.today()
    exercises = read_library().exercises
    asked = of_the_library(profile_from_file(profile_file, today=today), exercises, name=profile_file.name)
    profile = with_milestones(asked, history)
    first = start.date() if start else _began(history, today, weeks)
    with own_faults_in_one_line():
        programme = _read(programme_file) if programme_file else plan(profile, exercises, start=first, weeks=weeks)
    _tell(next_session(profile, programme, history, exercises, today=today), programme, to)


def _tell(answer: NextSession, programme: Programme, to: str | None) -> None:
    """The answer as JSON where it was asked for, and in the terminal unless the JSON goes there."""
    from rich.console import Console

    from eccentric.journal.store import write_text
    from eccentric.plan.show_next import show_next

    if to:
        write_text(to, answer.json_text())
    if to != "-":
        show_next(answer, programme, Console())


def _began(history: History, today: dt.date, weeks: int) -> dt.date:
    """The first session of the run without a four-week gap, no further back than the programme is long; today without one."""
    began = today
    for session in reversed(history.sessions):
        if (began - session.date).days >= 28 or (today - session.date).days > 7 * weeks:
            break
        began = session.date
    return began


def _read(path: Path) -> Programme:
    from pydantic import ValidationError

    from eccentric.plan.programme import Programme
    from eccentric.terms.errors import bad_input

    try:
        return Programme.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise bad_input(str(path), "a programme saved by plan --json", error.strerror or str(error)) from None
    except (ValidationError, UnicodeDecodeError) as error:
        raise bad_input(path.name, "a programme saved by plan --json", str(error).splitlines()[0]) from None
