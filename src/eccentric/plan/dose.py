"""How much of an exercise: the page's prescription for a goal, and the seconds that a set takes."""

from __future__ import annotations

import math

from eccentric.library.exercise import Exercise, Goal, Prescription
from eccentric.plan.profile import GoalName
from eccentric.terms.dose import Tempo

PAGE_GOAL: dict[GoalName, Goal] = {
    "size": "hypertrophy",
    "strength": "strength",
    "fewer-strains": "prevention",
    "return": "rehab",
    "less-pain": "rehab",
    "general": "general-health",
}
_FALLBACK: tuple[Goal, ...] = ("general-health", "hypertrophy", "prevention", "strength", "rehab")


WINDOW = 2
"""Engineering default: two repetitions to climb before the load rises (LOAD-04), at the low end of the page's range.

A repetition is worth about 2.5 % of load (LOAD-02), so that a step of 5 % lands at the bottom again."""


def dose_for(exercise: Exercise, goal: GoalName) -> tuple[Prescription, bool] | None:
    """The page's prescription for a goal and True, or its nearest one and False; None when the page has none."""
    wanted = PAGE_GOAL[goal]
    if wanted in exercise.prescription:
        return _narrowed(exercise.prescription[wanted]), True
    order = ("rehab", *_FALLBACK) if wanted == "rehab" else _FALLBACK
    found = next((exercise.prescription[name] for name in order if name in exercise.prescription), None)
    return None if found is None else (_narrowed(found), False)


def _narrowed(dose: Prescription) -> Prescription:
    low, high = dose.reps
    return dose if dose.hold_s is not None else dose.model_copy(update={"reps": (low, min(high, low + WINDOW))})


def lower_s(exercise: Exercise, tempo: str | None) -> float | None:
    """Seconds on the way down; None for holds.

    Tempo is written by the hamstrings, which lengthen on the way up where the knee straightens against a load: there the third
    number is the lowering.
    """
    if tempo is None:
        return None
    parsed = Tempo.parse(tempo)
    return parsed.concentric_s if exercise.classification.pattern == "knee-extension" else parsed.eccentric_s


def set_seconds(exercise: Exercise, dose: Prescription) -> int:
    """Seconds of one set at the top of its range, with the rest at the middle of its range; each leg in turn counts twice."""
    repetition_s = Tempo.parse(dose.tempo or "3-0-1-0").repetition_s if dose.hold_s is None else dose.hold_s[1]
    work = repetition_s * dose.reps[1]
    if exercise.classification.sides in ("single", "alternating"):
        work *= 2
    return math.ceil(work + rest_s(dose))


def rest_s(dose: Prescription) -> int:
    """The rest between sets in seconds, the middle of the page's range to five seconds (HYP-07)."""
    return max(60 if dose.rest_s[1] >= 60 else dose.rest_s[1], 5 * round(sum(dose.rest_s) / 10))
