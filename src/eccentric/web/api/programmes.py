"""Programmes: made, read, moved, priced, ended."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from eccentric.plan.profile import Profile
from eccentric.plan.programme import WhatIf
from eccentric.terms.errors import BadInput, bad_input
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema
from eccentric.web.api.errors import CHANGES, FINDS, READS, WRITES, ErrorOut, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.library.queries import shelf
from eccentric.web.training import queries, services
from eccentric.web.training.models import Programme

router = Router()
READ, WRITE = needs(Scope.TRAINING_READ), needs(Scope.TRAINING_WRITE)
FIRST_DAYS, LAST_DAYS = 7, 60
"""A programme may begin this many days ago, or from now."""


class ProgrammeRow(Out):
    """A programme in a list; ``ended_at`` null = it is the one you follow."""

    id: UUID
    start: dt.date
    weeks: int
    created_at: dt.datetime
    ended_at: dt.datetime | None


class ProgrammeOut(ProgrammeRow):
    """A programme: ``result`` is what ``eccentric plan --json`` prints, ``moves`` the days to which planned sessions were moved."""

    result: dict[str, Any]
    moves: dict[str, dt.date]


class ProgrammeIn(Out):
    """What a programme is made for: a profile (null = the one you have), changes to it (``equipment=+band``), weeks and first day.

    ``keep`` false makes the programme and shows it, without following it.
    """

    profile: Profile | None = None
    changes: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=20)] = []
    weeks: Annotated[int, Field(ge=4, le=16)] = 8
    start: dt.date | None = None
    keep: bool = True


class MadeOut(Out):
    """What the planner says: ``result`` is what ``eccentric plan --json`` prints, with gates, offers and reasons.

    ``id`` is the programme that you follow now; null when it was not kept: nobody asked, a gate stops, or wishes clash.
    """

    id: UUID | None
    start: dt.date
    result: dict[str, Any]


class MoveIn(Out):
    """A planned session (its ``planned`` id) and the day to move it to."""

    planned: UUID
    day: dt.date


class MovesOut(Out):
    """Planned sessions that were moved, and where to."""

    moves: dict[str, dt.date]


class CalendarOut(Out):
    """The secret address of the calendar feed; whoever has it reads it."""

    address: str


class Asked(Schema):
    """One change to the profile, such as ``days.minutes=+15`` or ``equipment=+band``."""

    change: Annotated[str, Field(min_length=1, max_length=100)]


def _row(row: Programme) -> dict[str, Any]:
    return {"id": row.id, "start": row.start, "weeks": row.weeks, "created_at": row.created_at, "ended_at": row.ended_at}


@router.get("/programmes", auth=READ, response={200: Listed[ProgrammeRow], **READS}, operation_id="programmes", summary="Your programmes")
def programmes(request: HttpRequest, wanted: Query[Part]) -> HttpResponse:
    """All programmes, newest first."""
    rows = Programme.objects.filter(member=caller(request)).defer("result", "profile", "moves").order_by("-created_at", "id")
    count = rows.count()
    part, after = part_of(rows, wanted, count)
    return reply(Listed[ProgrammeRow](items=[ProgrammeRow(**_row(row)) for row in part], count=count, next_offset=after))


def _programme(row: Programme | None) -> HttpResponse:
    if row is None:
        raise Refused(404, "there is no such programme, or it is not yours")
    return reply(ProgrammeOut(**_row(row), result=row.result, moves=row.moves))


@router.get("/programme", auth=READ, response={200: ProgrammeOut, **FINDS}, operation_id="programme", summary="The one you follow")
def programme(request: HttpRequest) -> HttpResponse:
    """The programme that has not ended; 404 without one."""
    return _programme(Programme.objects.filter(member=caller(request), ended_at=None).first())


@router.get(
    "/programmes/{programme_id}", auth=READ, response={200: ProgrammeOut, **FINDS}, operation_id="one_programme", summary="One programme"
)
def one_programme(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Any of your programmes."""
    return _programme(Programme.objects.filter(member=caller(request), pk=programme_id).first())


@router.post(
    "/programmes",
    auth=needs(Scope.TRAINING_WRITE, Scope.PROFILE_WRITE),
    response={200: MadeOut, 201: MadeOut, **WRITES},
    openapi_extra=body_schema(ProgrammeIn, PARAMETER),
    operation_id="make_programme",
    summary="Make a programme",
)
@once
def make(request: HttpRequest) -> HttpResponse:
    """The wizard for programs: a profile in, the programme out, gates first. 201 when it is the one that you follow from now on.

    200 when nothing was kept: ``keep`` is false, or ``result`` says what stops (``gates``) or clashes (``conflict``, ``offers``).
    """
    member, given = caller(request), body_of(request, ProgrammeIn)
    profile = given.profile or queries.profile_of(member=member)
    if profile is None:
        raise bad_input("body.profile", "a profile, since you have none yet", "null")
    from eccentric.plan.known import of_the_library
    from eccentric.plan.make import plan  # here: it brings the solver, which the server does not need to start
    from eccentric.plan.read_profile import of_the_past
    from eccentric.plan.what_if import changed

    for change in given.changes:
        profile = changed(profile, change)
    start = _start(given.start)
    exercises = shelf().exercises
    profile = of_the_library(of_the_past(profile, min(start, timezone.localdate()), name="body.profile"), exercises, name="body.profile")
    programme = plan(profile, exercises, start=start, weeks=given.weeks)
    kept = None
    if given.keep and programme.weeks:
        kept = services.save_programme(member=member, profile=profile, programme=programme, start=start)
    result = programme.model_dump(mode="json", by_alias=True)
    return reply(MadeOut(id=kept.pk if kept else None, start=start, result=result), 201 if kept else 200)


def _start(asked: dt.date | None) -> dt.date:
    today = timezone.localdate()
    if asked is not None and not -FIRST_DAYS <= (asked - today).days <= LAST_DAYS:
        raise bad_input("body.start", f"a day from {FIRST_DAYS} days ago to {LAST_DAYS} days from now", asked.isoformat())
    return asked or today


@router.delete("/programme", auth=WRITE, response={204: None, **CHANGES}, operation_id="end_programme", summary="End it")
def end(request: HttpRequest) -> HttpResponse:
    """End the programme that you follow; what you did of it stays."""
    if queries.live_programme(member=caller(request)) is None:
        raise Refused(404, "there is no programme to end")
    services.end_programme(member=caller(request))
    return HttpResponse(status=204)


@router.post(
    "/programme/moves",
    auth=WRITE,
    response={200: MovesOut, **CHANGES},
    openapi_extra=body_schema(MoveIn, PARAMETER),
    operation_id="move_session",
    summary="Move a planned session",
)
@once
def move(request: HttpRequest) -> HttpResponse:
    """Move a session of the programme that you follow to another day; its own day takes the move back."""
    member, given = caller(request), body_of(request, MoveIn)
    if queries.live_programme(member=member) is None:
        raise Refused(404, "there is no programme yet")
    services.move_session(member=member, planned=given.planned, day=given.day)
    row = queries.live_programme(member=member)
    return reply(MovesOut(moves=row.moves if row else {}))


@router.get("/programme/what-if", auth=READ, response={200: WhatIf, **FINDS}, operation_id="what_if", summary="What a change would give")
def what_if(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """The same person with one thing different, priced by the solver; nothing is changed."""
    member = caller(request)
    row, profile = queries.live_programme(member=member), queries.profile_of(member=member)
    if row is None or profile is None:
        raise Refused(404, "there is no programme yet")
    from eccentric.plan.what_if import what_if as priced  # here: it brings the solver

    before = queries.planned(row=row)
    return reply(priced(profile, [asked.change], shelf().exercises, start=row.start, weeks=max(4, row.weeks), before=before)[0])


def _address(request: HttpRequest, token: str) -> CalendarOut:
    return CalendarOut(address=request.build_absolute_uri(reverse("training:calendar", args=[token])))


@router.get("/programme/calendar", auth=READ, response={200: CalendarOut, **READS}, operation_id="calendar", summary="The calendar feed")
def calendar(request: HttpRequest) -> HttpResponse:
    """Where a calendar finds your sessions."""
    return reply(_address(request, queries.file_of(member=caller(request)).calendar_token))


@router.post(
    "/programme/calendar",
    auth=WRITE,
    response={200: CalendarOut, **WRITES},
    openapi_extra={"parameters": [PARAMETER]},
    operation_id="renew_calendar",
    summary="Give the calendar a new address",
)
@once
def renew_calendar(request: HttpRequest) -> HttpResponse:
    """The old address stops working."""
    return reply(_address(request, services.renew_calendar(member=caller(request))))


@router.get(
    "/programme/paper",
    auth=READ,
    response={200: None, 503: ErrorOut, **FINDS},
    openapi_extra={
        "responses": {200: {"description": "A PDF", "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}}
    },
    operation_id="paper",
    summary="The programme as PDF",
)
def paper(request: HttpRequest) -> HttpResponse:
    """The programme that you follow, to print; 503 where this server can't make PDFs, with what is missing."""
    row = queries.live_programme(member=caller(request))
    if row is None:
        raise Refused(404, "there is no programme yet")
    from eccentric.plan.page import page_pdf  # here: it brings the templates and fonts of paper, which the server does not need to start

    try:
        found = page_pdf(queries.planned(row=row))
    except BadInput as error:
        raise Refused(503, "; ".join(str(problem) for problem in error.problems)) from None
    return HttpResponse(found, content_type="application/pdf")
