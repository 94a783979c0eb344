"""What every page's frame needs to know."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

THEMES = ("light", "dark", "contrast")


class Place(NamedTuple):
    """An entry of the navigation."""

    key: str
    name: str
    url: str


MEMBER = (
    ("today", "Today", "training:today"),
    ("programme", "Programme", "training:programme"),
    ("progress", "Progress", "progress:index"),
    ("library", "Library", "library_pages:index"),
    ("more", "More", "pages:more"),
)
VISITOR = (
    ("checks", "Check a set", "checks:new"),
    ("programme", "Programme", "training:wizard"),
    ("library", "Library", "library_pages:index"),
    ("more", "More", "pages:more"),
)


def layout(request: HttpRequest) -> dict[str, Any]:
    """Return the places of the navigation for this person; a page marks its own with ``here`` in its context."""
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {"places": _places(signed_in), "signed_in": signed_in, "theme": theme_of(request)}


def theme_of(request: HttpRequest) -> str:
    """The look that the person chose for this browser; "" for what the device prefers."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in THEMES else ""


@lru_cache(maxsize=2)
def _places(signed_in: bool) -> tuple[Place, ...]:
    return tuple(place for entry in (MEMBER if signed_in else VISITOR) if (place := _place(*entry)) is not None)


def _place(key: str, name: str, view: str) -> Place | None:
    """An entry, or None where its page is not part of this server."""
    try:
        return Place(key, name, reverse(view))
    except NoReverseMatch:
        return None
