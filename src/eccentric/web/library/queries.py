"""What the library pages read: the library itself, kept in memory, and its search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eccentric.library.exercise import Exercise
from eccentric.library.graph import by_pattern
from eccentric.library.read import Library, read_library
from eccentric.library.search import SearchHit, search
from eccentric.terms.errors import BadInput

SHOWN_FACETS = {
    "equipment": "Equipment",
    "level": "Level",
    "pattern": "Kind",
    "target": "Muscle",
    "category": "Purpose",
    "seen-by-camera": "Camera",
}
LONGEST_QUERY, MOST_VALUES = 120, 30
GROUP_NAMES = {
    "knee-flexion": "Leg curls",
    "nordic": "Nordics",
    "hip-hinge": "Hinges",
    "bridge": "Bridges",
    "isometric": "Holds",
    "lengthening": "Lengthening",
    "sprint-drill": "Sprint drills",
    "test": "Tests",
    "warm-up": "Warm-up",
    "calf-raise": "Calf raises",
    "knee-extension": "Front of the thigh",
    "squat": "Squats and presses",
}
FIRST_KINDS = ("knee-flexion", "nordic", "hip-hinge", "bridge", "isometric", "lengthening", "sprint-drill", "test", "warm-up")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many pages it leaves, and whether it is chosen."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, most first."""

    key: str
    name: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: pages best first, or all pages by kind when nothing was asked."""

    hits: tuple[SearchHit, ...]
    groups: tuple[tuple[str, tuple[Exercise, ...]], ...]
    facets: tuple[Facet, ...]


@lru_cache(maxsize=1)
def shelf() -> Library:
    """The library, read once."""
    return read_library()


def exercise(*, exercise_id: str) -> Exercise | None:
    """One page, or None when there is no such exercise."""
    return shelf().exercises.get(exercise_id)


def seen_by_camera(exercise_id: str | None) -> bool:
    """Whether a camera can see any mistake of an exercise."""
    page = shelf().exercises.get(exercise_id or "")
    return page is not None and any(mistake.seen_by_camera for mistake in page.mistakes)


def find(*, words: str, chosen: Mapping[str, Sequence[str]]) -> Found:
    """Search the library; facets or values that it does not have are ignored."""
    kept = {facet: list(values) for facet, values in chosen.items() if facet in SHOWN_FACETS and values}
    try:
        result = search(shelf(), words[:LONGEST_QUERY], kept, limit=len(shelf().exercises))
    except BadInput:
        kept = {}
        result = search(shelf(), words[:LONGEST_QUERY], limit=len(shelf().exercises))
    asked = bool(words.strip()) or bool(kept)
    return Found(tuple(result.results) if asked else (), () if asked else _groups(), tuple(_facets(result.facets, kept)))


def _facets(counts: Mapping[str, Mapping[str, int]], kept: Mapping[str, Sequence[str]]) -> list[Facet]:
    found = []
    for key, name in SHOWN_FACETS.items():
        wanted = kept.get(key, ())
        there = dict(counts.get(key, {})) | {value: counts.get(key, {}).get(value, 0) for value in wanted}
        choices = tuple(Choice(value, in_words(value), count, value in wanted) for value, count in there.items())
        found.append(Facet(key, name, choices))
    return found


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, tuple[Exercise, ...]], ...]:
    pages, groups = shelf().exercises, by_pattern(shelf())
    order = [*(kind for kind in FIRST_KINDS if kind in groups), *(kind for kind in groups if kind not in FIRST_KINDS)]
    return tuple((GROUP_NAMES.get(kind, in_words(kind).capitalize()), tuple(pages[found] for found in groups[kind])) for kind in order)


def in_words(value: str) -> str:
    """A facet's value as a person reads it."""
    text = value.replace("-", " ")
    return {"none": "nothing", "nordic": "Nordic", "yes": "yes", "no": "no"}.get(text, text)
