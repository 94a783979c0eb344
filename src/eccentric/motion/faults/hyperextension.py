"""Hyperextension: the hips are thrown past straight at the top of a hinge or an extension (FORM-06, FORM-07)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees of hip extension beyond the person's own straight line, where the set showed it, else beyond straight."""
    straight_deg = seen.memory.straight_hip_deg if seen.memory.straight_hip_deg is not None else 0.0
    return excess(FaultId.HYPEREXTENSION, seen, straight_deg - seen.value[:, seen.hip()], limits)
