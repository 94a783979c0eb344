"""Squatting: the knees bend in a hinge, so the hips no longer carry it (FORM-06)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees that the nearer knee bent beyond where it was before the repetition."""
    return excess(FaultId.SQUATTING, seen, seen.change(seen.knee()), limits)
