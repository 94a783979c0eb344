"""The library: find an exercise, read its page, see its sources."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from eccentric.library.wording import citation
from eccentric.web.compressed import kept_packed
from eccentric.web.library import queries
from eccentric.web.library.looks import picture, stylesheet
from eccentric.web.library.page import prepared

A_DAY_S = 86_400
WAYS = frozenset(str(tenth) for tenth in range(11))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All exercises; ``q`` searches as you type, facets narrow down. A request by htmx gets the results only."""
    words = request.GET.get("q", "")[: queries.LONGEST_QUERY]
    chosen = tuple((facet, tuple(request.GET.getlist(facet)[: queries.MOST_VALUES])) for facet in queries.SHOWN_FACETS)
    theme = request.COOKIES.get("theme", "")
    results = _results(words, chosen, theme if theme in ("light", "dark") else "")
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(results)
    else:
        context = {"results": results, "words": words, "here": "library", "total": len(queries.shelf().exercises)}
        response = render(request, "library/index.html", context)
    patch_vary_headers(response, ["HX-Request", "Cookie"])
    return response


@lru_cache(maxsize=200)
def _results(words: str, chosen: tuple[tuple[str, tuple[str, ...]], ...], theme: str) -> SafeString:
    """What a search shows, which is the same for everybody."""
    return render_to_string("library/results.html", {"found": queries.find(words=words, chosen=dict(chosen)), "theme": theme})


@require_safe
def exercise(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """One exercise page."""
    if queries.exercise(exercise_id=exercise_id) is None:
        raise Http404
    context = {"page": prepared(exercise_id)["page"], "article": _article(exercise_id), "head": _head(exercise_id), "here": "library"}
    return kept_packed(render(request, "library/exercise.html", context))


@lru_cache(maxsize=512)
def _article(exercise_id: str) -> SafeString:
    """The page's text and drawings, which are the same for everybody."""
    return render_to_string("library/article.html", prepared(exercise_id))


@lru_cache(maxsize=512)
def _head(exercise_id: str) -> SafeString:
    return render_to_string("library/head.html", prepared(exercise_id))


@require_safe
def figure(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """The figure of an exercise as a picture file; ``?theme=light|dark`` for people who chose one, ``?way=0..10`` along the lowering."""
    page = queries.exercise(exercise_id=exercise_id)
    if page is None:
        raise Http404
    theme, way = request.GET.get("theme", ""), request.GET.get("way", "")
    svg, policy = picture(page.id, theme if theme in ("light", "dark") else "", int(way) if way in WAYS else None)
    response = HttpResponse(svg, content_type="image/svg+xml", headers={"Content-Security-Policy": policy})
    patch_cache_control(response, public=True, max_age=A_DAY_S)
    return response


@require_safe
def drawings(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The style of all drawings."""
    response = HttpResponse(stylesheet(), content_type="text/css")
    patch_cache_control(response, public=True, max_age=30 * A_DAY_S)
    return response


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every source and rule, with grades."""
    return kept_packed(render(request, "library/sources.html", {"here": "library", "listing": _sources()}))


@lru_cache(maxsize=1)
def _sources() -> SafeString:
    library = queries.shelf()
    rows = [(source, citation(source)) for source in library.sources.values()]
    return render_to_string("library/sources_list.html", {"sources": rows, "rules": list(library.rules.values())})
