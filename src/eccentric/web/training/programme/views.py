"""The programme: weeks at a glance, moving a session, what a change would give, the calendar and the paper."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST, require_safe

from eccentric.plan.programme import WhatIf
from eccentric.terms.errors import BadInput, bad_input
from eccentric.web.library.queries import shelf
from eccentric.web.training import queries, services
from eccentric.web.training.models import Programme
from eccentric.web.training.programme.glance import glance
from eccentric.web.training.programme.strip import strip
from eccentric.web.training.wizard.drawings import EQUIPMENT


@require_safe
@login_required
def programme(request: HttpRequest) -> HttpResponse:
    """Weeks at a glance, reasons, what-if, calendar and paper. ``?week=3`` opens a week; a request by a script gets that week only."""
    assert request.user.is_authenticated
    row = queries.live_programme(member=request.user)
    if row is None:
        return render(request, "training/programme/none.html", {"here": "programme"})
    today = timezone.localdate()
    weeks = glance(member=request.user, row=row, today=today)
    now = next((week for week in weeks if any(slot.day >= today and not slot.done for slot in week.slots)), weeks[-1])
    asked = next((week for week in weeks if str(week.index) == request.GET.get("week")), None)
    shared = {"today": today, "unit": request.user.weight_unit}
    if asked is not None and request.headers.get("X-Requested-With") == "fetch":
        return render(request, "training/programme/days.html", shared | {"week": asked})
    shown = asked or now
    context = {
        **shared,
        "here": "programme",
        "row": row,
        "programme": queries.planned(row=row),
        "weeks": weeks,
        "strip": strip(weeks, now.index),
        "behind": [week for week in weeks if week.index < now.index],
        "ahead": [week for week in weeks if week.index >= now.index],
        "now": now,
        "shown": shown,
        **_calendar(request),
        **_what_if(request, row),
    }
    return render(request, "training/programme/programme.html", context)


def _calendar(request: HttpRequest) -> dict[str, str]:
    """The calendar's address, and the same for programs that subscribe."""
    assert request.user.is_authenticated
    address = request.build_absolute_uri(reverse("training:calendar", args=[queries.file_of(member=request.user).calendar_token]))
    return {"calendar": address, "webcal": address.replace("https://", "webcal://").replace("http://", "webcal://")}


def _offered(profile: dict[str, Any]) -> list[tuple[str, str]]:
    """Changes to ask about: more or less time, another day, and equipment that the person doesn't have."""
    offered = [("days.minutes=+15", "15 minutes more each day"), ("days.minutes=-15", "15 minutes less each day")]
    days = {day["weekday"] for day in profile["days"]}
    names = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
    offered += [(f"days=+{key}", f"train on {name} too") for key, name in names.items() if key not in days]
    offered += [(f"days=-{key}", f"no training on {names[key]}") for key in names if key in days and len(days) > 1]
    has = set(profile.get("equipment", []))
    return offered + [(f"equipment=+{key}", f"use of: {name.lower()}") for key, (name, _) in EQUIPMENT.items() if key not in has]


def _what_if(request: HttpRequest, row: Programme) -> dict[str, Any]:
    """The changes to ask about, the one that was asked, and what it would give."""
    asked = request.GET.get("change", "")
    found, problem = _priced(row, asked) if asked else (None, "")
    return {"changes": _offered(row.profile), "asked": asked, "found": found, "problem": problem}


def _priced(row: Programme, change: str) -> tuple[WhatIf | None, str]:
    """What a change would give; the planner works it out on the spot."""
    profile = queries.profile_of(member=row.member)
    if profile is None:
        return None, ""
    from eccentric.plan.what_if import what_if  # here: it brings the solver, which the server does not need to start

    try:
        weeks, before = max(4, row.weeks), queries.planned(row=row)
        return what_if(profile, [change], shelf().exercises, start=row.start, weeks=weeks, before=before)[0], ""
    except BadInput as error:
        return None, "; ".join(str(problem) for problem in error.problems)


@require_POST
@login_required
def move(request: HttpRequest) -> HttpResponse:
    """Move a session to another day; the message offers the way back."""
    assert request.user.is_authenticated
    try:
        planned, day = _move(request)
        services.move_session(member=request.user, planned=planned, day=day)
    except BadInput as error:
        messages.error(request, "; ".join(str(problem) for problem in error.problems))
        return redirect("training:programme")
    messages.info(request, f"Moved to {date_format(day, 'l j F')}.")
    row = queries.live_programme(member=request.user)
    week = (day - row.start).days // 7 + 1 if row else 1
    return redirect(reverse("training:programme") + f"?week={week}#s-{planned}")


def _move(request: HttpRequest) -> tuple[UUID, dt.date]:
    try:
        return UUID(request.POST.get("session", "")), dt.date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        raise bad_input("move", "a session of your programme and a day", request.POST.get("day", "")[:40]) from None


@require_POST
@login_required
def renew_calendar(request: HttpRequest) -> HttpResponse:
    """A new secret address for the calendar."""
    assert request.user.is_authenticated
    services.renew_calendar(member=request.user)
    messages.info(request, "The calendar has a new address; the old one no longer works.")
    return redirect(reverse("training:programme") + "#calendar")


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The calendar feed at its secret address; no account is asked, since calendars can't sign in."""
    from eccentric.web.training.programme.calendar_feed import feed  # here: it brings iCalendar, which the server does not need to start

    found = feed(token=token)
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=3600"})


@require_safe
@login_required
def paper(request: HttpRequest) -> HttpResponse:
    """The programme as PDF."""
    assert request.user.is_authenticated
    row = queries.live_programme(member=request.user)
    if row is None:
        raise Http404
    from eccentric.plan.page import page_pdf  # here: it brings the templates and fonts of paper, which the server does not need to start

    try:
        found = page_pdf(queries.planned(row=row))
    except BadInput as error:
        messages.error(request, "; ".join(str(problem) for problem in error.problems))
        return redirect("training:programme")
    headers = {"Content-Disposition": 'inline; filename="programme.pdf"'}
    return HttpResponse(found, content_type="application/pdf", headers=headers)
