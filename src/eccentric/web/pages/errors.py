"""Pages for when something is not there, not allowed or broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

BROKE = "Something broke on the server"


def _page(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    if request.headers.get("Accept", "").startswith("application/json"):
        from django.http import JsonResponse

        return JsonResponse({"error": title}, status=status)
    return render(request, "pages/error.html", {"status": status, "title": title, "words": words}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """400."""
    return _page(request, 400, "That request could not be read", "Go back and try once more.")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """403."""
    return _page(request, 403, "This is not yours to see", "It may belong to another person, or the consent for it has ended.")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """404."""
    return _page(
        request, 404, "There is no such page", "It may have been deleted, as clips and their reports are, or the address has a slip."
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500; the reason is in the server's log. When not even our frame can be drawn, plain words."""
    words = "Nothing that you saved is lost. The person who runs this server finds the reason in its log."
    try:
        return _page(request, 500, BROKE, words)
    except Exception:
        return HttpResponse(f"<!doctype html><html lang=en><title>{BROKE}</title><h1>{BROKE}</h1><p>{words}</p>", status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """A form that was too old, or came from elsewhere."""
    return _page(request, 403, "That form was too old", "Go back, reload the page and send it once more.")
