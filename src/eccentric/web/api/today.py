"""The session of today: what is to do, and doing it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel

from eccentric.journal.records import SetKind, SetRecord
from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema
from eccentric.web.api.errors import CHANGES, FINDS, Refused, reply
from eccentric.web.api.once import PARAMETER, View, once
from eccentric.web.api.today_shapes import (
    ExerciseOut,
    FinishedOut,
    FinishIn,
    LogIn,
    NextSetOut,
    ReadyIn,
    SkipIn,
    SwapIn,
    SwapOut,
    TodayOut,
    WarmUpOut,
)
from eccentric.web.training.changes import changes_from
from eccentric.web.training.one_set import set_of
from eccentric.web.training.queries import file_of
from eccentric.web.training.rows import set_record
from eccentric.web.training.services import apply_changes, reopen
from eccentric.web.training.today.readiness import answer_fields
from eccentric.web.training.today.sheet import Block, Sheet, reference, session_reference, sheet_of
from eccentric.web.training.today.shown import ramp

router = Router()
READ, WRITE = needs(Scope.TRAINING_READ), needs(Scope.TRAINING_WRITE)


def _sheet(member: User) -> Sheet:
    found = sheet_of(file=file_of(member=member), now=timezone.now())
    if found is None:
        raise Refused(404, "there is no session to do: no programme yet, or a gate stops (see /next-session)")
    return found


def _block(sheet: Sheet, entry: UUID) -> Block:
    found = next((each for block in sheet.blocks for each in (block, *block.others) if each.entry_id == entry), None)
    if found is None:
        raise Refused(404, "there is no such exercise in today's session")
    return found


def _exercise(block: Block) -> ExerciseOut:
    following = block.next
    warm_ups = [WarmUpOut(id=each["id"], external_load_kg=each["load"], reps=each["reps"], done=each["done"]) for each in ramp(block, "kg")]
    return ExerciseOut.model_construct(
        entry=block.entry_id,
        exercise=block.exercise,
        name=block.name,
        asked=block.asked,
        sets_asked=block.slots,
        sets_done=len(block.work),
        finished=block.finished,
        skipped=block.skipped,
        instead_of=block.instead_of,
        warm_up=warm_ups,
        next=NextSetOut(
            number=following.number, side=following.side, reps=following.reps, external_load_kg=following.load_kg, hold_s=following.hold_s
        ),
        sets=[set_record(row) for row in block.done],
        swaps=[
            SwapOut(
                entry=each.entry_id,
                exercise=each.exercise or "",
                name=each.name,
                says=next((reason["text"] for reason in each.reasons.values()), ""),
            )
            for each in block.others
        ],
    )


def _today(member: User) -> HttpResponse:
    sheet = _sheet(member)
    stop = ((sheet.row.readiness if sheet.row else None) or {}).get("stop")
    shown = [each for block in sheet.blocks for each in (block, *block.others) if not each.hidden]
    return reply(
        TodayOut(
            session=sheet.session_id,
            day=sheet.day,
            planned=sheet.planned,
            begun=sheet.row is not None,
            stop=stop,
            exercises=[_exercise(block) for block in shown],
        )
    )


def _write(member: User, sheet: Sheet, change: dict[str, Any]) -> bool:
    """Apply one change to today's session; returns whether anything became different."""
    whole = {"edited_ms": int(time.time() * 1000), "session": session_reference(sheet), **change}
    applied = apply_changes(member=member, changes=changes_from([whole]))
    for why in applied.refused.values():
        raise Refused(409, why)
    return bool(applied.written)


@router.get("/today", auth=READ, response={200: TodayOut, **FINDS}, operation_id="today", summary="The session to do")
def today(request: HttpRequest) -> HttpResponse:
    """The session that you began, or the next one: its exercises with what is asked, done, and could stand in."""
    return _today(caller(request))


def _doing(path: str, body: type[BaseModel], **more: Any) -> Callable[[View], View]:
    """An operation on today's session."""
    extra = body_schema(body, PARAMETER)
    made: Callable[[View], View] = router.post(
        f"/today/{path}", auth=WRITE, openapi_extra=extra, **{"response": {200: TodayOut, **CHANGES}, **more}
    )
    return made


@_doing("sets", LogIn, response={200: SetRecord, 201: SetRecord, **CHANGES}, operation_id="log_set", summary="Log a set of today")
@once
def log(request: HttpRequest) -> HttpResponse:
    """Log a set under the id that you gave it: 201 when it is new, 200 when it was here before; the same set sent twice is one set."""
    member, given = caller(request), body_of(request, LogIn)
    if "id" not in given.set.model_fields_set:
        raise Refused(422, "the set must bring its own id (a UUID, best version 7), so that sending it twice is one set")
    sheet = _sheet(member)
    block = _block(sheet, given.entry)
    fields = json.loads(given.set.model_dump_json(exclude_unset=True, exclude={"id"}))
    fresh = given.set.id not in {row.id for row in block.done}
    again = {"deleted": False} if given.set.kind == SetKind.WARM_UP else {}  # warm-up sets have their ids for ever
    _write(member, sheet, {"kind": "set", "id": str(given.set.id), "entry": reference(block), "fields": fields, **again})
    row = set_of(member=member, set_id=given.set.id)
    if row is None:
        raise Refused(409, "this set was deleted; log a new one under a new id")
    return reply(set_record(row), 201 if fresh else 200)


@_doing("swap", SwapIn, operation_id="swap", summary="Swap an exercise of today")
@once
def swap(request: HttpRequest) -> HttpResponse:
    """Do another exercise instead, one of those under ``swaps``."""
    member, given = caller(request), body_of(request, SwapIn)
    sheet = _sheet(member)
    other = next((each for each in _block(sheet, given.entry).others if each.entry_id == given.to), None)
    if other is None:
        raise Refused(404, "this exercise is not among the swaps")
    _write(member, sheet, {"kind": "entry", "id": str(given.to), "entry": reference(other), "deleted": False, "fields": {"skipped": ""}})
    return _today(member)


@_doing("skip", SkipIn, operation_id="skip", summary="Skip an exercise of today")
@once
def skip(request: HttpRequest) -> HttpResponse:
    """Leave an exercise out and say why, or do it after all."""
    member, given = caller(request), body_of(request, SkipIn)
    sheet = _sheet(member)
    entry = reference(_block(sheet, given.entry))
    _write(
        member, sheet, {"kind": "entry", "id": str(given.entry), "entry": entry, "deleted": False, "fields": {"skipped": given.why or ""}}
    )
    return _today(member)


@_doing("ready", ReadyIn, operation_id="ready", summary="Say how your legs are")
@once
def ready(request: HttpRequest) -> HttpResponse:
    """The question before a session; too much pain stops it, and ``stop`` says so."""
    member, given = caller(request), body_of(request, ReadyIn)
    sheet = _sheet(member)
    _write(member, sheet, {"kind": "session", "id": str(sheet.session_id), "fields": answer_fields(given.feel, given.nprs, given.kind)})
    return _today(member)


@_doing("finish", FinishIn, response={200: FinishedOut, **CHANGES}, operation_id="finish", summary="Finish the session")
@once
def finish(request: HttpRequest) -> HttpResponse:
    """End today's session; what comes next is worked out from it."""
    member, given = caller(request), body_of(request, FinishIn)
    sheet = _sheet(member)
    if sheet.row is None:
        raise Refused(409, "the session has not begun: log a set, or skip something, first")
    now = timezone.now()
    said = {name: value for name in ("session_rpe", "minutes") if (value := getattr(given, name)) is not None}
    fields: dict[str, Any] = {"finished_at": now.isoformat(), "notes": given.notes, **said}
    if given.pain_after is not None:
        fields["pain"] = {"after": given.pain_after}
    _write(member, sheet, {"kind": "session", "id": str(sheet.session_id), "fields": fields})
    return reply(FinishedOut(session=sheet.session_id, finished_at=now))


@router.post(
    "/sessions/{session_id}/reopen",
    auth=WRITE,
    response={204: None, **CHANGES},
    openapi_extra={"parameters": [PARAMETER]},
    operation_id="reopen_session",
    summary="Open a finished session again",
)
@once
def again(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Go on with a session that was finished."""
    if not reopen(member=caller(request), session_id=session_id):
        raise Refused(404, "there is no such session, or it is not yours")
    return HttpResponse(status=204)
