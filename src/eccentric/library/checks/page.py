"""Pages: complete, with doses for every goal, questions, muscles, names of their own and a movement that makes sense."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import get_args

from eccentric.library.exercise import Exercise, Goal
from eccentric.library.read import Library
from eccentric.terms.body import HAMSTRINGS
from eccentric.terms.errors import Problem

GOALS: tuple[str, ...] = get_args(Goal)
FEWEST_QUESTIONS = 4
_KNEE_DEG, _HIP_DEG = (-10.0, 160.0), (-40.0, 140.0)


def doses_for_every_goal(library: Library) -> Iterator[Problem]:
    """A strength exercise has a dose for each of the five goals; every other page has at least one."""
    for page in library.exercises.values():
        if page.classification.category == "strength":
            for goal in GOALS:
                if goal not in page.prescription:
                    yield Problem(f"{page.id}.toml: prescription.{goal}", "a dose (strength exercises have all five)", "none")
        elif not page.prescription:
            yield Problem(f"{page.id}.toml: prescription", "a dose for at least one goal", "none")


def doses_say_how_fast(library: Library) -> Iterator[Problem]:
    """A dose of an exercise that moves has a tempo; one of a hold has its seconds."""
    for page in library.exercises.values():
        if page.classification.category not in ("strength", "isometric"):
            continue
        for goal, dose in page.prescription.items():
            if dose.tempo is None and dose.hold_s is None:
                yield Problem(f"{page.id}.toml: prescription.{goal}", "a tempo, or hold_s for a hold", "neither")


def pages_answer_questions(library: Library) -> Iterator[Problem]:
    """At least four questions a page, each asked once."""
    for page in library.exercises.values():
        if len(page.faq) < FEWEST_QUESTIONS:
            yield Problem(f"{page.id}.toml: faq", f"at least {FEWEST_QUESTIONS} questions", str(len(page.faq)))
        yield from _twice(f"{page.id}.toml: faq", (entry.question for entry in page.faq))


def names_are_their_own(library: Library) -> Iterator[Problem]:
    """No two pages share a name, and nobody's alias is another page's name."""
    owners: dict[str, list[str]] = defaultdict(list)
    for page in library.exercises.values():
        owners[page.name.casefold()].append(page.id)
    for name, ids in owners.items():
        if len(ids) > 1:
            yield Problem(f"{ids[1]}.toml: name", "a name that no other page has", f"{name!r}, as {ids[0]}.toml has")
    for page in library.exercises.values():
        yield from _twice(f"{page.id}.toml: also_called", [*page.also_called, *page.searched_as])
        for alias in (*page.also_called, *page.searched_as):
            other = next((owner for owner in owners.get(alias.casefold(), []) if owner != page.id), None)
            if other is not None:
                yield Problem(f"{page.id}.toml: also_called", "no other page's name", f"{alias!r}, the name of {other}.toml")


def muscles_are_named(library: Library) -> Iterator[Problem]:
    """A strength or isometric page names a main muscle, and a hamstring one when its target is the hamstrings."""
    for page in library.exercises.values():
        if page.classification.category not in ("strength", "isometric"):
            continue
        main = {muscle for muscle, role in page.muscles.items() if role == "main"}
        if not main:
            yield Problem(f"{page.id}.toml: muscles", "at least one muscle that is 'main'", "none")
        elif page.classification.target == "hamstrings" and not main & set(HAMSTRINGS):
            yield Problem(f"{page.id}.toml: muscles", "a hamstring that is 'main' (the target is hamstrings)", ", ".join(sorted(main)))


def movements_make_sense(library: Library) -> Iterator[Problem]:
    """The hamstrings are longer with the knee straight and the hip bent, ranges ascend, and joints stay within a body's reach."""
    for page in library.exercises.values():
        yield from _ends(page)
        move = page.movement
        ranges = [("hip_flexion_deg", move.hip_flexion_deg, _HIP_DEG)]
        if move.knee_flexion_deg is not None:
            ranges.append(("knee_flexion_deg", move.knee_flexion_deg, _KNEE_DEG))
        for key, (low, high), (least, most) in ranges:
            where = f"{page.id}.toml: movement.{key}"
            if low > high:
                yield Problem(where, "the smaller angle first", f"[{low:g}, {high:g}]")
            if min(low, high) < least or max(low, high) > most:
                yield Problem(where, f"angles from {least:g} to {most:g}", f"[{low:g}, {high:g}]")


def ids_are_spelt_alike(library: Library) -> Iterator[Problem]:
    """An equipment or condition id that only one page uses is not a near miss of one that others use."""
    from rapidfuzz import fuzz

    for key, used in (("classification.equipment", _equipment), ("avoid_if.condition", _conditions)):
        owners: dict[str, list[str]] = defaultdict(list)
        for page in library.exercises.values():
            for word in used(page):
                owners[word].append(page.id)
        for word, ids in owners.items():
            for other, others in owners.items():
                if len(ids) == 1 and len(others) > 1 and fuzz.ratio(word, other) >= 90:
                    yield Problem(f"{ids[0]}.toml: {key}", f"{other!r}, as {others[0]}.toml writes it", repr(word))


def _equipment(page: Exercise) -> list[str]:
    return page.classification.equipment


def _conditions(page: Exercise) -> list[str]:
    return [avoid.condition for avoid in page.avoid_if]


def _ends(page: Exercise) -> Iterator[Problem]:
    move, where = page.movement, f"{page.id}.toml: movement"
    found = f"lengthened_deg = {move.lengthened_deg:g}, shortened_deg = {move.shortened_deg:g}"
    if move.driver == "knee_flexion" and not move.lengthened_deg < move.shortened_deg:
        yield Problem(where, "the knee straighter (smaller) at the lengthened end", found)
    if move.driver == "hip_flexion" and not move.lengthened_deg > move.shortened_deg:
        yield Problem(where, "the hip more bent (larger) at the lengthened end", found)
    least, most = _HIP_DEG if move.driver == "hip_flexion" else _KNEE_DEG
    if not all(least <= angle <= most for angle in (move.lengthened_deg, move.shortened_deg)):
        yield Problem(where, f"ends from {least:g} to {most:g} degrees", found)


def _twice(where: str, texts: Iterable[str]) -> Iterator[Problem]:
    for text, times in Counter(text.casefold() for text in texts).items():
        if times > 1:
            yield Problem(where, f"{text!r} once", f"{times} times")
