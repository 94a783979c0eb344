"""Exercises that a profile names are the library's: a misspelt refusal would refuse nothing, without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.plan.profile import Profile
from eccentric.terms.errors import BadInput, Problem


def of_the_library(profile: Profile, exercises: Mapping[str, Exercise], *, name: str = "profile") -> Profile:
    """The profile itself when every exercise that it names is there; raises BadInput with each that is not, and the nearest."""
    problems = [
        Problem(f"{name}: {where}", _expected(exercise, exercises), repr(exercise))
        for where, exercise in _named(profile)
        if exercise not in exercises
    ]
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


def _expected(exercise: str, exercises: Mapping[str, Exercise]) -> str:
    near = nearest(exercise, sorted(exercises))
    return f"the id of an exercise, perhaps {near!r}" if near else "the id of an exercise (see: eccentric library list)"
