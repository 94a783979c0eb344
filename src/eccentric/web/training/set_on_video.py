"""A set and the clip of it: which sets a clip can belong to, and what watching adds to one."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from eccentric.journal.records import WatchedSummary
from eccentric.web.accounts.models import User
from eccentric.web.training.models import SetLog
from eccentric.web.training.one_set import change_of, set_of, sets_of
from eccentric.web.training.sync import apply_changes
from eccentric.web.training.templatetags.training import set_words

NEAR = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FilmedSet:
    """A logged set as a form check needs it: ``number`` counts the work sets of its exercise in that session, from 1."""

    id: UUID
    exercise: str
    name: str
    number: int
    day: dt.date
    words: str
    load_kg: float | None
    seen: bool


def filmed_set(*, member: User, set_id: UUID) -> FilmedSet | None:
    """One of the member's work sets, or None when there is no such set or its exercise is not one of the library."""
    row = set_of(member=member, set_id=set_id)
    if row is None or not row.entry.exercise:
        return None
    same = sets_of(member=member).filter(entry_id=row.entry_id)
    return next((each for each in _filmed(same, member) if each.id == set_id), None)


def sets_near(*, member: User, exercise: str, day: dt.date) -> list[FilmedSet]:
    """The member's work sets of an exercise on a day and the days beside it, in the order they were done."""
    return _filmed(sets_of(member=member).filter(entry__exercise=exercise, entry__session__day__range=(day - NEAR, day + NEAR)), member)


def _filmed(rows: Iterable[SetLog], member: User) -> list[FilmedSet]:
    """Rows in order as sets with their numbers; warm-up sets are left out."""
    made: Counter[UUID] = Counter()
    found = []
    for row in rows:
        if row.kind == "warm-up":
            continue
        made[row.entry_id] += 1
        found.append(
            FilmedSet(
                id=row.id,
                exercise=row.entry.exercise or "",
                name=row.entry.name,
                number=made[row.entry_id],
                day=row.entry.session.day,
                words=set_words(row, member.weight_unit),
                load_kg=row.external_load_kg,
                seen=row.watched is not None,
            )
        )
    return found


def attach(*, member: User, set_id: UUID, seen: WatchedSummary) -> bool:
    """Give a set what watching saw of it: tempo, range, faults; the next session is worked out anew. False when the set is gone.

    What the person logged (repetitions, load, effort) stays as it is. Doing it again changes nothing.
    """
    row = set_of(member=member, set_id=set_id)
    if row is None:
        return False
    fields = {"watched": json.loads(seen.model_dump_json()), "tempo_seen": seen.tempo}
    return not apply_changes(member=member, changes=(change_of(row, fields=fields),)).refused
