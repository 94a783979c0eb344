"""Health, metrics, and the page of the person who runs the server."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from eccentric.web.ops import metrics as prometheus
from eccentric.web.ops.health import findings
from eccentric.web.ops.jobs import job_counts, latest_jobs, try_again
from eccentric.web.ops.storage import places
from eccentric.web.ops.who import for_operators, for_operators_and_this_machine, from_this_machine, runs_the_server

SHOWN_PEOPLE = 200


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The process answers; asks nothing of the database."""
    return JsonResponse({"status": "alive"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the server can do its work, else 503; the reasons only for this machine and for who runs the server."""
    found = findings()
    ready = all(finding.good for finding in found if finding.needed)
    said: dict[str, object] = {"status": "ready" if ready else "not ready"}
    if from_this_machine(request) or (found[0].good and runs_the_server(request)):
        said["checks"] = {finding.name: {"good": finding.good, "found": finding.words} for finding in found}
    return JsonResponse(said, status=200 if ready else 503)


@require_safe
@never_cache
@for_operators_and_this_machine
def metrics(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """Prometheus' text format."""
    return HttpResponse(prometheus.exposition(), content_type=prometheus.CONTENT_TYPE)


@require_safe
@never_cache
@for_operators
def server(request: HttpRequest) -> HttpResponse:
    """Checks, storage, jobs and people on one page."""
    people = (
        get_user_model()
        .objects.order_by("username")
        .only("username", "first_name", "last_name", "is_staff", "is_active", "last_login", "date_joined", "demo")
    )
    context = {
        "here": "more",
        "checks": findings(),
        "stored": places(),
        "counts": job_counts(),
        "jobs": latest_jobs(),
        "people": people[:SHOWN_PEOPLE],
        "people_count": people.count(),
    }
    return render(request, "ops/server.html", context)


@require_POST
@for_operators
def job_again(request: HttpRequest, job: UUID) -> HttpResponse:
    """Queue a failed job once more."""
    done = try_again(job=job)
    messages.success(request, "The job waits for a worker again." if done else "That job has not failed, so it was left alone.")
    return redirect("ops:server")
