"""Where in the programme the next session is: after as many sessions as were done, not by the calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from eccentric.plan.history import DoneSession, History
from eccentric.plan.layoff import LONG_DAYS
from eccentric.plan.programme import PlannedSession, Programme, Week


@dataclass(frozen=True, slots=True)
class Place:
    """The week and the session that come next, and the dates of deload sessions done."""

    week: Week
    session: PlannedSession
    deload_dates: frozenset[dt.date]


def place(programme: Programme, history: History, *, restart: bool) -> Place:
    """The next planned session: the one after those that were done since the programme began, around again at its end."""
    flat = [(week, session) for week in programme.weeks for session in week.sessions]
    done = [] if restart else _since(programme, history)
    week, session = flat[len(done) % len(flat)]
    deloads = frozenset(each.date for number, each in enumerate(done) if flat[number % len(flat)][0].kind == "deload")
    return Place(week, session, deloads)


def _since(programme: Programme, history: History) -> list[DoneSession]:
    """The sessions done since the programme's first date, or since the last gap of four weeks."""
    first = programme.weeks[0].sessions[0].date if programme.weeks[0].sessions else dt.date.min
    run: list[DoneSession] = []
    for session in history.sessions:
        if session.date < first or not session.sets:
            continue
        if run and (session.date - run[-1].date).days >= LONG_DAYS:
            run = []
        run.append(session)
    return run
