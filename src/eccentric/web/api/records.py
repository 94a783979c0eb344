"""Sessions and sets: read, logged, changed and deleted."""

from __future__ import annotations

import time
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from eccentric.journal.journal import Journal
from eccentric.journal.records import Session, SetRecord
from eccentric.terms.errors import bad_input
from eccentric.web.accounts.importing import store
from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema, json_of
from eccentric.web.api.errors import CHANGES, FINDS, READS, WRITES, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.training.changes import Change, SessionRef, changes_from
from eccentric.web.training.models import Entry, SetLog
from eccentric.web.training.models import Session as SessionRow
from eccentric.web.training.one_set import change_of, set_of
from eccentric.web.training.queries import records, with_sets
from eccentric.web.training.queries import session as session_of
from eccentric.web.training.rows import set_record
from eccentric.web.training.services import apply_changes

router = Router()
READ, WRITE = needs(Scope.TRAINING_READ), needs(Scope.TRAINING_WRITE)


class Between(Part):
    """Which days of a list; both are included."""

    since: date | None = None
    until: date | None = None


class SetsWanted(Between):
    """Which sets."""

    exercise: str | None = None


class SetOut(Out):
    """A set with where it belongs."""

    session: UUID
    day: date
    entry: UUID
    exercise: str | None
    name: str
    set: SetRecord


class ChangesIn(Out):
    """Changes to sessions, entries and sets, as the phone sends them; the same list twice is written once."""

    changes: list[Change]


class ChangesOut(Out):
    """What became of the changes: written now, already so, or refused with the reason."""

    written: list[UUID]
    known: list[UUID]
    refused: dict[UUID, str]


def _between(rows: Any, wanted: Between, field: str) -> Any:
    rows = rows.filter(**{f"{field}__gte": wanted.since}) if wanted.since else rows
    return rows.filter(**{f"{field}__lte": wanted.until}) if wanted.until else rows


@router.get("/sessions", auth=READ, response={200: Listed[Session], **READS}, operation_id="sessions", summary="Your sessions")
def sessions(request: HttpRequest, wanted: Query[Between]) -> HttpResponse:
    """Sessions with their entries and sets, newest first, as in the journal's file."""
    rows = _between(SessionRow.objects.filter(member=caller(request), deleted=False), wanted, "day").order_by("-day", "-created_at", "id")
    count = rows.count()
    part, after = part_of(with_sets(rows), wanted, count)
    found = {record.id: record for record in records(rows=list(part))}
    ordered = [found[row.id] for row in part]
    return reply(Listed[Session](items=ordered, count=count, next_offset=after))


@router.get("/sessions/{session_id}", auth=READ, response={200: Session, **FINDS}, operation_id="session", summary="One session")
def session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """One session with its entries and sets."""
    return reply(_found(caller(request), session_id))


def _found(member: User, session_id: UUID) -> Session:
    row = session_of(member=member, session_id=session_id)
    if row is None:
        raise Refused(404, "there is no such session, or it is not yours")
    return records(rows=[row])[0]


@router.post(
    "/sessions",
    auth=WRITE,
    response={200: Session, 201: Session, **WRITES},
    openapi_extra=body_schema(Session, PARAMETER),
    operation_id="log_session",
    summary="Log a session",
)
@once
def log_session(request: HttpRequest) -> HttpResponse:
    """Add a session under the id that you gave it: 201 when it is new, 200 with what is there when it was here before."""
    member, given = caller(request), body_of(request, Session)
    _refuse_empty_ids(request)
    row = SessionRow.objects.filter(pk=given.id).values_list("member_id", "deleted").first()
    if row is not None and row != (member.pk, False):
        raise Refused(409, "this id belongs to another record")
    taken = store(user=member, journal=Journal(sessions=(given,)))
    return reply(_found(member, given.id), 201 if taken.sessions else 200)


def _refuse_empty_ids(request: HttpRequest) -> None:
    """A session that is sent must bring its id, so that sending it twice is one session."""
    if "id" not in json_of(request):
        raise bad_input("body.id", "an id (a UUID, best version 7) that you made", "none")


@router.delete(
    "/sessions/{session_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="delete_session", summary="Delete a session"
)
def delete_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Delete a session with all its sets; an old copy on a phone does not bring it back."""
    member = caller(request)
    row = SessionRow.objects.filter(member=member, pk=session_id, deleted=False).first()
    if row is None:
        raise Refused(404, "there is no such session, or it is not yours")
    change = Change(kind="session", id=row.id, edited_ms=int(time.time() * 1000), session=SessionRef(id=row.id, day=row.day), deleted=True)
    apply_changes(member=member, changes=(change,))
    return HttpResponse(status=204)


@router.get("/sets", auth=READ, response={200: Listed[SetOut], **READS}, operation_id="sets", summary="Your sets")
def sets(request: HttpRequest, wanted: Query[SetsWanted]) -> HttpResponse:
    """Sets one by one, newest first."""
    rows = SetLog.objects.filter(deleted=False, entry__deleted=False, entry__session__deleted=False, entry__session__member=caller(request))
    rows = _between(rows, wanted, "entry__session__day")
    if wanted.exercise is not None:
        rows = rows.filter(entry__exercise=wanted.exercise.replace("\x00", ""))
    rows = rows.order_by("-entry__session__day", "entry__position", "position", "id")
    count = rows.count()
    part, after = part_of(rows.prefetch_related(Prefetch("entry", Entry.objects.select_related("session"))), wanted, count)
    return reply(Listed[SetOut](items=[_set(row) for row in part], count=count, next_offset=after))


def _set(row: SetLog) -> SetOut:
    entry = row.entry
    return SetOut.model_construct(
        session=entry.session_id, day=entry.session.day, entry=entry.id, exercise=entry.exercise, name=entry.name, set=set_record(row)
    )


@router.delete("/sets/{set_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="delete_set", summary="Delete a set")
def delete_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Delete one set; an old copy on a phone does not bring it back."""
    member = caller(request)
    row = set_of(member=member, set_id=set_id)
    if row is None:
        raise Refused(404, "there is no such set, or it is not yours")
    apply_changes(member=member, changes=(change_of(row, deleted=True),))
    return HttpResponse(status=204)


@router.post(
    "/changes",
    auth=WRITE,
    response={200: ChangesOut, **WRITES},
    openapi_extra=body_schema(ChangesIn, PARAMETER),
    operation_id="changes",
    summary="Change sessions, entries and sets",
)
@once
def changes(request: HttpRequest) -> HttpResponse:
    """Apply changes field by field; what is older than what is there is left out. Safe to send again."""
    body = json_of(request)
    given = changes_from(body.get("changes") if isinstance(body, dict) else body)
    applied = apply_changes(member=caller(request), changes=given)
    return reply(ChangesOut(written=applied.written, known=applied.known, refused=applied.refused))
