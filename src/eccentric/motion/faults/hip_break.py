"""Hip break: the hips fold during a Nordic or a glute-ham raise, which shortens the lever (FORM-05, FORM-07)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees that the hip bent beyond where it was before the repetition."""
    return excess(FaultId.HIP_BREAK, seen, seen.change(seen.hip()), limits)
