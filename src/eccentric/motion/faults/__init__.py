"""Fault detectors, one file each: a measured repetition goes in, a fault or nothing comes out.

A detector is ``look(seen, limits) -> FoundFault | None``; the limits come from the exercise file, so an exercise that does not list a
fault is not accused of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eccentric.motion.faults import (
    asymmetry,
    hip_break,
    hips_lift,
    hyperextension,
    incomplete_return,
    momentum,
    partial_range,
    rushed_lowering,
    squatting,
    thigh_drift,
    trunk_lean,
)
from eccentric.motion.seen import Seen
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId

Limits = Mapping[str, float]
Detector = Callable[[Seen, Limits], FoundFault | None]

DETECTORS: dict[FaultId, Detector] = {
    FaultId.HIPS_LIFT: hips_lift.look,
    FaultId.PARTIAL_RANGE: partial_range.look,
    FaultId.INCOMPLETE_RETURN: incomplete_return.look,
    FaultId.RUSHED_LOWERING: rushed_lowering.look,
    FaultId.MOMENTUM: momentum.look,
    FaultId.THIGH_DRIFT: thigh_drift.look,
    FaultId.TRUNK_LEAN: trunk_lean.look,
    FaultId.HIP_BREAK: hip_break.look,
    FaultId.SQUATTING: squatting.look,
    FaultId.HYPEREXTENSION: hyperextension.look,
    FaultId.ASYMMETRY: asymmetry.look,
}
