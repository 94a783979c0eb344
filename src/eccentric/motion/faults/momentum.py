"""Momentum: a heave of the body throws the load up instead of the muscle pulling it (FORM-03)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Seconds that the concentric phase lasted."""
    if seen.concentric is None:
        return None
    severity = severity_below(seen.concentric.lasts_s, limits, "s")
    if severity is None:
        return None
    return FoundFault(FaultId.MOMENTUM, severity, seen.concentric.lasts_s, "s", seen.concentric.from_s, seen.concentric.to_s)
