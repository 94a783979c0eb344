"""Momentum: a heave of the body throws the load up instead of the muscle pulling it (FORM-03)."""

from __future__ import annotations

from collections.abc import Mapping
from math import pi

import numpy as np

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.seen import Seen
from eccentric.motion.tempo import Moved
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Seconds that the pull took, from two estimates that agree when nothing is thrown.

    One is the concentric phase's length, which a heave before it stretches; the other is how long a smooth pull with the same top speed
    would take over the same range, which noise shortens. Their mean is compared with the limits.
    """
    if seen.concentric is None:
        return None
    pull_s = (seen.concentric.lasts_s + smooth_pull_s(seen, seen.concentric)) / 2
    severity = severity_below(pull_s, limits, "s")
    if severity is None:
        return None
    return FoundFault(FaultId.MOMENTUM, severity, pull_s, "s", seen.concentric.from_s, seen.concentric.to_s)


def smooth_pull_s(seen: Seen, phase: Moved) -> float:
    """Seconds that a half-cosine movement over the repetition's range takes when its top speed is the one seen in the phase."""
    inside = (seen.time_s >= phase.from_s) & (seen.time_s <= phase.to_s)
    driver = seen.value[:, seen.driver]
    top_deg_s = float(np.abs(seen.rate[inside, seen.driver]).max(initial=1.0))
    return pi / 2 * float(driver.max() - driver.min()) / top_deg_s
