"""Momentum: a heave of the body throws the load up instead of the muscle pulling it (FORM-03)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.landmarks import Floats
from eccentric.motion.seen import Seen
from eccentric.motion.tempo import Moved
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId

LOW, HIGH = 0.15, 0.85
MIDDLE_SHARE = 0.42  # of its whole time, what a smooth (minimum-jerk) movement spends between 15 % and 85 % of its way
AROUND_S = 0.2


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Seconds that the whole pull would take as a smooth movement, from the time that its middle took.

    The middle alone is measured: a heave before the pull and a slow end stretch the phase but not its middle.
    """
    if seen.concentric is None:
        return None
    pull_s = smooth_pull_s(seen, seen.concentric)
    severity = None if pull_s is None else severity_below(pull_s, limits, "s")
    if pull_s is None or severity is None:
        return None
    return FoundFault(FaultId.MOMENTUM, severity, pull_s, "s", seen.concentric.from_s, seen.concentric.to_s)


def smooth_pull_s(seen: Seen, phase: Moved) -> float | None:
    """Time from 15 % to 85 % of the way (the last rise through the first, then the first through the second), scaled to the whole."""
    first, last = seen.time_s.searchsorted((phase.from_s - AROUND_S, phase.to_s + AROUND_S))
    shortens_up = seen.movement.shortened_deg > seen.movement.lengthened_deg
    way = seen.value[first:last, seen.driver] if shortens_up else -seen.value[first:last, seen.driver]
    if len(way) < 2:
        return None
    low, span = float(way.min()), float(way.max() - way.min())
    below = (way < low + LOW * span).nonzero()[0]
    leaves = int(below[below < int(way.argmax())][-1]) if len(below) and below[0] < int(way.argmax()) else None
    if leaves is None or span <= 0:
        return None
    arrives = leaves + int((way[leaves:] >= low + HIGH * span).argmax())
    time_s = seen.time_s[first:last]
    return (_passed(time_s, way, arrives, low + HIGH * span) - _passed(time_s, way, leaves + 1, low + LOW * span)) / MIDDLE_SHARE


def _passed(time_s: Floats, way: Floats, after: int, level: float) -> float:
    """When the level was passed between the moment before ``after`` and ``after``."""
    share = (level - way[after - 1]) / (way[after] - way[after - 1])
    return float(time_s[after - 1] + share * (time_s[after] - time_s[after - 1]))
