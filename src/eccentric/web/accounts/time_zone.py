"""Times are shown in the person's own zone."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

Handler = Callable[[HttpRequest], HttpResponse]
COOKIE = "zone"


def local_time(get_response: Handler) -> Handler:
    """Use the zone in the person's settings, else the one that the browser told in a cookie, else UTC."""

    def respond(request: HttpRequest) -> HttpResponse:
        name = request.COOKIES.get(COOKIE, "")
        if "sessionid" in request.COOKIES and request.user.is_authenticated:
            name = request.user.time_zone or name
        try:
            timezone.activate(zoneinfo.ZoneInfo(name)) if name else timezone.deactivate()
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            timezone.deactivate()
        return get_response(request)

    return respond
