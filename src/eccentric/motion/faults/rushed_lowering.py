"""Rushed lowering: the eccentric phase was dropped rather than controlled (FORM-03, FORM-05, HYP-06)."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.faults.limit import severity_below
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId

SMALLEST_SHARE = 0.3


def look(seen: Seen, limits: Mapping[str, float]) -> FoundFault | None:
    """Seconds that the eccentric phase lasted; a lowering over part of the range is judged by what the whole range would take."""
    if seen.eccentric is None:
        return None
    driver = seen.value[:, seen.driver]
    share = min(1.0, max(SMALLEST_SHARE, float(driver.max() - driver.min()) / limits.get("expected_deg", seen.ends.expected_deg)))
    severity = severity_below(seen.eccentric.lasts_s / share, limits, "s")
    if severity is None:
        return None
    return FoundFault(FaultId.RUSHED_LOWERING, severity, seen.eccentric.lasts_s, "s", seen.eccentric.from_s, seen.eccentric.to_s)
