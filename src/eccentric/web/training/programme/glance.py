"""The weeks at a glance: each planned session on its day, done or to come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from eccentric.journal.planned import planned_sessions
from eccentric.web.accounts.models import User
from eccentric.web.training import queries
from eccentric.web.training.models import Programme, Session

MOVES = 7
"""How many days a session can be moved to either side."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One planned session: where it is now, where it was planned, whether it was done, and where it can go."""

    id: UUID
    day: dt.date
    planned_day: dt.date
    minutes: int
    items: tuple[Any, ...]
    done: UUID | None
    past: bool
    until: tuple[dt.date, dt.date]

    @property
    def days(self) -> list[dt.date]:
        """The days on which it can stand, ``until`` the first and the last of them."""
        first, last = self.until
        return [first + dt.timedelta(days=offset) for offset in range((last - first).days + 1)]

    @property
    def moved(self) -> bool:
        """Whether it stands on another day than planned."""
        return self.day != self.planned_day


@dataclass(frozen=True, slots=True)
class GlanceWeek:
    """One week with its sessions in the order of days."""

    index: int
    kind: str
    changes: tuple[Any, ...]
    slots: tuple[Slot, ...]
    grid: tuple[tuple[dt.date, tuple[Slot, ...]], ...]

    @property
    def sets(self) -> int:
        """Sets in the week."""
        return sum(item.sets for slot in self.slots for item in slot.items)

    @property
    def sets_done(self) -> int:
        """Sets of the sessions that were done."""
        return sum(item.sets for slot in self.slots if slot.done for item in slot.items)


def glance(*, member: User, row: Programme, today: dt.date) -> tuple[GlanceWeek, ...]:
    """All weeks of a programme."""
    programme = queries.planned(row=row)
    done = dict(Session.objects.filter(member=member, deleted=False).exclude(planned=None).values_list("planned", "id"))
    flat = sorted(((session, week) for week in programme.weeks for session in week.sessions), key=lambda pair: pair[0].date)
    ids = [each.id for each in planned_sessions(programme)]
    last = row.start + dt.timedelta(days=7 * len(programme.weeks) - 1)
    slots = {
        id(session): _slot(row, planned, session, done.get(planned), today, last) for (session, _), planned in zip(flat, ids, strict=True)
    }
    by_day: dict[dt.date, list[Slot]] = {}
    for slot in slots.values():
        by_day.setdefault(slot.day, []).append(slot)
    return tuple(_week(row, week, [slots[id(session)] for session in week.sessions], by_day) for week in programme.weeks)


def _slot(row: Programme, planned: UUID, session: Any, done: UUID | None, today: dt.date, last: dt.date) -> Slot:
    day = dt.date.fromisoformat(row.moves.get(str(planned), session.date.isoformat()))
    around = dt.timedelta(days=MOVES)
    until = max(today, row.start, session.date - around), min(last, session.date + around)
    return Slot(planned, day, session.date, session.minutes, session.items, done, day < today, until)


def _week(row: Programme, week: Any, slots: list[Slot], by_day: dict[dt.date, list[Slot]]) -> GlanceWeek:
    """A week counts from the programme's first day; a session moved into another week stands there."""
    first = row.start + dt.timedelta(days=7 * (week.index - 1))
    grid = tuple((day, tuple(by_day.get(day, ()))) for day in (first + dt.timedelta(days=offset) for offset in range(7)))
    return GlanceWeek(week.index, week.kind, week.changes, tuple(sorted(slots, key=lambda slot: slot.day)), grid)
