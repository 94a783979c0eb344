"""What a profile names is the library's: a misspelt refusal would refuse nothing, and a misspelt machine bring nothing, without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.profile import Profile
from eccentric.terms.errors import BadInput, Problem

ALIKE = 80.0
"""Share of letters in common, in percent, from which equipment counts as misspelt (engineering default)."""


def of_the_library(profile: Profile, exercises: Mapping[str, Exercise], *, name: str = "profile") -> Profile:
    """The profile itself when every exercise that it names is there and no equipment looks misspelt.

    Equipment that no exercise needs is fine, unless it is nearly one that some exercise does. Raises BadInput with every problem.
    """
    problems = [
        Problem(f"{name}: {where}", _expected(exercise, exercises), repr(exercise))
        for where, exercise in _named(profile)
        if exercise not in exercises
    ]
    useful = {each for page in exercises.values() for each in page.classification.equipment} | set(facts.SAME) | facts.ALWAYS_THERE
    useful |= {facts.singular(each) for each in useful}
    for where, equipment in _equipment(profile):
        near = _misspelt(equipment, useful)
        if near:
            problems.append(Problem(f"{name}: {where}", f"equipment of the library, perhaps {near!r}", repr(equipment)))
    if problems:
        raise BadInput(problems)
    return profile


def _named(profile: Profile) -> Iterator[tuple[str, str]]:
    """Every exercise that a profile names, and where."""
    for field, listed in (("likes", profile.likes), ("refuses", profile.refuses), ("familiar", profile.familiar)):
        for number, exercise in enumerate(listed):
            yield f"{field}.{number}", exercise
    for number, load in enumerate(profile.loads):
        yield f"loads.{number}.exercise", load.exercise


def _equipment(profile: Profile) -> Iterator[tuple[str, str]]:
    """All equipment that a profile names, and where."""
    for number, equipment in enumerate(profile.equipment):
        yield f"equipment.{number}", equipment
    for number, entry in enumerate(profile.steps):
        yield f"steps.{number}.equipment", entry.equipment


def _misspelt(equipment: str, useful: set[str]) -> str | None:
    """What equipment was probably meant; None when it is right, or like nothing that an exercise needs."""
    from rapidfuzz import fuzz

    if facts.singular(equipment) in useful:
        return None
    best = max(sorted(useful), key=lambda each: fuzz.ratio(equipment, each))
    return best if fuzz.ratio(equipment, best) >= ALIKE else None


def _expected(exercise: str, exercises: Mapping[str, Exercise]) -> str:
    near = nearest(exercise, sorted(exercises))
    return f"the id of an exercise, perhaps {near!r}" if near else "the id of an exercise (see: eccentric library list)"
