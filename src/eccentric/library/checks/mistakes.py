"""Mistakes: a camera can see what the page says it checks, and there are limits to judge by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.terms.errors import Problem
from eccentric.terms.faults import FaultId

Fits = Callable[[Exercise], bool]


def _moves(page: Exercise) -> bool:
    return page.movement.driver != "none"


def _bends_knee(page: Exercise) -> bool:
    return page.movement.driver == "knee_flexion"


def _bends_hip(page: Exercise) -> bool:
    return page.movement.driver == "hip_flexion"


def _posture(*postures: str) -> Fits:
    return lambda page: page.movement.posture in postures


_FITS: dict[FaultId, tuple[Fits, str]] = {
    FaultId.HIPS_LIFT: (lambda page: _bends_knee(page) and _posture("prone", "quadruped", "seated")(page), "a lying or seated curl"),
    FaultId.PARTIAL_RANGE: (_moves, "an exercise that moves"),
    FaultId.INCOMPLETE_RETURN: (_moves, "an exercise that moves"),
    FaultId.RUSHED_LOWERING: (_moves, "an exercise that moves"),
    FaultId.MOMENTUM: (_moves, "an exercise that moves"),
    FaultId.THIGH_DRIFT: (_bends_knee, "an exercise driven by the knee"),
    FaultId.TRUNK_LEAN: (_posture("standing", "seated", "kneeling", "bent-over"), "an upright exercise"),
    FaultId.HIP_BREAK: (
        lambda page: _bends_knee(page) and _posture("kneeling", "incline", "prone", "supine")(page),
        "a Nordic or glute-ham raise",
    ),
    FaultId.SQUATTING: (_bends_hip, "an exercise driven by the hip"),
    FaultId.ROUNDED_BACK: (lambda page: not _posture("supine", "side-lying")(page), "an exercise that shows the back to the side"),
    FaultId.HYPEREXTENSION: (_moves, "an exercise that moves"),
    FaultId.ASYMMETRY: (lambda page: page.classification.sides != "single", "an exercise that uses both legs"),
}

_UNITS = {FaultId.PARTIAL_RANGE: "fraction", FaultId.RUSHED_LOWERING: "s", FaultId.MOMENTUM: "s"}  # the other detectors read degrees


def faults_fit_the_exercise(library: Library) -> Iterator[Problem]:
    """A fault that the camera checks can happen in this exercise and be seen from its view; each fault once a page."""
    for page in library.exercises.values():
        for number, mistake in enumerate(page.mistakes, 1):
            if mistake.fault is None:
                continue
            where = f"{page.id}.toml: mistakes.{number}.fault"
            fits, kind = _FITS[mistake.fault]
            if not fits(page):
                found = f"one driven by {page.movement.driver}, {page.movement.posture}, {page.classification.sides}"
                yield Problem(where, f"for {mistake.fault.value!r} {kind}", found)
            if page.movement.view == "none":
                yield Problem(where, "a view from which a camera sees it (movement.view)", "view = 'none'")
        counts = Counter(mistake.fault for mistake in page.mistakes if mistake.fault is not None)
        for fault, times in counts.items():
            if times > 1:
                yield Problem(f"{page.id}.toml: mistakes", f"{fault.value!r} once", f"{times} times")


def seen_mistakes_have_limits(library: Library) -> Iterator[Problem]:
    """A mistake that the camera checks has a limit to warn at and one to fail at, not equal, and no limit that nothing reads."""
    for page in library.exercises.values():
        for number, mistake in enumerate(page.mistakes, 1):
            if mistake.fault is None:
                continue
            where = f"{page.id}.toml: mistakes.{number}.limits"
            unit = _UNITS.get(mistake.fault, "deg")
            warn, fail = f"warn_{unit}", f"fail_{unit}"
            may = {"expected_deg"} if mistake.fault is FaultId.PARTIAL_RANGE else set()
            if set(mistake.limits) - may != {warn, fail}:
                found = ", ".join(f"{key} = {value:g}" for key, value in mistake.limits.items()) or "none"
                yield Problem(where, f"the limits that the camera reads for it, {warn} and {fail}", found)
            elif mistake.limits[warn] == mistake.limits[fail]:
                yield Problem(where, f"{warn} that comes before {fail}", f"both {mistake.limits[fail]:g}")


def pages_have_mistakes(library: Library) -> Iterator[Problem]:
    """A strength page names at least three mistakes."""
    for page in library.exercises.values():
        if page.classification.category == "strength" and len(page.mistakes) < 3:
            yield Problem(f"{page.id}.toml: mistakes", "at least three", str(len(page.mistakes)))
