"""Today: the page of the session, the forms that log without JavaScript, and the page after it."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from eccentric.terms.errors import BadInput
from eccentric.web.care.queries import held
from eccentric.web.pages.layout import theme_of
from eccentric.web.training import queries, services
from eccentric.web.training.ready import upcoming
from eccentric.web.training.today.acts import changes_of
from eccentric.web.training.today.kept import exercise_html
from eccentric.web.training.today.readiness import stop_texts
from eccentric.web.training.today.review import review
from eccentric.web.training.today.sheet import Block, Sheet, session_reference, sheet_of
from eccentric.web.training.today.shown import SKIP_REASONS


@require_safe
@login_required
def today(request: HttpRequest) -> HttpResponse:
    """The session of today: begun, next, or the reason why there is none."""
    assert request.user.is_authenticated
    file, now = queries.file_of(member=request.user), timezone.now()
    sheet = sheet_of(file=file, now=now)
    if sheet is None:
        return _without(request, file, now)
    response = render(request, "training/today.html", _context(request, sheet))
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _without(request: HttpRequest, file: Any, now: Any) -> HttpResponse:
    assert request.user.is_authenticated
    ready = upcoming(file=file, today=timezone.localdate(now))
    gates = ready.answer["gates"] if ready else []
    return render(request, "training/today/none.html", {"here": "today", "gates": gates, "held": held(coach=request.user)})


def _context(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    assert request.user.is_authenticated
    unit = request.user.weight_unit
    readiness = (sheet.row.readiness if sheet.row else None) or {}
    session = sheet.answer.get("session") or {}
    shared = {
        "unit": unit,
        "session_json": json.dumps(session_reference(sheet)),
        "session_id": sheet.session_id,
        "theme": theme_of(request),
        "act_url": reverse("training:act"),
        "check_url": _check_url(),
        "rir_values": range(6),
        "skip_reasons": SKIP_REASONS,
    }
    return {
        **shared,
        "here": "today",
        "sheet": sheet,
        "blocks": _blocks(request, sheet, shared, waits=not readiness),
        "heading": _heading(sheet),
        "minutes": session.get("minutes"),
        "exercises_shown": len(_visible(sheet)),
        "whole": [change for change in sheet.answer.get("changes", []) if change["exercise"] is None],
        "early": sheet.row is None and sheet.day > timezone.localdate(),
        "answered": bool(readiness),
        "stopped": readiness.get("stop"),
        "stops": stop_texts(),
        "cr10": range(11),
        "minutes_so_far": _minutes(sheet),
    }


def _blocks(request: HttpRequest, sheet: Sheet, shared: dict[str, Any], *, waits: bool) -> list[SafeString]:
    """The exercises; ``waits`` = the question before the session comes first, so none is open."""
    first = next((block for block in _visible(sheet) if not block.finished), None)
    every = [each for block in sheet.blocks for each in (block, *block.others)]
    token = get_token(request)
    return [exercise_html(each, shared, first=each is first and not waits, token=token) for each in every]


def _visible(sheet: Sheet) -> list[Block]:
    return [each for block in sheet.blocks for each in (block, *block.others) if not each.hidden]


def _heading(sheet: Sheet) -> str:
    """The session by what it is about to ask."""
    if sheet.finished:
        return "All done"
    return "Today" if sheet.row or sheet.day <= timezone.localdate() else f"Next: {sheet.day:%A}"


def _minutes(sheet: Sheet) -> int | None:
    if sheet.row is None:
        return None
    minutes = round((timezone.now() - sheet.row.created_at).total_seconds() / 60)
    return minutes if 5 <= minutes <= 240 else None


def _check_url() -> str:
    try:
        return reverse("checks:new")
    except NoReverseMatch:
        return ""


@require_POST
@login_required
def act(request: HttpRequest) -> HttpResponse:
    """A form of the page, for browsers without JavaScript: the same changes, made here."""
    assert request.user.is_authenticated
    try:
        changes = changes_of(request.POST)
        applied = services.apply_changes(member=request.user, changes=changes)
    except BadInput as error:
        return render(request, "training/today/refused.html", {"here": "today", "problems": error.problems}, status=422)
    if applied.refused:
        raise Http404
    if request.POST.get("act") == "finish":
        return redirect("training:after", session_id=changes[0].session.id)
    entry = changes[0].entry
    return redirect(reverse("training:today") + (f"#e-{entry.id}" if entry else ""))


@require_safe
@login_required
def after(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """What was good, one thing to fix, and what comes next and why."""
    assert request.user.is_authenticated
    row = queries.session(member=request.user, session_id=session_id)
    if row is None:
        raise Http404
    ready = upcoming(file=queries.file_of(member=request.user), today=timezone.localdate())
    context = {"here": "today", "row": row, "review": review(row), "next": ready, "unit": request.user.weight_unit}
    return render(request, "training/today/after.html", context)


@require_POST
@login_required
def after_again(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Open a finished session again."""
    assert request.user.is_authenticated
    if not services.reopen(member=request.user, session_id=session_id):
        raise Http404
    messages.info(request, "The session is open again.")
    return redirect("training:today")
