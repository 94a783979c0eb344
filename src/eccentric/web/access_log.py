"""One log line a request: method, route with placeholders, status and milliseconds."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

log = logging.getLogger("eccentric.web.access")
Handler = Callable[[HttpRequest], HttpResponse]


def access_log(get_response: Handler) -> Handler:
    """Log each request when the level is INFO; the path itself is not logged, since it may hold a private token."""

    def respond(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        if log.isEnabledFor(logging.INFO):
            match = request.resolver_match
            said = {"method": request.method, "route": match.route if match else "none", "status": response.status_code}
            log.info("request", extra={**said, "ms": round(1000 * (time.perf_counter() - started), 1)})
        return response

    return respond
