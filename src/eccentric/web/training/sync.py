"""Writing changes so that the same change sent twice is one change, in any order, from any device."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from eccentric.web.accounts.models import User
from eccentric.web.databases import one_writer
from eccentric.web.training.changes import Change, known_fields
from eccentric.web.training.models import Entry, MemberFile, Session, SetLog, Stamped
from eccentric.web.training.rows import columns

REFUSED = "this id belongs to another record"
AHEAD_MS = 120_000
"""How far a sender's clock may run ahead of the server's before its moments are cut to the server's."""
SET_THERE = f"SELECT id FROM {SetLog._meta.db_table} WHERE id IN"
PARENTS = (
    f"SELECT entry.id, session_id, member_id FROM {Entry._meta.db_table} entry"
    f" JOIN {Session._meta.db_table} session ON session.id = session_id WHERE entry.id IN"
)
Row = TypeVar("Row", bound=Stamped)


@dataclass(slots=True)
class Applied:
    """What became of the changes: ids written now, ids that were already so, and ids that can't be written, with the reason."""

    written: list[UUID] = field(default_factory=list)
    known: list[UUID] = field(default_factory=list)
    refused: dict[UUID, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Desk:
    """Rows at hand while changes are applied, and what is to be saved of them."""

    sessions: dict[UUID, Session]
    entries: dict[UUID, Entry]
    sets: dict[UUID, SetLog]
    fresh: dict[UUID, Stamped] = field(default_factory=dict)
    touched: dict[UUID, tuple[Stamped, set[str]]] = field(default_factory=dict)


def apply_changes(*, member: User, changes: Sequence[Change]) -> Applied:
    """Write changes to a member's training in one transaction; what is older than what is there is left out, field by field.

    A row of another member is never read, changed or confirmed: its change is refused.
    """
    if not changes:
        return Applied()
    try:
        with one_writer():
            return _once(member, changes)
    except IntegrityError:
        with one_writer():
            return _once(member, changes)  # another request inserted the same row meanwhile: now it is there to be compared


def _once(member: User, changes: Sequence[Change]) -> Applied:
    applied = Applied()
    with transaction.atomic():
        desk = _desk(changes)
        plan = _kept_plan(member, desk, changes)
        for change in changes:
            if _foreign(desk, change, member):
                applied.refused[change.id] = REFUSED
                continue
            written = _apply(desk, change, member, plan)
            (applied.written if written else applied.known).append(change.id)
        _save(desk)
        if applied.written:
            bump(member_id=member.pk)
    return applied


def bump(*, member_id: int) -> None:
    """Say that a member's training changed, so that what was worked out from it is worked out anew."""
    with connection.cursor() as cursor:  # by hand: it is in every set that is logged, and Django would put it together anew each time
        cursor.execute(f"UPDATE {MemberFile._meta.db_table} SET revision = revision + 1 WHERE member_id = %s", [member_id])
        found = cursor.rowcount
    if not found:
        MemberFile.objects.get_or_create(member_id=member_id, defaults={"revision": 1})


def _desk(changes: Sequence[Change]) -> _Desk:
    """The rows that the changes point at: whole where they are changed, else only to whom and to what they belong."""
    of = {kind: {change.id for change in changes if change.kind == kind} for kind in ("session", "entry", "set")}
    parents = {change.entry.id for change in changes if change.entry} - of["entry"]
    desk = _Desk({}, {}, {})
    if of["session"]:
        desk.sessions = {row.id: row for row in _locked(Session.objects.filter(id__in=of["session"]).defer("plan"))}
    if of["entry"]:
        desk.entries = {row.id: row for row in _locked(Entry.objects.filter(id__in=of["entry"]))}
    if known := [_uuid(key) for (key,) in _by_hand(SET_THERE, of["set"])]:
        desk.sets = {row.id: row for row in _locked(SetLog.objects.filter(id__in=known))}
    for key, session, member in _by_hand(PARENTS, parents):
        desk.entries[_uuid(key)] = Entry(id=_uuid(key), session_id=_uuid(session))
        desk.sessions.setdefault(_uuid(session), Session(id=_uuid(session), member_id=member))
    missing = {change.session.id for change in changes} - set(desk.sessions)
    if missing - of["session"]:
        for key, member in Session.objects.filter(id__in=missing).values_list("id", "member_id"):
            desk.sessions[key] = Session(id=key, member_id=member)
    return desk


def _by_hand(query: str, keys: Collection[UUID]) -> list[tuple[Any, ...]]:
    """The rows of a query that ends in the keys; by hand because it is in every set that is logged, as in ``bump``."""
    if not keys:
        return []
    as_kept = Entry._meta.pk.get_db_prep_value
    with connection.cursor() as cursor:
        cursor.execute(f"{query} ({', '.join(['%s'] * len(keys))})", [as_kept(key, connection) for key in keys])
        return list(cursor.fetchall())


def _uuid(value: UUID | str) -> UUID:
    """An id as its database gives it: SQLite has text."""
    return value if isinstance(value, UUID) else UUID(value)


def _locked(rows: Any) -> Any:
    """The rows, locked for this transaction where the database locks rows (SQLite locks as a whole)."""
    return rows.select_for_update(of=("self",)) if connection.features.has_select_for_update_of else rows


def _kept_plan(member: User, desk: _Desk, changes: Iterable[Change]) -> dict[str, Any]:
    """The next session that was kept ready, when one of the changes begins it."""
    if all(change.session.id in desk.sessions for change in changes):
        return {}
    kept = MemberFile.objects.filter(member=member).values_list("upcoming", flat=True).first()
    return kept or {}


def _foreign(desk: _Desk, change: Change, member: User) -> bool:
    """Whether a change points at somebody else's row, or at a row of another session or exercise."""
    session = desk.sessions.get(change.session.id)
    if session is not None and session.member_id != member.pk:
        return True
    entry = desk.entries.get(change.entry.id) if change.entry else None
    if entry is not None and entry.session_id != change.session.id:
        return True
    done = desk.sets.get(change.id) if change.kind == "set" else None
    return done is not None and (change.entry is None or done.entry_id != change.entry.id)


def _apply(desk: _Desk, change: Change, member: User, plan: Mapping[str, Any]) -> bool:
    """Apply one change to the rows at hand; returns whether anything became different."""
    session = _session(desk, change, member, plan)
    if change.kind == "session":
        return _merge(desk, session, change)
    assert change.entry is not None
    entry = desk.entries.get(change.entry.id)
    if entry is None:
        ref = change.entry
        entry = Entry(id=ref.id, session=session, exercise=ref.exercise, name=ref.name, position=ref.position, asked=ref.asked)
        entry.instead_of, entry.superset = ref.instead_of, ref.superset
        desk.entries[entry.id] = desk.fresh[entry.id] = entry
    if change.kind == "entry":
        return _merge(desk, entry, change)
    done = desk.sets.get(change.id)
    if done is None:
        done = SetLog(id=change.id, entry=entry, position=change.position)
        desk.sets[done.id] = desk.fresh[done.id] = done
    return _merge(desk, done, change)


def _session(desk: _Desk, change: Change, member: User, plan: Mapping[str, Any]) -> Session:
    ref = change.session
    session = desk.sessions.get(ref.id)
    if session is None:
        session = Session(id=ref.id, member=member, day=ref.day, planned=ref.planned)
        if plan.get("session_id") == str(ref.id):
            session.plan = dict(plan)
        desk.sessions[ref.id] = desk.fresh[ref.id] = session
    return session


def _merge(desk: _Desk, row: Stamped, change: Change) -> bool:
    """Give the row those fields of the change that are newer than its own."""
    moment = min(change.edited_ms, int(time.time() * 1000) + AHEAD_MS)
    given = dict(change.fields)
    if change.deleted is not None:
        given["deleted"] = change.deleted
    newer = {name: value for name, value in given.items() if moment > row.edited_ms(name)}
    if not newer:
        return row.id in desk.fresh and not row.edited
    row.edited = {**row.edited, **dict.fromkeys(newer, moment)}
    own = known_fields(change.kind) | {"deleted"}
    for name, value in columns({name: value for name, value in newer.items() if name in own}).items():
        setattr(row, name, _joined(row, name, value))
    row.extra = {**row.extra, **{name: value for name, value in newer.items() if name not in own}}
    if row.id not in desk.fresh:
        _, names = desk.touched.setdefault(row.id, (row, set()))
        names.update({name for name in newer if name in own} | {"edited", "extra", "updated_at"})
    return True


def _joined(row: Stamped, name: str, value: Any) -> Any:
    """A column's new value: answers about pain join those given before, days and moments become dates."""
    if name == "pain" and isinstance(value, dict):
        return {**(getattr(row, "pain", None) or {}), **value}
    if name == "day" and isinstance(value, str):
        return dt.date.fromisoformat(value)
    if name == "finished_at" and isinstance(value, str):
        moment = dt.datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return value


def _save(desk: _Desk) -> None:
    """Insert what is fresh, parents first, and update what changed; an id that somebody inserted meanwhile raises IntegrityError."""
    fresh = desk.fresh.values()
    Session.objects.bulk_create(row for row in fresh if isinstance(row, Session))
    Entry.objects.bulk_create(row for row in fresh if isinstance(row, Entry))
    SetLog.objects.bulk_create(row for row in fresh if isinstance(row, SetLog))
    for row, names in desk.touched.values():
        row.save(update_fields=sorted(names))
