"""What watching a set found: the values behind ``watch --json`` and the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from eccentric.motion.landmarks import Floats, PoseFrame
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity


@dataclass(frozen=True, slots=True)
class FoundFault:
    """A fault in one repetition: the measured value, its unit and when it was seen (seconds, half-open)."""

    id: FaultId
    severity: Severity
    value: float
    unit: str
    from_s: float
    to_s: float


@dataclass(frozen=True, slots=True)
class Repetition:
    """One repetition; times in seconds of the video, angles in degrees (flexion positive, 0 straight), None = not measured."""

    index: int
    side: Side
    start_s: float
    turn_s: float
    end_s: float
    concentric_s: float | None
    pause_shortened_s: float | None
    eccentric_s: float | None
    pause_lengthened_s: float | None
    driver_min_deg: float | None
    driver_max_deg: float | None
    complete: bool = True
    break_point_deg: float | None = None
    break_point_reason: str | None = None
    faults: tuple[FoundFault, ...] = ()
    concentric_from_s: float | None = None
    concentric_to_s: float | None = None
    eccentric_from_s: float | None = None
    eccentric_to_s: float | None = None

    @property
    def good(self) -> bool:
        """True when the repetition is complete, was measured and has no fault of severity ``fail``."""
        return self.complete and self.driver_max_deg is not None and not any(fault.severity is Severity.FAIL for fault in self.faults)


@dataclass(frozen=True, slots=True)
class View:
    """Whether the camera's view carries the measurements; ``problems`` are sentences for the person."""

    usable: bool
    camera_yaw_deg: float | None
    near_side: Side | None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetSummary:
    """The set in a few numbers; means are None when there was nothing to measure."""

    reps: int
    good_reps: int
    tempo: str | None
    rom_mean_deg: float | None
    eccentric_total_s: float | None


@dataclass(frozen=True, slots=True)
class Signals:
    """Per-frame signals: every array is (frame,), degrees, NaN = not measured; ``rep`` is 0 between repetitions.

    ``angles`` maps a column name such as ``knee_flexion_left_deg`` to its array; ``visibility`` likewise.
    """

    time_s: Floats
    angles: dict[str, Floats]
    visibility: dict[str, Floats]
    rep: Floats


@dataclass(frozen=True, slots=True)
class WatchedSet:
    """Everything that watching one video of a set found."""

    exercise: str
    view: View
    reps: tuple[Repetition, ...]
    summary: SetSummary
    signals: Signals
    cues: tuple[str, ...] = ()
    frames: tuple[PoseFrame, ...] = field(default=(), repr=False)
