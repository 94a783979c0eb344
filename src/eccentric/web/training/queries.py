"""Everything that reads a member's training."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from eccentric.journal.history import history_of
from eccentric.journal.journal import Journal
from eccentric.journal.merge import moment
from eccentric.journal.planned import planned_sessions
from eccentric.journal.records import BodyMass, Milestone, PlannedSession
from eccentric.journal.records import Session as SessionRecord
from eccentric.journal.tests_of_person import TestResult
from eccentric.plan.history import History
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Programme as Planned
from eccentric.web.accounts.models import User
from eccentric.web.by_key import ByKey
from eccentric.web.training.models import Entry, Kept, MemberFile, OtherRecord, Programme, Session, SetLog
from eccentric.web.training.rows import entry_record, session_record

OTHERS: dict[str, Any] = {
    Kept.TEST: TestResult,
    Kept.BODY_MASS: BodyMass,
    Kept.MILESTONE: Milestone,
    Kept.PLANNED: PlannedSession,
}


def file_of(*, member: User) -> MemberFile:
    """The member's file; made when there is none yet."""
    found = _files().get(member.pk) or MemberFile.objects.get_or_create(member=member)[0]
    found.member = member  # so that it isn't read again
    return found


@lru_cache(maxsize=1)
def _files() -> ByKey[MemberFile]:
    return ByKey(MemberFile, "member")


def profile_of(*, member: User) -> Profile | None:
    """The member's profile, or None before the wizard."""
    values = MemberFile.objects.filter(member=member).values_list("profile", flat=True).first()
    return None if values is None else Profile.model_validate_json(json.dumps(values))


def live_programme(*, member: User) -> Programme | None:
    """The member's programme that is not ended; its result is read when ``planned`` needs it."""
    return Programme.objects.filter(member=member, ended_at=None).defer("result").first()


def planned(*, row: Programme) -> Planned:
    """A programme's row as the planner's own answer."""
    return _planned(row.pk)


@lru_cache(maxsize=50)
def _planned(programme: UUID) -> Planned:
    """Read once: the result of a programme never changes, another one is another row."""
    return Planned.model_validate(Programme.objects.values_list("result", flat=True).get(pk=programme))


def planned_days(*, row: Programme) -> tuple[PlannedSession, ...]:
    """The planned sessions of a programme on the days where they are now, moved ones too, in the order of days."""
    moves = {UUID(key): dt.date.fromisoformat(day) for key, day in row.moves.items()}
    found = [each.model_copy(update={"day": moves[each.id]}) if each.id in moves else each for each in _sessions(row.pk)]
    return tuple(sorted(found, key=lambda each: each.day))


@lru_cache(maxsize=50)
def _sessions(programme: UUID) -> tuple[PlannedSession, ...]:
    return tuple(planned_sessions(_planned(programme)))


def with_sets(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with their entries and sets read along, in order, without tombstones."""
    return sessions.filter(deleted=False).prefetch_related(Prefetch("entries", entries_with_sets()))


def entries_with_sets() -> QuerySet[Entry]:
    """Exercises with their sets read along, in order, without tombstones."""
    sets = SetLog.objects.filter(deleted=False).order_by("position", "id")
    return Entry.objects.filter(deleted=False).order_by("position", "id").prefetch_related(Prefetch("sets", sets))


def session(*, member: User, session_id: UUID) -> Session | None:
    """One session of the member with its entries and sets, or None."""
    return with_sets(Session.objects.filter(member=member, id=session_id)).first()


def sessions(*, member: User, since: dt.date | None = None, until: dt.date | None = None, newest_first: bool = False) -> list[Session]:
    """The member's sessions with entries and sets, by day; both bounds are inclusive."""
    rows = Session.objects.filter(member=member)
    rows = rows.filter(day__gte=since) if since else rows
    rows = rows.filter(day__lte=until) if until else rows
    order = ("-day", "-created_at") if newest_first else ("day", "created_at")
    return list(with_sets(rows).order_by(*order))


def records(*, rows: Sequence[Session]) -> tuple[SessionRecord, ...]:
    """Rows of sessions as the journal's records, in the order of time; skipped exercises without a set are left out."""
    found = [session_record(row, [entry_record(each, each.sets.all()) for each in row.entries.all() if _counts(each)]) for row in rows]
    return tuple(sorted(found, key=moment))


def _counts(entry: Entry) -> bool:
    return not entry.skipped or bool(entry.sets.all())


def others(*, member: User, kind: Kept) -> tuple[Any, ...]:
    """The member's records of another kind, by day."""
    rows = OtherRecord.objects.filter(member=member, kind=kind, deleted=False).order_by("day", "id")
    return tuple(OTHERS[kind].model_validate_json(json.dumps(row.data)) for row in rows)


def journal_of(*, member: User, since: dt.date | None = None) -> Journal:
    """Everything recorded of the member as a journal, with the live programme's sessions as planned (since a day, when given)."""
    row = live_programme(member=member)
    of_programme = planned_days(row=row) if row else ()
    imported = others(member=member, kind=Kept.PLANNED)
    return Journal.model_construct(
        sessions=records(rows=sessions(member=member, since=since)),
        planned=tuple(sorted((*imported, *of_programme), key=lambda plan: plan.day)),
        tests=others(member=member, kind=Kept.TEST),
        body_mass=others(member=member, kind=Kept.BODY_MASS),
        milestones=others(member=member, kind=Kept.MILESTONE),
    )


def history_for(*, member: User) -> History:
    """What was done, as the planner reads it; sessions that were opened and left without a set or an answer about pain don't count."""
    done = [each for each in records(rows=sessions(member=member)) if each.pain or any(entry.sets for entry in each.entries)]
    milestones = others(member=member, kind=Kept.MILESTONE)
    return history_of(Journal.model_construct(sessions=tuple(done), milestones=milestones))
