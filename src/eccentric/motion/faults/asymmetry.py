"""Asymmetry: one leg of a two-legged movement stays behind (FORM-09, TEST-01)."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

import numpy as np

from eccentric.motion.angles import KNEE
from eccentric.motion.faults.limit import severity_above
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId

MIN_FAR_VISIBILITY = 0.1
WHOLE_WAY = 0.85
MOST_STRAY_DEG = 6.0


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees between the knees at their furthest, less the gap that the camera shows in every repetition of the set.

    From the side the far leg is half hidden: nothing is said when its ankle is hardly seen, when it does not follow the near leg as a
    leg does (it is guessed, and jumps), nor when neither leg went 85 % of the way, for half-way the far leg is read worst, and a short
    repetition is a fault of its own.
    """
    reached = _furthest_deg(seen)
    if reached is None or seen.far_visibility < MIN_FAR_VISIBILITY:
        return None
    if max(reached) - seen.memory.start_reference() < WHOLE_WAY * seen.ends.expected_deg:
        return None
    gap_deg = reached[0] - reached[1]
    value = min(abs(gap_deg), abs(gap_deg - seen.memory.usual_gap_deg()))
    severity = severity_above(value, limits, "deg")
    if severity is None or stray_deg(seen) > MOST_STRAY_DEG:
        return None
    turn_s = float(seen.time_s[int(abs(seen.value[:, seen.driver] - seen.rest[seen.driver]).argmax())])
    return FoundFault(FaultId.ASYMMETRY, severity, value, "deg", turn_s, turn_s)


def stray_deg(seen: Seen) -> float:
    """How far (RMS, degrees) one knee strays from the straight line over the other that fits the repetition best; infinite when unseen.

    Legs that move unevenly still move together: one goes a share of the other's way. A leg that the camera guesses does not.
    """
    left, right = (seen.value[:, KNEE[side]] for side in (Side.LEFT, Side.RIGHT))
    both = np.isfinite(left) & np.isfinite(right)
    if not both.any():
        return float("inf")
    first, second = (side[both] - side[both].mean() for side in (left, right))
    shared, spread = float(first @ second), float(first @ first)
    left_over = float(second @ second) - (shared * shared / spread if spread > 0 else 0.0)
    return sqrt(max(0.0, left_over) / int(both.sum()))


def side_gap_deg(seen: Seen) -> float | None:
    """How much further the left knee went than the right, degrees; None where one was not seen."""
    reached = _furthest_deg(seen)
    return None if reached is None else reached[0] - reached[1]


def _furthest_deg(seen: Seen) -> tuple[float, float] | None:
    """Degrees that the left and the right knee got from the exercise's start, while both were seen."""
    left, right = (seen.value[:, KNEE[side]] for side in (Side.LEFT, Side.RIGHT))
    both = np.isfinite(left) & np.isfinite(right)
    if not both.any():
        return None
    furthest = max if seen.ends.turn_deg > seen.ends.start_deg else min
    first, second = (seen.ends.progress(float(furthest(side[both].tolist()))) for side in (left, right))
    return first, second
