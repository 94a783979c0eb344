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
SURE_YAW_DEG = 20.0
MOST_YAW_DEG = 35.0


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees between the knees at their furthest, less the gap that the camera shows in every repetition of the set.

    From the side the far leg is half hidden: nothing is said when its ankle is hardly seen or, before two repetitions have shown the
    camera's own bias, when the view is more than 20 degrees off the side; beyond 35 degrees the far knee's error is as large as the fault.
    """
    gap_deg = side_gap_deg(seen)
    usual_deg = seen.memory.usual_gap_deg()
    first_look = len(seen.memory.side_gaps_deg) < 2
    sure_to_deg = SURE_YAW_DEG if first_look else MOST_YAW_DEG
    if gap_deg is None or seen.far_visibility < MIN_FAR_VISIBILITY or abs(seen.yaw_deg) > sure_to_deg:
        return None
    value = min(abs(gap_deg), abs(gap_deg - usual_deg))
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
