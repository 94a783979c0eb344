"""Form checks: upload a clip, watch it being watched, read the report."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eccentric.web.checks import queries, services
from eccentric.web.checks.embedding import embedded
from eccentric.web.checks.events import happening, snapshot
from eccentric.web.checks.forms import CheckForm, too_many
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.of_set import set_named
from eccentric.web.checks.ranges import file_response
from eccentric.web.checks.session import holder_of
from eccentric.web.library.page import inline_figure
from eccentric.web.library.queries import exercise as exercise_page
from eccentric.web.ops.reaping import reap
from eccentric.web.training.set_on_video import filmed_set, sets_near

SHOWN_EXERCISE = "lying-leg-curl"


def _found(request: HttpRequest, check_id: UUID, *, to_change: bool = False) -> Check:
    find = queries.own if to_change else queries.visible
    check = find(check_id=check_id, viewer=request.user, holder=holder_of(request))
    if check is None:
        raise Http404
    return check


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One's own checks, newest first."""
    rows = [(check, _name(check)) for check in queries.listed(viewer=request.user, holder=holder_of(request))[:200]]
    return render(request, "checks/index.html", {"rows": rows, "here": "checks"})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Upload a clip; no account needed."""
    member = request.user if request.user.is_authenticated else None
    filmed = set_named(request, (request.POST if request.method == "POST" else request.GET).get("set", ""))
    if request.method != "POST":
        form = CheckForm(member=member is not None, filmed=filmed, initial={"exercise": request.GET.get("exercise", "")})
        return _upload_page(request, form, 200)
    form = CheckForm(request.POST, request.FILES, member=member is not None, filmed=filmed)
    holder = holder_of(request, make=True)
    if form.is_valid():
        refused = too_many(holder=holder, address=request.META.get("REMOTE_ADDR", ""))
        if refused is None:
            check = services.begin(holder=holder, owner=member, **{"keep_video": False} | form.cleaned_data)
            return redirect("checks:show", check.pk)
        form.add_error(None, refused)
        return _upload_page(request, form, 429)
    return _upload_page(request, form, 400)


def _upload_page(request: HttpRequest, form: CheckForm, status: int) -> HttpResponse:
    exercise = form.filmed.exercise if form.filmed else str(form["exercise"].value() or "")
    context = {"form": form, "filmed": form.filmed, "drawing": inline_figure(exercise_id=exercise or SHOWN_EXERCISE), "here": "checks"}
    return render(request, "checks/new.html", context, status=status)


@require_safe
@never_cache
def show(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """The report, or how far it is, or why there is none."""
    check = _found(request, check_id)
    mine = check.owner_id is None or check.owner_id == request.user.pk
    context: dict[str, Any] = {
        "check": check,
        "name": _name(check),
        "mine": mine,
        "here": "checks",
        "page": exercise_page(exercise_id=check.exercise),
        **_set_of(request, check),
    }
    if check.state == State.DONE:
        report = embedded(check.folder / "report.html")
        if report is None:
            raise Http404
        return render(request, "checks/report.html", context | {"report": report})
    if not check.ended:
        reap()
    return render(request, "checks/failed.html" if check.ended else "checks/waiting.html", context | {"now": snapshot(check)})


def _set_of(request: HttpRequest, check: Check) -> dict[str, Any]:
    """For the owner: the set that the check shows, or those that it could show."""
    if not request.user.is_authenticated or check.owner_id != request.user.pk:
        return {}
    if check.training_set is not None:
        return {"filmed": filmed_set(member=request.user, set_id=check.training_set)}
    day = timezone.localdate(check.created_at)
    return {"sets": sets_near(member=request.user, exercise=check.exercise, day=day) if check.seen else []}


@require_safe
@never_cache
def progress(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """How far it is, as JSON, for browsers without server-sent events."""
    return JsonResponse(snapshot(_found(request, check_id)))


@require_safe
def events(request: HttpRequest, check_id: UUID) -> HttpResponseBase:
    """How far it is, as server-sent events, until it ends."""
    check = _found(request, check_id)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "Content-Encoding": "identity"}
    return StreamingHttpResponse(happening(check.pk), content_type="text/event-stream", headers=headers)


@require_safe
def film(request: HttpRequest, check_id: UUID) -> HttpResponseBase:
    """The annotated video, where it was kept; players may ask for parts."""
    return file_response(request, _found(request, check_id).film, "video/mp4")


@require_POST
@login_required
def keep(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Keep a visitor's report among the member's."""
    check = _found(request, check_id, to_change=True)
    assert request.user.is_authenticated
    services.adopt(check=check, member=request.user)
    messages.success(request, "Kept among your form checks.")
    return redirect("checks:show", check.pk)


@require_POST
def delete(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Delete a check and its files."""
    services.delete(check=_found(request, check_id, to_change=True))
    messages.success(request, "Deleted: report, pictures and video.")
    return redirect(reverse("checks:index"))


def _name(check: Check) -> str:
    page = exercise_page(exercise_id=check.exercise)
    return page.name if page else check.exercise
