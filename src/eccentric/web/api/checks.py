"""Form checks, to read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.errors import FINDS, READS, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.checks.models import Check

router = Router()
READ = needs(Scope.CHECKS_READ)


class CheckOut(Out):
    """A form check; null = not known, or not yet."""

    id: UUID
    exercise: str
    state: str
    failure: str
    reps: int | None
    good_reps: int | None
    tempo: str
    verdict: str
    created_at: datetime
    finished_at: datetime | None
    report: str


def _out(check: Check) -> CheckOut:
    names = ("id", "exercise", "state", "failure", "reps", "good_reps", "tempo", "verdict", "created_at", "finished_at")
    return CheckOut(**{name: getattr(check, name) for name in names}, report=f"/checks/{check.pk}/")


@router.get("/checks", auth=READ, response={200: Listed[CheckOut], **READS}, operation_id="checks", summary="Your form checks")
def checks(request: HttpRequest, wanted: Query[Part]) -> HttpResponse:
    """Form checks, newest first; ``report`` is the address of its page."""
    rows = Check.objects.filter(owner=caller(request), expires_at=None).order_by("-created_at", "id")
    count = rows.count()
    part, after = part_of(rows, wanted, count)
    return reply(Listed[CheckOut](items=[_out(check) for check in part], count=count, next_offset=after))


@router.get("/checks/{check_id}", auth=READ, response={200: CheckOut, **FINDS}, operation_id="check", summary="One form check")
def check(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """One form check."""
    found = Check.objects.filter(owner=caller(request), pk=check_id, expires_at=None).first()
    if found is None:
        raise Refused(404, "there is no such check, or it is not yours")
    return reply(_out(found))
