"""Test results and body masses: read, kept, deleted."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from eccentric.journal.records import BodyMass
from eccentric.journal.tests_of_person import TestResult
from eccentric.terms.errors import bad_input
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema, json_of
from eccentric.web.api.errors import CHANGES, READS, WRITES, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.training import queries, services
from eccentric.web.training.models import Kept

router = Router()
READ, WRITE = needs(Scope.TRAINING_READ), needs(Scope.TRAINING_WRITE)


class Days(Part):
    """Which days of a list; both are included."""

    since: date | None = None
    until: date | None = None


def _part(request: HttpRequest, kind: Kept, wanted: Days) -> tuple[list[Any], int, int | None]:
    """Records of a kind, newest first: those of this part, how many there are, and where the next part begins."""
    found = [
        record
        for record in reversed(queries.others(member=caller(request), kind=kind))
        if (wanted.since or date.min) <= record.day <= (wanted.until or date.max)
    ]
    part, after = part_of(found, wanted, len(found))
    return list(part), len(found), after


def _keep(request: HttpRequest, kind: Kept, model: Any) -> HttpResponse:
    """Keep what was sent under its own id: 201, or 409 when the id is taken by another record."""
    given = body_of(request, model)
    if "id" not in json_of(request):
        raise bad_input("body.id", "an id (a UUID, best version 7) that you made", "none")
    if not services.save_other(member=caller(request), kind=kind, record=given):
        raise Refused(409, "this id belongs to another record")
    return reply(given, 201)


def _delete(request: HttpRequest, kind: Kept, record_id: UUID) -> HttpResponse:
    if not services.delete_other(member=caller(request), kind=kind, record_id=record_id):
        raise Refused(404, "there is no such record, or it is not yours")
    return HttpResponse(status=204)


@router.get("/tests", auth=READ, response={200: Listed[TestResult], **READS}, operation_id="tests", summary="Your test results")
def tests(request: HttpRequest, wanted: Query[Days]) -> HttpResponse:
    """Results of tests and questionnaires, newest first, as in the journal's file."""
    part, count, after = _part(request, Kept.TEST, wanted)
    return reply(Listed[TestResult](items=part, count=count, next_offset=after))


@router.post(
    "/tests",
    auth=WRITE,
    response={201: TestResult, **WRITES},
    openapi_extra=body_schema(TestResult, PARAMETER),
    operation_id="keep_test",
    summary="Keep a test result",
)
@once
def keep_test(request: HttpRequest) -> HttpResponse:
    """Under the id that you gave it; the same id again replaces it. Stages and loads follow it from then on."""
    return _keep(request, Kept.TEST, TestResult)


@router.delete(
    "/tests/{record_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="delete_test", summary="Delete a test result"
)
def delete_test(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Delete one result."""
    return _delete(request, Kept.TEST, record_id)


@router.get("/body-mass", auth=READ, response={200: Listed[BodyMass], **READS}, operation_id="body_masses", summary="Your body mass")
def body_masses(request: HttpRequest, wanted: Query[Days]) -> HttpResponse:
    """Body masses in kilograms, newest first."""
    part, count, after = _part(request, Kept.BODY_MASS, wanted)
    return reply(Listed[BodyMass](items=part, count=count, next_offset=after))


@router.post(
    "/body-mass",
    auth=WRITE,
    response={201: BodyMass, **WRITES},
    openapi_extra=body_schema(BodyMass, PARAMETER),
    operation_id="keep_body_mass",
    summary="Keep a body mass",
)
@once
def keep_body_mass(request: HttpRequest) -> HttpResponse:
    """Under the id that you gave it; the same id again replaces it."""
    return _keep(request, Kept.BODY_MASS, BodyMass)


@router.delete(
    "/body-mass/{record_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="delete_body_mass", summary="Delete a body mass"
)
def delete_body_mass(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Delete one body mass."""
    return _delete(request, Kept.BODY_MASS, record_id)
