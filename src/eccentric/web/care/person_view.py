"""A coach's read-only view of a member: the parts that the member shares, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eccentric.web.accounts.models import User
from eccentric.web.accounts.who import signed_in
from eccentric.web.care.models import Part
from eccentric.web.care.queries import grant_of
from eccentric.web.checks.models import Check
from eccentric.web.progress.names import name_of_id
from eccentric.web.training.queries import live_programme, planned_days, sessions

LATELY_DAYS = 28
AHEAD_DAYS = 14
SHOWN_CHECKS = 10


@require_safe
@login_required
@never_cache
def person(request: HttpRequest, grant: int) -> HttpResponse:
    """What one member shares with the person who is signed in; anybody else's grant, or one that has ended, is not there."""
    coach = signed_in(request)
    found = grant_of(coach=coach, grant_id=grant)
    if found is None:
        raise Http404
    member, parts = found.member, set(found.parts)
    context: dict[str, Any] = {"here": "more", "grant": found, "member": member, "shown": parts, "parts": Part}
    today = timezone.localdate()
    if Part.PROGRAMME in parts:
        context |= _programme(member, today)
    if parts & {Part.PROGRESS, Part.PAIN}:
        from eccentric.web.progress.kept import kept_page  # here: it brings Polars, which the server does not need to start
        from eccentric.web.progress.page import Wanted

        wanted = Wanted.from_query(request.GET)
        context["progress"] = kept_page(
            member=member, wanted=wanted, today=today, unit=coach.weight_unit, training=Part.PROGRESS in parts, pain=Part.PAIN in parts
        )
    if Part.CHECKS in parts:
        newest = Check.objects.filter(owner=member, expires_at=None).order_by("-created_at")[:SHOWN_CHECKS]
        context["checks"] = [(check, name_of_id(check.exercise)) for check in newest]
    return render(request, "care/person.html", context)


def _programme(member: User, today: date) -> dict[str, Any]:
    """The planned sessions of the next two weeks and the sessions of the last four."""
    row = live_programme(member=member)
    ahead = [plan for plan in planned_days(row=row) if today <= plan.day <= today + timedelta(days=AHEAD_DAYS)] if row else []
    done = sessions(member=member, since=today - timedelta(days=LATELY_DAYS), until=today, newest_first=True)
    return {"programme": row, "ahead": ahead, "done": done}
