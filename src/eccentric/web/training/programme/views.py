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
from eccentric.web.training.programme.glance import glance
from eccentric.web.training.programme.strip import strip
from eccentric.web.training.wizard.drawings import EQUIPMENT


@require_safe
@login_required
def programme(request: HttpRequest) -> HttpResponse:
    """Weeks at a glance, reasons, what-if, calendar and paper."""
    assert request.user.is_authenticated
    row = queries.live_programme(member=request.user)
    if row is None:
        return render(request, "training/programme/none.html", {"here": "programme"})
    today = timezone.localdate()
    weeks = glance(member=request.user, row=row, today=today)
    now = next((week for week in weeks if any(slot.day >= today and not slot.done for slot in week.slots)), weeks[-1])
    found, problem = _priced(request)
    calendar = request.build_absolute_uri(reverse("training:calendar", args=[queries.file_of(member=request.user).calendar_token]))
    context = {
        "here": "programme",
        "row": row,
        "programme": queries.planned(row=row),
        "weeks": weeks,
        "strip": strip(weeks, now.index),
        "behind": [week for week in weeks if week.index < now.index],
        "ahead": [week for week in weeks if week.index >= now.index],
        "now": now,
        "today": today,
        "calendar": calendar,
        "webcal": calendar.replace("https://", "webcal://").replace("http://", "webcal://"),
        "found": found,
        "problem": problem,
        "asked": request.GET.get("change", ""),
        "changes": _offered(row.profile),
        "unit": request.user.weight_unit,
    }
    return render(request, "training/programme/programme.html", context)


def _offered(profile: dict[str, Any]) -> list[tuple[str, str]]:
    """Changes to ask about: more or less time, another day, and equipment that the person doesn't have."""
    offered = [("days.minutes=+15", "15 minutes more each day"), ("days.minutes=-15", "15 minutes less each day")]
    days = {day["weekday"] for day in profile["days"]}
    names = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}
    offered += [(f"days=+{key}", f"train on {name} too") for key, name in names.items() if key not in days]
    offered += [(f"days=-{key}", f"no training on {names[key]}") for key in names if key in days and len(days) > 1]
    has = set(profile.get("equipment", []))
    return offered + [(f"equipment=+{key}", f"use of: {name.lower()}") for key, (name, _) in EQUIPMENT.items() if key not in has]


def _priced(request: HttpRequest) -> tuple[WhatIf | None, str]:
    """What a change would give, when one is asked for; the planner works it out on the spot."""
    change = request.GET.get("change", "")
    assert request.user.is_authenticated
    row, profile = queries.live_programme(member=request.user), queries.profile_of(member=request.user)
    if not change or row is None or profile is None:
        return None, ""
    try:
        before = queries.planned(row=row)
        from eccentric.plan.what_if import what_if  # here: it brings the solver, which the server does not need to start

        return what_if(profile, [change], shelf().exercises, start=row.start, weeks=max(4, row.weeks), before=before)[0], ""
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
    return redirect(reverse("training:programme") + f"#s-{planned}")


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
