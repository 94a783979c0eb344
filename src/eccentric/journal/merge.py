"""Two journals into one: records are the same when their ids are, and what is there stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar
from uuid import UUID

from eccentric.journal.journal import Journal
from eccentric.journal.records import Entry, Session, SetRecord


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=HasId)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged journal, how many sets came new, and the ids of records that differ between the two."""

    journal: Journal
    new_sessions: int
    new_sets: int
    differing: tuple[UUID, ...]


def _union(mine: Sequence[R], theirs: Sequence[R], both: Callable[[R, R], R]) -> tuple[R, ...]:
    """All records once, in the order of ``mine`` and then of ``theirs``; ``both`` joins two of one id."""
    incoming = {record.id: record for record in theirs}
    known = {record.id for record in mine}
    joined = [both(record, incoming[record.id]) if record.id in incoming else record for record in mine]
    fresh = {record.id: record for record in theirs if record.id not in known}
    return (*joined, *fresh.values())


class _Join:
    """Joins records of one id and remembers which of them differ."""

    def __init__(self, prefer_theirs: bool) -> None:
        self.prefer_theirs = prefer_theirs
        self.differing: list[UUID] = []

    def plain(self, mine: R, theirs: R) -> R:
        if mine == theirs:
            return mine
        self.differing.append(mine.id)
        return theirs if self.prefer_theirs else mine

    def entry(self, mine: Entry, theirs: Entry) -> Entry:
        if mine == theirs:
            return mine
        sets: tuple[SetRecord, ...] = _union(mine.sets, theirs.sets, self.plain)
        kept = self.plain(mine.model_copy(update={"sets": ()}), theirs.model_copy(update={"sets": ()}))
        return kept.model_copy(update={"sets": sets})

    def session(self, mine: Session, theirs: Session) -> Session:
        if mine == theirs:
            return mine
        entries: tuple[Entry, ...] = _union(mine.entries, theirs.entries, self.entry)
        kept = self.plain(mine.model_copy(update={"entries": ()}), theirs.model_copy(update={"entries": ()}))
        return kept.model_copy(update={"entries": entries})


def moment(session: Session) -> tuple[date, datetime]:
    """The key that orders sessions in time; one without a clock time stands at the start of its day."""
    return session.day, session.started_at or datetime.combine(session.day, time.min)


def _in_time(before: tuple[R, ...], after: tuple[R, ...], key: Callable[[R], Any]) -> tuple[R, ...]:
    """The records in the order of time; where nothing came or changed, exactly as they were."""
    return before if after == before else tuple(sorted(after, key=key))


def merge(mine: Journal, theirs: Journal, *, prefer_theirs: bool = False) -> Merged:
    """Join two journals by id; where one id has two contents, ``mine`` stays unless ``prefer_theirs``."""
    join = _Join(prefer_theirs)
    journal = Journal(
        sessions=_in_time(mine.sessions, _union(mine.sessions, theirs.sessions, join.session), moment),
        planned=_in_time(mine.planned, _union(mine.planned, theirs.planned, join.plain), lambda plan: plan.day),
        tests=_in_time(mine.tests, _union(mine.tests, theirs.tests, join.plain), lambda test: test.day),
        body_mass=_in_time(mine.body_mass, _union(mine.body_mass, theirs.body_mass, join.plain), lambda mass: mass.day),
        milestones=_in_time(mine.milestones, _union(mine.milestones, theirs.milestones, join.plain), lambda met: met.day),
    )
    return Merged(
        journal,
        new_sessions=len(journal.sessions) - len(mine.sessions),
        new_sets=journal.set_count - mine.set_count,
        differing=tuple(join.differing),
    )
