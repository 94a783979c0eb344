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
    days: tuple[dt.date, ...]

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
    monday: dt.date
    grid: tuple[tuple[dt.date, tuple[Slot, ...]], ...]

    @property
    def sets(self) -> int:
        """Sets in the week."""
        return sum(item.sets for slot in self.slots for item in slot.items)


def glance(*, member: User, row: Programme, today: dt.date) -> tuple[GlanceWeek, ...]:
    """All weeks of a programme."""
    programme = queries.planned(row=row)
    done = dict(Session.objects.filter(member=member, deleted=False).exclude(planned=None).values_list("planned", "id"))
    flat = sorted(((session, week) for week in programme.weeks for session in week.sessions), key=lambda pair: pair[0].date)
    ids = [each.id for each in planned_sessions(programme)]
    slots = {id(session): _slot(row, planned, session, done.get(planned), today) for (session, _), planned in zip(flat, ids, strict=True)}
    return tuple(_week(week, [slots[id(session)] for session in week.sessions]) for week in programme.weeks)


def _slot(row: Programme, planned: UUID, session: Any, done: UUID | None, today: dt.date) -> Slot:
    day = dt.date.fromisoformat(row.moves.get(str(planned), session.date.isoformat()))
    days = tuple(found for offset in range(-MOVES, MOVES + 1) if (found := session.date + dt.timedelta(days=offset)) >= today)
    return Slot(planned, day, session.date, session.minutes, session.items, done, day < today, days)


def _week(week: Any, slots: list[Slot]) -> GlanceWeek:
    ordered = tuple(sorted(slots, key=lambda slot: slot.day))
    first = min((slot.planned_day for slot in slots), default=dt.date.min)
    monday = first - dt.timedelta(days=first.weekday())
    days = [monday + dt.timedelta(days=offset) for offset in range(7)]
    grid = tuple((day, tuple(slot for slot in ordered if slot.day == day)) for day in days)
    return GlanceWeek(week.index, week.kind, week.changes, ordered, monday, grid)
