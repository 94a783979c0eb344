"""Turning a measurement and its two limits into a fault."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.motion.landmarks import Floats
from eccentric.motion.seen import Seen, lasting, sustained_peak
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId, Severity


def severity_above(value: float, limits: Mapping[str, float], unit: str) -> Severity | None:
    """Fail at ``fail_<unit>`` or more, warn at ``warn_<unit>`` or more; a limit that the file does not give is never reached."""
    if value >= limits.get(f"fail_{unit}", float("inf")):
        return Severity.FAIL
    return Severity.WARN if value >= limits.get(f"warn_{unit}", float("inf")) else None


def severity_below(value: float, limits: Mapping[str, float], unit: str) -> Severity | None:
    """Fail below ``fail_<unit>``, warn below ``warn_<unit>``."""
    if value < limits.get(f"fail_{unit}", float("-inf")):
        return Severity.FAIL
    return Severity.WARN if value < limits.get(f"warn_{unit}", float("-inf")) else None


def excess(fault: FaultId, seen: Seen, signal_deg: Floats, limits: Mapping[str, float]) -> FoundFault | None:
    """A fault when an angle (moment,) goes beyond its limit in degrees and stays there for 0.15 s."""
    value = sustained_peak(seen.time_s, signal_deg)
    severity = severity_above(value, limits, "deg")
    if severity is None:
        return None
    from_s, to_s = lasting(seen.time_s, signal_deg, limits.get("warn_deg", value))
    return FoundFault(fault, severity, value, "deg", from_s, to_s)
