"""From a watched set to the fields of a set record."""

from __future__ import annotations

from collections.abc import Mapping

from eccentric.journal.records import FaultSeen, WatchedSummary
from eccentric.motion.watched import FoundFault, WatchedSet
from eccentric.terms.body import Muscle
from eccentric.terms.faults import FaultId, Severity


def _faults(watched: WatchedSet) -> tuple[FaultSeen, ...]:
    """Each fault once: in how many repetitions, how severe at the worst, and its value there."""
    found: dict[FaultId, list[FoundFault]] = {}
    for rep in watched.reps:
        worst: dict[FaultId, FoundFault] = {}
        for fault in rep.faults:
            if fault.id not in worst or _badness(fault) > _badness(worst[fault.id]):
                worst[fault.id] = fault
        for identity, fault in worst.items():
            found.setdefault(identity, []).append(fault)
    seen = []
    for identity in sorted(found):
        most = max(found[identity], key=_badness)
        seen.append(FaultSeen(id=identity, severity=most.severity, reps=len(found[identity]), worst=most.value, unit=most.unit))
    return tuple(seen)


def _badness(fault: FoundFault) -> tuple[bool, float]:
    """Severity first; then the size of the value, which the detector may count either way."""
    return fault.severity is Severity.FAIL, abs(fault.value)


def watched_fields(watched: WatchedSet, muscles: Mapping[Muscle, float] | None = None) -> WatchedSummary:
    """The summary of a watched set for its record; ``muscles`` are shares of the work (0 to 1) from the muscle model, if known.

    Angles in degrees, times in seconds, None = not measured. Only complete repetitions count.
    """
    whole = [rep for rep in watched.reps if rep.complete]
    lows = [rep.driver_min_deg for rep in whole if rep.driver_min_deg is not None]
    highs = [rep.driver_max_deg for rep in whole if rep.driver_max_deg is not None]
    breaks = [rep.break_point_deg for rep in whole if rep.break_point_deg is not None]
    return WatchedSummary(
        reps=watched.summary.reps,
        good_reps=watched.summary.good_reps,
        tempo=watched.summary.tempo,
        range_mean_deg=watched.summary.rom_mean_deg,
        driver_min_deg=min(lows, default=None),
        driver_max_deg=max(highs, default=None),
        eccentric_total_s=watched.summary.eccentric_total_s,
        break_point_deg=min(breaks, default=None),
        view_usable=watched.view.usable,
        faults=_faults(watched),
        muscles=dict(muscles or {}),
    )
