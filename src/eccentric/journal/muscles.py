"""What the journal asks of the other rooms about an exercise: which muscles a set of it counts for, and at what length."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from eccentric.anatomy.profile import summary
from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.terms.body import Muscle
from eccentric.terms.errors import BadInput

# Rule HYP-03: a direct set counts 1, an indirect one 0.5 (Pelland 2024).
DIRECT, INDIRECT = 1.0, 0.5
_COUNTS = {"main": DIRECT, "helps": INDIRECT}
_LOADING = ("strength", "isometric", "power", "sprint")
# The heads that cross the hip: the short head's length does not depend on it.
_HEADS = {Muscle.BFLH, Muscle.SEMITEN, Muscle.SEMIMEM}


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
    """True when an exercise loads the hamstrings while they are long: the muscle model's class of length over the lowering.

    False for one that the library does not know, that only warms up or tests, or whose movement the model cannot follow.
    """
    exercise = _exercise(identity)
    if exercise is None or exercise.classification.category not in _LOADING or not _HEADS & set(exercise.muscles):
        return False
    try:
        return summary(exercise).length_class == "long"
    except BadInput:
        return False


def share_rows(identities: Iterable[str]) -> list[tuple[str, str, float]]:
    """Rows (exercise, muscle, count of a set) for a table."""
    return [(identity, muscle.value, count) for identity in identities for muscle, count in set_shares(identity).items()]


def is_known(identity: str) -> bool:
    """True when the library has an exercise of this id."""
    return _exercise(identity) is not None
