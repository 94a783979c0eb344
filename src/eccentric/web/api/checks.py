"""Form checks: a clip in, its report out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from eccentric.journal.records import WatchedSummary
from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.api.auth import caller, needs
from eccentric.web.api.bodies import body_of, body_schema, problems_of
from eccentric.web.api.errors import CHANGES, FINDS, READS, ErrorOut, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.api.once import PARAMETER, once
from eccentric.web.checks import services
from eccentric.web.checks.events import snapshot
from eccentric.web.checks.forms import CheckForm, too_many
from eccentric.web.checks.models import Check, State
from eccentric.web.library.queries import seen_by_camera
from eccentric.web.training.set_on_video import FilmedSet, filmed_set

router = Router()
READ, WRITE = needs(Scope.CHECKS_READ), needs(Scope.CHECKS_WRITE)


class CheckOut(Out):
    """A form check; null = not known, or not yet. ``share`` (0 to 1) and ``words`` say how far it is; ``ended`` = nothing more happens.

    ``set`` is the logged set that the clip shows, ``seen`` what watching found, which that set then carries.
    """

    id: UUID
    exercise: str
    set: UUID | None
    state: str
    share: float
    words: str
    ended: bool
    failure: str
    reps: int | None
    good_reps: int | None
    tempo: str
    verdict: str
    seen: WatchedSummary | None
    created_at: datetime
    finished_at: datetime | None
    report: str


class ClipIn(Schema):
    """What a clip shows: an exercise of the library, or one of your sets (then the exercise is the set's)."""

    exercise: str = ""
    set: UUID | None = None
    keep_video: bool = False


class SetIn(Out):
    """One of your logged sets."""

    set: UUID


def _out(check: Check) -> CheckOut:
    names = ("id", "exercise", "state", "failure", "reps", "good_reps", "tempo", "verdict", "created_at", "finished_at")
    now = snapshot(check)
    seen = WatchedSummary.model_validate_json(json.dumps(check.seen)) if check.seen else None
    return CheckOut(
        **{name: getattr(check, name) for name in names},
        set=check.training_set,
        share=now["share"],
        words=now["words"],
        ended=now["ended"],
        seen=seen,
        report=f"/checks/{check.pk}/",
    )


def _found(request: HttpRequest, check_id: UUID) -> Check:
    found = Check.objects.filter(owner=caller(request), pk=check_id, expires_at=None).first()
    if found is None:
        raise Refused(404, "there is no such check, or it is not yours")
    return found


def _set(member: User, set_id: UUID) -> FilmedSet:
    found = filmed_set(member=member, set_id=set_id)
    if found is None or not seen_by_camera(found.exercise):
        raise Refused(404, "there is no such set, it is not yours, or a camera cannot check its exercise")
    return found


@router.get("/checks", auth=READ, response={200: Listed[CheckOut], **READS}, operation_id="checks", summary="Your form checks")
def checks(request: HttpRequest, wanted: Query[Part]) -> HttpResponse:
    """Form checks, newest first; ``report`` is the address of its page."""
    rows = Check.objects.filter(owner=caller(request), expires_at=None).order_by("-created_at", "id")
    count = rows.count()
    part, after = part_of(rows, wanted, count)
    return reply(Listed[CheckOut](items=[_out(check) for check in part], count=count, next_offset=after))


@router.post(
    "/checks",
    auth=WRITE,
    response={202: CheckOut, 429: ErrorOut, **CHANGES},
    openapi_extra={"parameters": [PARAMETER]},
    operation_id="upload_clip",
    summary="Upload a clip to check",
)
@once
def upload(request: HttpRequest, clip: File[UploadedFile], about: Form[ClipIn]) -> HttpResponse:
    """Send a clip of one set. Ask ``GET /checks/{check_id}`` until ``ended``; the clip is deleted when it was watched."""
    member = caller(request)
    if (clip.size or 0) > settings.CLIP_MOST_BYTES:
        raise Refused(413, f"the clip has more than {settings.CLIP_MOST_BYTES // 1_000_000} MB")
    filmed = _set(member, about.set) if about.set is not None else None
    form = CheckForm({"exercise": about.exercise, "keep_video": about.keep_video}, {"clip": clip}, member=True, filmed=filmed)
    if not form.is_valid():
        raise problems_of(form)
    holder = f"member {member.pk}"
    refused = too_many(holder=holder, address=request.META.get("REMOTE_ADDR", ""))
    if refused is not None:
        raise Refused(429, refused)
    given: dict[str, Any] = form.cleaned_data
    return reply(_out(services.begin(holder=holder, owner=member, **given)), 202)


@router.get("/checks/{check_id}", auth=READ, response={200: CheckOut, **FINDS}, operation_id="check", summary="One form check")
def check(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """One form check, and how far it is."""
    return reply(_out(_found(request, check_id)))


@router.get(
    "/checks/{check_id}/report",
    auth=READ,
    response={200: dict[str, Any], **FINDS},
    operation_id="report",
    summary="What was seen",
)
def report(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """What ``eccentric watch --json`` prints: every repetition with its phases, range and faults. 404 until the check is done."""
    found = _found(request, check_id)
    try:
        text = (found.folder / "watch.json").read_text(encoding="utf-8") if found.state == State.DONE else None
    except OSError:
        text = None
    if text is None:
        raise Refused(404, "there is no report of this check, or not yet")
    return HttpResponse(text, content_type="application/json")


@router.post(
    "/checks/{check_id}/set",
    auth=needs(Scope.CHECKS_WRITE, Scope.TRAINING_WRITE),
    response={200: CheckOut, **CHANGES},
    openapi_extra=body_schema(SetIn, PARAMETER),
    operation_id="choose_set",
    summary="Say which set a clip shows",
)
@once
def choose(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """The set carries what was seen: tempo, range and faults, now or when the check is done."""
    found, given = _found(request, check_id), body_of(request, SetIn)
    chosen = _set(caller(request), given.set)
    if chosen.exercise != found.exercise:
        raise Refused(409, "the clip shows another exercise than the set")
    services.choose_set(check=found, training_set=chosen.id)
    return reply(_out(_found(request, check_id)))


@router.delete("/checks/{check_id}", auth=WRITE, response={204: None, **CHANGES}, operation_id="delete_check", summary="Delete a check")
def delete(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Delete a check with its report, pictures and video; what a set carries of it stays with the set."""
    services.delete(check=_found(request, check_id))
    return HttpResponse(status=204)
