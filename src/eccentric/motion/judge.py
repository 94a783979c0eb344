"""From a found repetition to a judged one: measure it, then let each detector that its exercise lists look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from eccentric.library.exercise import Exercise, Mistake
from eccentric.motion.break_point import break_point
from eccentric.motion.certainty import MOST_ERROR_DEG, carries
from eccentric.motion.faults import DETECTORS
from eccentric.motion.faults.asymmetry import side_gap_deg
from eccentric.motion.seen import Seen, sustained_peak
from eccentric.motion.tempo import Moved
from eccentric.motion.watched import FoundFault, Repetition
from eccentric.motion.window import Window
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

EXPLAINS = {
    FaultId.HIPS_LIFT: {FaultId.TRUNK_LEAN, FaultId.HYPEREXTENSION},
    FaultId.THIGH_DRIFT: {FaultId.TRUNK_LEAN},
    FaultId.HIP_BREAK: {FaultId.TRUNK_LEAN, FaultId.HYPEREXTENSION},
    FaultId.MOMENTUM: {FaultId.TRUNK_LEAN},
}

ABOUT_STRAIGHT_DEG = 15.0
LOOKS_A_STAGE = 3


def look(mistake: Mistake, seen: Seen) -> FoundFault | None:
    """What the mistake's detector finds; None where it is clean, no camera sees it, or the view does not carry it."""
    if mistake.fault not in DETECTORS or not _carried(mistake.fault, mistake.limits, seen):
        return None
    return DETECTORS[mistake.fault](seen, mistake.limits)


def unexplained(found: Sequence[FoundFault]) -> tuple[FoundFault, ...]:
    """The faults without those that another one explains."""
    failed = {fault.id for fault in found if fault.severity is Severity.FAIL}
    explained = {other for cause in failed for other in EXPLAINS.get(cause, ())}
    if FaultId.MOMENTUM in failed:
        explained |= {FaultId.HIPS_LIFT, FaultId.THIGH_DRIFT, FaultId.HIP_BREAK} - failed
    return tuple(fault for fault in found if fault.id not in explained)


def _carried(fault: FaultId, limits: Mapping[str, float], seen: Seen) -> bool:
    """Whether the view carries the measurement that this fault needs."""
    return carries(fault, limits, error_deg=seen.error_deg, expected_deg=seen.ends.expected_deg, bias_known=seen.memory.bias_known())


def remember_stance(exercise: Exercise, seen: Seen) -> None:
    """Before judging: a set that begins upright, or with hips about straight, shows how straight this person is."""
    memory, hip_deg = seen.memory, float(seen.rest[seen.hip()])
    upright = seen.ends.start_deg == exercise.movement.shortened_deg
    if memory.straight_hip_deg is None and (upright or abs(hip_deg) <= ABOUT_STRAIGHT_DEG) and np.isfinite(hip_deg):
        memory.straight_hip_deg = hip_deg


def remember_gap(seen: Seen, faults: Sequence[FoundFault]) -> None:
    """After judging: learn the usual gap between the legs; one that fails is the person's, not the camera's."""
    gap_deg = side_gap_deg(seen)
    if gap_deg is not None and not any(fault.id is FaultId.ASYMMETRY and fault.severity is Severity.FAIL for fault in faults):
        seen.memory.side_gaps_deg.append(gap_deg)


def judge(
    exercise: Exercise, window: Window, seen: Seen, *, index: int, side: Side, complete: bool, measurable: bool
) -> Iterator[Repetition | None]:
    """Look for a repetition's faults, and then fill in its phases and range: a stage at each ``next``, None until it is there.

    Where the limb was not really seen (``measurable`` is False) nothing is measured; where the view makes angles too uncertain the range
    stays None and only the faults that the view carries are looked for.
    """
    found: list[FoundFault] = []
    if complete and measurable:
        remember_stance(exercise, seen)
        for number, mistake in enumerate(exercise.mistakes, 1):
            fault = look(mistake, seen)
            found += [] if fault is None else [fault]
            if number % LOOKS_A_STAGE == 0:
                yield None
        remember_gap(seen, found)
    yield _filled(
        exercise,
        window,
        seen,
        unexplained(found),
        index=index,
        side=side,
        complete=complete,
        sure=measurable and seen.error_deg <= MOST_ERROR_DEG,
    )


def _filled(
    exercise: Exercise, window: Window, seen: Seen, faults: tuple[FoundFault, ...], *, index: int, side: Side, complete: bool, sure: bool
) -> Repetition:
    """A repetition's phases and range with the faults that were found; the range stays None where it is not ``sure``."""
    out, back = window.out, window.back
    pause_at_turn_s = max(0.0, back.from_s - out.to_s) if out and back else None
    pause_after_s = max(0.0, window.next_from_s - back.to_s) if back and window.next_from_s is not None else None
    begins_long = seen.ends.start_deg == exercise.movement.lengthened_deg
    low_deg, high_deg = _range_deg(seen)
    point_deg, reason = break_point(exercise, seen) if complete and sure else (None, None)
    return Repetition(
        index=index,
        side=side,
        start_s=window.start_s,
        turn_s=float(window.time_s[window.turn]),
        end_s=window.end_s,
        concentric_s=_lasts(seen.concentric),
        pause_shortened_s=pause_at_turn_s if begins_long else pause_after_s,
        eccentric_s=_lasts(seen.eccentric),
        pause_lengthened_s=pause_after_s if begins_long else pause_at_turn_s,
        driver_min_deg=low_deg if sure else None,
        driver_max_deg=high_deg if sure else None,
        complete=complete,
        break_point_deg=point_deg,
        break_point_reason=reason,
        faults=faults,
        concentric_from_s=seen.concentric.from_s if seen.concentric else None,
        concentric_to_s=seen.concentric.to_s if seen.concentric else None,
        eccentric_from_s=seen.eccentric.from_s if seen.eccentric else None,
        eccentric_to_s=seen.eccentric.to_s if seen.eccentric else None,
    )


def _range_deg(seen: Seen) -> tuple[float, float]:
    """The driver's smallest and largest angle: at the turn its extreme, at the end where the person rests what was held for 0.15 s.

    A turn may be short; a straight limb's angle is the one that noise disturbs most, and the person stays there longer.
    """
    driver = seen.value[:, seen.driver]
    if seen.ends.turn_deg > seen.ends.start_deg:
        return -sustained_peak(seen.time_s, -driver), float(driver.max())
    return float(driver.min()), sustained_peak(seen.time_s, driver)


def _lasts(phase: Moved | None) -> float | None:
    return phase.lasts_s if phase else None
