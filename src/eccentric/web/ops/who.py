"""Who may look at the server itself: a program on this machine, or a signed-in person who runs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
LOCAL = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Forwarded", "Via")


def from_this_machine(request: HttpRequest) -> bool:
    """True for a direct connection from this machine: one that a reverse proxy passed on is somebody else's."""
    return request.META.get("REMOTE_ADDR") in LOCAL and not any(name in request.headers for name in FORWARDED)


def runs_the_server(request: HttpRequest) -> bool:
    """True for an active person with the staff flag (``eccentric admin NAME`` gives it)."""
    return bool(request.user.is_authenticated and request.user.is_active and request.user.is_staff)


def for_operators(view: View) -> View:
    """Show a page only to the person who runs the server; for others it is not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not runs_the_server(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def for_operators_and_this_machine(view: View) -> View:
    """As ``for_operators``, and for programs on this machine, such as Prometheus."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not from_this_machine(request) and not runs_the_server(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
