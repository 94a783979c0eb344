"""Home, more and offline."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from eccentric.web.library.queries import shelf
from eccentric.web.pages.more import entries
from eccentric.web.pages.picture import one_repetition


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What it is in one picture and three doors; a member goes straight to today."""
    if request.user.is_authenticated:
        try:
            return redirect(reverse("training:today"))
        except NoReverseMatch:
            pass
    return render(request, "pages/home.html", {"here": "home", "picture": one_repetition(), "exercises": len(shelf().exercises)})


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Everything that is not in the navigation."""
    return render(request, "pages/more.html", {"here": "more", "entries": entries(request)})


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What a phone without a connection shows for a page it has not kept."""
    return render(request, "pages/offline.html", {"here": ""})
