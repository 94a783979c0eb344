"""Partial range: the movement turned back too early (FORM-01, FORM-04, FORM-06, FORM-08)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Share of the expected excursion that was reached at the turning point, counted from where the set starts."""
    share = (seen.turn_progress - seen.memory.start_reference()) / seen.ends.expected_deg
    severity = severity_below(share, limits, "fraction")
    if severity is None:
        return None
    turn_s = float(seen.time_s[int(abs(seen.value[:, seen.driver] - seen.rest[seen.driver]).argmax())])
    return FoundFault(FaultId.PARTIAL_RANGE, severity, round(100 * share, 1), "percent", turn_s, turn_s)
