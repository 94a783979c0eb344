"""Asymmetry: one leg of a two-legged movement stays behind (FORM-09, TEST-01)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from eccentric.motion.angles import KNEE
from eccentric.motion.faults.limit import severity_above
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId

MIN_FAR_VISIBILITY = 0.1


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees between the knees at their furthest, less the gap that the camera shows in every repetition of the set.

    From the side the far leg is half hidden: nothing is said when its ankle is hardly seen.
    """
    gap_deg = side_gap_deg(seen)
    if gap_deg is None or seen.far_visibility < MIN_FAR_VISIBILITY:
        return None
    value = min(abs(gap_deg), abs(gap_deg - seen.memory.usual_gap_deg()))
    severity = severity_above(value, limits, "deg")
    if severity is None:
        return None
    turn_s = float(seen.time_s[int(abs(seen.value[:, seen.driver] - seen.rest[seen.driver]).argmax())])
    return FoundFault(FaultId.ASYMMETRY, severity, value, "deg", turn_s, turn_s)


def side_gap_deg(seen: Seen) -> float | None:
    """Left knee's furthest flexion less the right's, degrees; None where one was not seen."""
    left, right = (seen.value[:, KNEE[side]] for side in (Side.LEFT, Side.RIGHT))
    both = np.isfinite(left) & np.isfinite(right)
    return float(left[both].max() - right[both].max()) if both.any() else None
