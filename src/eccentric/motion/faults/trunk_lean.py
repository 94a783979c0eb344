"""Trunk lean: the body leans to help the leg up in a standing curl (FORM-08)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from eccentric.motion.angles import Channel
from eccentric.motion.faults.limit import excess
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Degrees that the trunk leaned forwards or backwards from where it was before the repetition."""
    return excess(FaultId.TRUNK_LEAN, seen, np.abs(seen.change(Channel.TRUNK_LEAN)), limits)
