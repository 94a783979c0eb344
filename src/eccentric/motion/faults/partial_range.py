"""Partial range: the movement turned back too early (FORM-01, FORM-04, FORM-06, FORM-08)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Share of the expected excursion that was reached at the turning point, counted from where the set starts.

    ``expected_deg`` in the limits overrides the excursion between the exercise's two ends: a hinge is seen through the shoulders, which
    travel further than the hip joint itself.
    """
    expected_deg = limits.get("expected_deg", seen.ends.expected_deg)
    share = (seen.turn_progress - seen.memory.start_reference()) / expected_deg
    severity = severity_below(share, limits, "fraction")
    if severity is None:
        return None
    turn_s = float(seen.time_s[int(abs(seen.value[:, seen.driver] - seen.rest[seen.driver]).argmax())])
    return FoundFault(FaultId.PARTIAL_RANGE, severity, round(100 * share, 1), "percent", turn_s, turn_s)
