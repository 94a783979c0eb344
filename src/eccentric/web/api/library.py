"""The library: searched and read, by anybody."""

from __future__ import annotations

import json
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from eccentric.library.exercise import Exercise
from eccentric.library.search import search
from eccentric.web.api.errors import ErrorOut, Out, Refused, reply
from eccentric.web.api.lists import Listed, Part, part_of
from eccentric.web.library.queries import shelf

router = Router()


class HitOut(Out):
    """A page that was found."""

    id: str
    name: str
    summary: str


class Words(Part):
    """What to look for; nothing = every page, by name."""

    q: Annotated[str, Field(max_length=120)] = ""


@router.get("/library", response={200: Listed[HitOut], 422: ErrorOut}, operation_id="library", summary="Search the exercises")
def find(request: HttpRequest, wanted: Query[Words]) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """Pages by how well they fit the words; no token is needed."""
    pages = shelf().exercises
    if wanted.q.strip():
        ids = [hit.id for hit in search(shelf(), wanted.q, limit=len(pages)).results]
    else:
        ids = sorted(pages, key=lambda key: pages[key].name)
    part, after = part_of(ids, wanted, len(ids))
    hits = [HitOut(id=key, name=pages[key].name, summary=pages[key].summary) for key in part]
    return reply(Listed[HitOut](items=hits, count=len(ids), next_offset=after))


@router.get("/library/{exercise_id}", response={200: dict[str, Any], 404: ErrorOut}, operation_id="exercise", summary="One exercise")
def exercise(request: HttpRequest, exercise_id: str) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """Everything of an exercise's page, as in its file; no token is needed."""
    page: Exercise | None = shelf().exercises.get(exercise_id)
    if page is None:
        raise Refused(404, "there is no such exercise")
    return reply(json.loads(page.model_dump_json(by_alias=True)))
