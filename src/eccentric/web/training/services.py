"""Everything that writes a member's training."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from eccentric.journal import records
from eccentric.journal.journal import Journal
from eccentric.journal.planned import planned_sessions
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Programme as Planned
from eccentric.terms.errors import bad_input
from eccentric.web.accounts.models import User
from eccentric.web.training.models import Entry, Kept, MemberFile, OtherRecord, Programme, Session, SetLog, new_token
from eccentric.web.training.rows import ENTRY_FIELDS, SESSION_FIELDS, SET_FIELDS, columns
from eccentric.web.training.sync import Applied, apply_changes, bump

__all__ = [
    "Applied",
    "apply_changes",
    "delete_other",
    "end_programme",
    "move_session",
    "renew_calendar",
    "reopen",
    "save_other",
    "save_profile",
    "save_programme",
    "store_journal",
]


def save_profile(*, member: User, profile: Profile) -> None:
    """Keep a member's profile; the next session is worked out anew."""
    values = profile.model_dump(mode="json")
    MemberFile.objects.update_or_create(member=member, defaults={"profile": values})
    bump(member_id=member.pk)


@transaction.atomic
def save_programme(*, member: User, profile: Profile, programme: Planned, start: dt.date) -> Programme:
    """Keep a programme that the planner made (and verified), with the profile it was made for; the one before it ends now.

    Raises BadInput for a programme without weeks (a stop or a conflict).
    """
    if not programme.weeks:
        raise bad_input("programme", "a programme with weeks", programme.verdict if programme.verdict == "stop" else "a conflict")
    end_programme(member=member)
    save_profile(member=member, profile=profile)
    return Programme.objects.create(
        member=member,
        start=start,
        weeks=len(programme.weeks),
        profile=profile.model_dump(mode="json"),
        result=programme.model_dump(mode="json", by_alias=True),
    )


def end_programme(*, member: User) -> None:
    """End the member's live programme, if there is one; what was done of it stays."""
    if Programme.objects.filter(member=member, ended_at=None).update(ended_at=timezone.now()):
        bump(member_id=member.pk)


@transaction.atomic
def move_session(*, member: User, planned: UUID, day: dt.date) -> None:
    """Move a planned session of the live programme to another day; back on its own day, the move is forgotten.

    Raises BadInput when the programme has no such session.
    """
    row = Programme.objects.select_for_update().filter(member=member, ended_at=None).first()
    sessions = {each.id: each.day for each in planned_sessions(Planned.model_validate(row.result))} if row else {}
    if row is None or planned not in sessions:
        raise bad_input("planned", "a session of your programme", str(planned))
    moves = {key: value for key, value in row.moves.items() if key != str(planned)}
    if day != sessions[planned]:
        moves[str(planned)] = day.isoformat()
    Programme.objects.filter(pk=row.pk).update(moves=moves)
    bump(member_id=member.pk)


def renew_calendar(*, member: User) -> str:
    """Give the calendar feed a new secret address, so that the old one stops working; returns the secret."""
    token = new_token()
    MemberFile.objects.update_or_create(member=member, defaults={"calendar_token": token})
    return token


@transaction.atomic
def store_journal(*, member: User, journal: Journal) -> tuple[int, int]:
    """Add a journal's records that are not there yet, by id; returns how many sessions and sets came new.

    What is there stays as it is, also as a tombstone. Records whose id is another member's are left out.
    """
    now = timezone.now()
    sessions = [_session(member, each, now) for each in journal.sessions]
    fresh = _missing(Session, sessions)
    Session.objects.bulk_create(fresh)
    mine = set(Session.objects.filter(member=member, id__in=[row.id for row in sessions]).values_list("id", flat=True))
    pairs = [(each, entry) for each in journal.sessions if each.id in mine for entry in each.entries]
    numbered = [_entry(session, entry, number) for number, (session, entry) in enumerate(pairs)]
    Entry.objects.bulk_create(_missing(Entry, numbered))
    kept = set(Entry.objects.filter(session__member=member, id__in=[row.id for row in numbered]).values_list("id", flat=True))
    sets = [_set(entry, done, number) for _, entry in pairs if entry.id in kept for number, done in enumerate(entry.sets)]
    new_sets = _missing(SetLog, sets)
    SetLog.objects.bulk_create(new_sets)
    for kind, others in _others(journal):
        rows = [_other(member, kind, record) for record in others]
        OtherRecord.objects.bulk_create(_missing(OtherRecord, rows))
    bump(member_id=member.pk)
    return len(fresh), len(new_sets)


def save_other(*, member: User, kind: Kept, record: Any) -> bool:
    """Keep a test result, a body mass, a milestone or an imported plan; the same id again replaces the member's own of its kind.

    Returns False when the id is another record's.
    """
    row = _other(member, kind, record)
    if OtherRecord.objects.filter(pk=row.pk).exclude(member=member, kind=kind).exists():
        return False
    OtherRecord.objects.update_or_create(
        pk=row.pk, defaults={"member": member, "kind": kind, "day": row.day, "data": row.data, "deleted": False}
    )
    bump(member_id=member.pk)
    return True


def delete_other(*, member: User, kind: Kept, record_id: UUID) -> bool:
    """Delete such a record; its id stays taken. Returns False when the member has none with this id."""
    found = OtherRecord.objects.filter(pk=record_id, member=member, kind=kind, deleted=False)
    if not found.update(deleted=True, data={}, updated_at=timezone.now()):
        return False
    bump(member_id=member.pk)
    return True


def _others(journal: Journal) -> tuple[tuple[Kept, tuple[Any, ...]], ...]:
    return (
        (Kept.TEST, journal.tests),
        (Kept.BODY_MASS, journal.body_mass),
        (Kept.MILESTONE, journal.milestones),
        (Kept.PLANNED, journal.planned),
    )


def _missing(model: Any, rows: list[Any]) -> list[Any]:
    """The rows whose ids are not taken, each id once."""
    by_id = {row.id: row for row in rows}
    taken = set(model.objects.filter(id__in=list(by_id)).values_list("id", flat=True))
    return [row for key, row in by_id.items() if key not in taken]


def _json(record: records.Record, names: tuple[str, ...]) -> dict[str, Any]:
    return columns(json.loads(record.model_dump_json(include=set(names))))


def _session(member: User, record: records.Session, now: dt.datetime) -> Session:
    values = _json(record, SESSION_FIELDS) | {"day": record.day}
    return Session(id=record.id, member=member, finished_at=now, **values)


def _entry(session: records.Session, record: records.Entry, position: int) -> Entry:
    return Entry(id=record.id, session_id=session.id, position=position % 1000, **_json(record, ENTRY_FIELDS))


def _set(entry: records.Entry, record: records.SetRecord, position: int) -> SetLog:
    return SetLog(id=record.id, entry_id=entry.id, position=position, **_json(record, SET_FIELDS))


def _other(member: User, kind: Kept, record: Any) -> OtherRecord:
    data = json.loads(record.model_dump_json(exclude_defaults=True))
    return OtherRecord(id=record.id, member=member, kind=kind, day=record.day, data=data | {"id": str(record.id)})


def reopen(*, member: User, session_id: UUID) -> bool:
    """Open a finished session again; False when there is none."""
    found = Session.objects.filter(member=member, id=session_id, deleted=False).update(finished_at=None, updated_at=timezone.now())
    if found:
        bump(member_id=member.pk)
    return bool(found)
