"""What the journal asks of the other rooms about an exercise: which muscles a set of it counts for, and at what length."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.terms.body import Muscle
from eccentric.terms.errors import BadInput

# Rule HYP-03: a direct set counts 1, an indirect one 0.5 (Pelland 2024).
DIRECT, INDIRECT = 1.0, 0.5
_COUNTS = {"main": DIRECT, "helps": INDIRECT}
LONG_HIP_DEG = 60.0
LONG_KNEE_DEG = 30.0


@lru_cache(maxsize=4096)
def _exercise(identity: str) -> Exercise | None:
    try:
        return read_exercise(identity)
    except BadInput:
        return None


def set_shares(identity: str) -> dict[Muscle, float]:
    """How much a set of an exercise counts for each muscle (1 or 0.5); empty for one that is not in the library."""
    exercise = _exercise(identity)
    if exercise is None:
        return {}
    return {muscle: _COUNTS[role] for muscle, role in exercise.muscles.items() if role in _COUNTS}


def trains_long(identity: str) -> bool:
    """True when the hamstrings are loaded while long: hip bent by 60 degrees or more with the knee within 30 of straight.

    An engineering default after Maeo 2021 (rule HYP-01: hip-flexed curls grow more); the lengthened end is taken from the file.
    """
    exercise = _exercise(identity)
    if exercise is None or exercise.movement.driver == "none":
        return False
    movement = exercise.movement
    knee = movement.lengthened_deg if movement.driver == "knee_flexion" else min(movement.knee_flexion_deg or (0.0, 0.0))
    hip = movement.lengthened_deg if movement.driver == "hip_flexion" else max(movement.hip_flexion_deg)
    works_hamstrings = any(muscle in exercise.muscles for muscle in (Muscle.BFLH, Muscle.SEMIMEM, Muscle.SEMITEN))
    return works_hamstrings and hip >= LONG_HIP_DEG and knee <= LONG_KNEE_DEG


def share_rows(identities: Iterable[str]) -> list[tuple[str, str, float]]:
    """Rows (exercise, muscle, count of a set) for a table."""
    return [(identity, muscle.value, count) for identity in identities for muscle, count in set_shares(identity).items()]


def is_known(identity: str) -> bool:
    """True when the library has an exercise of this id."""
    return _exercise(identity) is not None
