"""From a programme to the planned sessions of a journal, and which of them were done."""

from __future__ import annotations

from uuid import UUID

from eccentric.journal.ids import imported_id
from eccentric.journal.journal import Journal
from eccentric.journal.records import Asked, PlannedEntry, PlannedSession, Session
from eccentric.plan.programme import Item, Programme
from eccentric.plan.programme import PlannedSession as SessionOfPlan


def _entry(item: Item) -> PlannedEntry:
    """What an item asks for on its day; a range of holds is its shorter end, and sets count for all times of the day."""
    asked = Asked(
        sets=item.sets * item.times_a_day,
        reps=item.reps,
        hold_s=item.hold_s[0] if item.hold_s else None,
        rir=item.rir,
        load_kg=item.external_load_kg,
        tempo=item.tempo,
        rest_s=float(item.rest_s),
    )
    return PlannedEntry(exercise=item.exercise, name=item.name, side=item.side, asked=asked)


def _session(session: SessionOfPlan, nth: int, title: str) -> PlannedSession:
    entries = tuple(_entry(item) for item in session.items)
    identity = imported_id("plan", session.date.isoformat(), nth)
    return PlannedSession(id=identity, day=session.date, title=title, minutes=float(session.minutes), entries=entries)


def planned_sessions(programme: Programme) -> tuple[PlannedSession, ...]:
    """The sessions of a programme in the order of days; the same day's session has the same id in a programme made again."""
    found: list[PlannedSession] = []
    for week in programme.weeks:
        for number, session in enumerate(week.sessions, 1):
            nth = sum(other.day == session.date for other in found)
            found.append(_session(session, nth, f"Week {week.index}, session {number}"))
    return tuple(sorted(found, key=lambda plan: plan.day))


def done_of_plan(journal: Journal) -> dict[UUID, Session]:
    """Planned session's id to the session that did it.

    That is the session which points to it; else one of the same day that points to none and shares an exercise with it.
    """
    done = {session.planned: session for session in journal.sessions if session.planned is not None and session.entries}
    free = {session.id: session for session in journal.sessions if session.planned is None and session.entries}
    found: dict[UUID, Session] = {}
    for plan in journal.planned:
        if plan.id in done:
            found[plan.id] = done[plan.id]
            continue
        asked = {entry.exercise for entry in plan.entries}
        same = (session for session in free.values() if session.day == plan.day and asked & {entry.exercise for entry in session.entries})
        session = next(same, None)
        if session is not None:
            found[plan.id] = free.pop(session.id)
    return found
