"""Incomplete return: the next repetition began before the starting position was reached (FORM-01, HYP-09)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_above
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees short of the set's best starting position, or of the exercise's where the set never reached it."""
    short_deg = seen.end_progress - seen.memory.start_reference()
    severity = severity_above(short_deg, limits, "deg")
    if severity is None:
        return None
    end_s = float(seen.time_s[-1])
    return FoundFault(FaultId.INCOMPLETE_RETURN, severity, short_deg, "deg", end_s, end_s)
