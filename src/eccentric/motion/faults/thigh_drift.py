"""Thigh drift: the thigh of a standing curl swings forward, so the hip does part of the work (FORM-08)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees that the thigh moved forward, against the vertical or against the trunk, whichever is more."""
    drift = np.fmax(seen.change(seen.thigh()), seen.change(seen.hip()))
    return excess(FaultId.THIGH_DRIFT, seen, drift, limits)
