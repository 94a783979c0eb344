"""The wizard: one question a screen, kept on the server until it is saved, ending with the programme or the reason why not."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eccentric.plan.profile import Profile
from eccentric.plan.programme import Programme
from eccentric.terms.errors import BadInput
from eccentric.web.library.queries import shelf
from eccentric.web.training import queries, services
from eccentric.web.training.wizard import choices
from eccentric.web.training.wizard.answers import profile_of
from eccentric.web.training.wizard.steps import BY_KEY, STEPS, before, following

KEPT = "wizard"
MADE = "wizard_programme"


@require_safe
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Where the wizard was left, or its first step; ``?again`` begins anew."""
    if "again" in request.GET:
        for name in (KEPT, MADE):
            request.session.pop(name, None)
    kept = request.session.get(KEPT, {})
    first = next((step.key for step in STEPS if step.key not in kept), None)
    return redirect("training:step", key=first) if first else redirect("training:made")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def step(request: HttpRequest, key: str) -> HttpResponse:
    """One step: asks, keeps the answer, goes on."""
    here = BY_KEY.get(key)
    if here is None:
        raise Http404
    kept = request.session.get(KEPT, {})
    problems: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            kept = {**kept, key: here.read(request.POST)}
            kept.pop("changes", None)
            request.session[KEPT] = kept
            after = following(key)
            return redirect("training:step", key=after) if after else redirect("training:made")
        except BadInput as error:
            problems = error.problems
    number = [each.key for each in STEPS].index(key) + 1
    context = {
        "here": "programme",
        "step": here,
        "number": number,
        "count": len(STEPS),
        "share": number / len(STEPS),
        "before": before(key),
        "answers": kept.get(key) or choices.earlier(request, key),
        "problems": problems,
        **here.context(),
        **choices.of(key, kept),
    }
    return render(request, f"training/wizard/{here.template}.html", context, status=422 if problems else 200)


@require_safe
@never_cache
def made(request: HttpRequest) -> HttpResponse:
    """The programme and why; or the stop and whom to see; or the conflict and what would help."""
    kept = request.session.get(KEPT, {})
    missing = next((each for each in STEPS if each.key not in kept), None)
    if missing is not None:
        return redirect("training:step", key=missing.key)
    try:
        profile, programme = _programme(request)
    except BadInput as error:
        return render(request, "training/wizard/unread.html", {"here": "programme", "problems": error.problems, "steps": STEPS}, status=422)
    unit = getattr(request.user, "weight_unit", "kg")
    context = {"here": "programme", "programme": programme, "profile": profile, "steps": STEPS, "unit": unit}
    template = "stop" if programme.verdict == "stop" else "made" if programme.weeks else "conflict"
    return render(request, f"training/wizard/{template}.html", context)


def _programme(request: HttpRequest) -> tuple[Profile, Programme]:
    """The profile of the answers and its programme, made once for the same answers and day."""
    kept, today = request.session[KEPT], timezone.localdate()
    profile = profile_of(kept, today)
    weeks = kept["days"].get("weeks", 8)
    key = hashlib.sha256(json.dumps([profile.model_dump(mode="json"), weeks, today.isoformat()], sort_keys=True).encode()).hexdigest()
    found = request.session.get(MADE)
    if found and found["key"] == key:
        return profile, Programme.model_validate(found["programme"])
    from eccentric.plan.make import plan  # here: it brings the solver, which the server does not need to start

    programme = plan(profile, shelf().exercises, start=today, weeks=weeks)
    request.session[MADE] = {"key": key, "start": today.isoformat(), "programme": programme.model_dump(mode="json", by_alias=True)}
    return profile, programme


@require_POST
def take_offer(request: HttpRequest) -> HttpResponse:
    """Take one of the changes that would help; ``plan`` checks it again."""
    kept = request.session.get(KEPT, {})
    if not kept:
        return redirect("training:wizard")
    changes = [*kept.get("changes", {}).get("changes", []), request.POST.get("change", "")]
    try:
        profile_of({**kept, "changes": {"changes": changes}}, timezone.localdate())
    except BadInput as error:
        return render(request, "training/wizard/unread.html", {"here": "programme", "problems": error.problems, "steps": STEPS}, status=422)
    request.session[KEPT] = {**kept, "changes": {"changes": changes}}
    return redirect("training:made")


@require_POST
@login_required
def save(request: HttpRequest) -> HttpResponse:
    """Keep the programme as the member's own."""
    assert request.user.is_authenticated
    if not request.session.get(KEPT):
        return redirect("training:wizard")
    profile, programme = _programme(request)
    if not programme.weeks:
        return redirect("training:made")
    services.save_programme(member=request.user, profile=profile, programme=programme, start=timezone.localdate())
    for name in (KEPT, MADE):
        request.session.pop(name, None)
    assert queries.live_programme(member=request.user) is not None
    return redirect("training:today")
