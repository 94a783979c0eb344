"""Counts requests and their time in this process, by route with placeholders: never by address or person."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0)
METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


@dataclass(slots=True)
class Timing:
    """Requests of one kind: how many took at most each bound, how many in all, and their seconds."""

    buckets: list[int] = field(default_factory=lambda: [0] * len(BOUNDS_S))
    count: int = 0
    sum_s: float = 0.0


class Requests:
    """All requests since the process began."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.timings: dict[tuple[str, str, int], Timing] = {}
        self.since = time.time()

    def add(self, route: str, method: str, status: int, took_s: float) -> None:
        """Count one request."""
        with self.lock:
            timing = self.timings.setdefault((route, method, status), Timing())
            timing.count += 1
            timing.sum_s += took_s
            for at, bound in enumerate(BOUNDS_S):
                timing.buckets[at] += took_s <= bound

    def copy(self) -> list[tuple[tuple[str, str, int], Timing]]:
        """The timings as they are now, by route."""
        with self.lock:
            return [(key, Timing(list(kept.buckets), kept.count, kept.sum_s)) for key, kept in sorted(self.timings.items())]


requests = Requests()


def measured(get_response: Handler) -> Handler:
    """Middleware that counts every request; an address that is none counts as route ``none``."""

    def respond(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        method = request.method if request.method in METHODS else "other"
        requests.add(match.route if match else "none", str(method), response.status_code, time.perf_counter() - started)
        return response

    return respond
