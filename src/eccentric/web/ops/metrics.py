"""What Prometheus reads: requests, jobs, people and bytes; counts only, with nobody's data in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from eccentric.web.ops.jobs import job_counts, oldest_waiting_s
from eccentric.web.ops.measured import BOUNDS_S, requests
from eccentric.web.ops.storage import places

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
ACTIVE_DAYS = 30


def exposition() -> str:
    """The metrics in Prometheus' text format."""
    return "\n".join([*_requests(), *_jobs(), *_people(), *_bytes()]) + "\n"


def _head(name: str, kind: str, words: str) -> list[str]:
    return [f"# HELP {name} {words}", f"# TYPE {name} {kind}"]


def _labels(**labels: object) -> str:
    """Labels in braces, escaped as the format asks."""
    escaped = {name: str(value).replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") for name, value in labels.items()}
    return "{" + ",".join(f'{name}="{value}"' for name, value in escaped.items()) + "}"


def _requests() -> Iterator[str]:
    name = "eccentric_request_seconds"
    yield from _head(name, "histogram", "Time to answer, by route; this process since it began.")
    for (route, method, status), timing in requests.copy():
        shared = {"route": route, "method": method, "status": status}
        for bound, count in zip(BOUNDS_S, timing.buckets, strict=True):
            yield f"{name}_bucket{_labels(**shared, le=bound)} {count}"
        yield f"{name}_bucket{_labels(**shared, le='+Inf')} {timing.count}"
        yield f"{name}_sum{_labels(**shared)} {timing.sum_s:.6f}"
        yield f"{name}_count{_labels(**shared)} {timing.count}"
    yield from _head("eccentric_process_start_time_seconds", "gauge", "When this process began, in seconds since 1970.")
    yield f"eccentric_process_start_time_seconds {requests.since:.0f}"


def _jobs() -> Iterator[str]:
    counts = job_counts()
    yield from _head("eccentric_jobs", "gauge", "Background jobs by state; failed and done in the last seven days.")
    for state, count in counts._asdict().items():
        yield f"eccentric_jobs{_labels(state=state)} {count}"
    yield from _head("eccentric_jobs_oldest_waiting_seconds", "gauge", "How long the oldest job that could run has waited.")
    yield f"eccentric_jobs_oldest_waiting_seconds {oldest_waiting_s():.1f}"


def _people() -> Iterator[str]:
    people = get_user_model().objects
    since = timezone.now() - timedelta(days=ACTIVE_DAYS)
    yield from _head("eccentric_people", "gauge", "Accounts on this server; lately = signed in within thirty days.")
    yield f"eccentric_people{_labels(which='all')} {people.count()}"
    yield f"eccentric_people{_labels(which='lately')} {people.filter(last_login__gte=since).count()}"


def _bytes() -> Iterator[str]:
    yield from _head("eccentric_storage_bytes", "gauge", "What the server keeps on disk, and the free space.")
    for place in places():
        yield f"eccentric_storage_bytes{_labels(place=place.key)} {place.size_bytes}"
