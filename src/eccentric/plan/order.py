"""The order within a session: what needs you fresh comes first."""

from __future__ import annotations

from eccentric.plan.facts import Function
from eccentric.plan.problem import Candidate, Problem

_PATTERNS = ("nordic", "hip-hinge", "knee-flexion", "bridge", "isometric", "squat", "knee-extension", "calf-raise")


def in_order(problem: Problem, chosen: list[tuple[Candidate, int]]) -> list[tuple[Candidate, int]]:
    """Sort (candidate, sets): the weak function first, then Nordics after the warm-up (PREV-04), hinges, curls, and quadriceps last."""
    return sorted(chosen, key=lambda pair: _key(problem, pair[0]))


def _key(problem: Problem, candidate: Candidate) -> tuple[bool, bool, int, bool, str]:
    pattern = candidate.exercise.classification.pattern
    place = _PATTERNS.index(pattern) if pattern in _PATTERNS else len(_PATTERNS)
    weak = candidate.function is problem.weak_function
    single_first = problem.weak_side and candidate.exercise.classification.sides == "single"
    return (not weak, candidate.function is Function.QUADS, place, not single_first, candidate.id)
