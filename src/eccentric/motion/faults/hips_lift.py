"""Hips lift: the hip bends while the knee curls, so the pelvis leaves the pad (FORM-02, FORM-04)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees that the working leg's hip bent beyond where it was before the repetition."""
    return excess(FaultId.HIPS_LIFT, seen, seen.change(seen.hip()), limits)
