"""What a fault detector may look at: one repetition, measured, and what the set showed before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from statistics import median

import numpy as np

from eccentric.library.exercise import Movement
from eccentric.motion.angles import HIP, KNEE, THIGH, Channel
from eccentric.motion.landmarks import Floats
from eccentric.motion.reps import Ends
from eccentric.motion.tempo import Moved
from eccentric.terms.body import Side

HOLD_S = 0.15
START_TOLERANCE_DEG = 15.0
BEYOND_START_DEG = 5.0


@dataclass(slots=True)
class SetMemory:
    """What earlier repetitions of the set showed; the person's own calibration."""

    best_start: float | None = None
    straight_hip_deg: float | None = None
    side_gaps_deg: list[float] = field(default_factory=list)

    def remember_start(self, progress: float) -> None:
        """Keep the best starting position so far (degrees of progress; smaller is nearer the start end)."""
        progress = max(progress, -BEYOND_START_DEG)
        self.best_start = progress if self.best_start is None else min(self.best_start, progress)

    def start_reference(self) -> float:
        """Where the set starts: the best position seen, unless that is far from where the exercise starts."""
        return self.best_start if self.best_start is not None and self.best_start <= START_TOLERANCE_DEG else 0.0

    def usual_gap_deg(self) -> float:
        """The gap between the legs that the camera shows in every repetition: bias of the far leg, not asymmetry."""
        return median(self.side_gaps_deg) if self.bias_known() else 0.0

    def bias_known(self) -> bool:
        """Whether two repetitions have shown how differently the camera reads the two legs."""
        return len(self.side_gaps_deg) >= 2


@dataclass(frozen=True, slots=True)
class Seen:
    """One repetition as measured.

    ``time_s`` (moment,), ``value`` and ``rate`` (moment, channel) run from before its first movement to its end. ``rest`` (channel,) is
    the position just before it moved. ``end_progress`` and ``turn_progress`` are degrees from the exercise's start end. ``error_deg`` is by
    how much an angle may be wrong in this view.
    """

    movement: Movement
    side: Side
    driver: Channel
    ends: Ends
    time_s: Floats
    value: Floats
    rate: Floats
    rest: Floats
    turn_progress: float
    end_progress: float
    concentric: Moved | None
    eccentric: Moved | None
    error_deg: float
    far_visibility: float
    memory: SetMemory

    def change(self, channel: Channel) -> Floats:
        """(moment,) degrees away from the position before the repetition."""
        change: Floats = self.value[:, channel] - self.rest[channel]
        return change

    def knee(self) -> Channel:
        """The working leg's knee."""
        return KNEE[self.side]

    def hip(self) -> Channel:
        """The working leg's hip."""
        return HIP[self.side]

    def thigh(self) -> Channel:
        """The working leg's thigh, against the vertical."""
        return THIGH[self.side]


def sustained_peak(time_s: Floats, signal: Floats) -> float:
    """The highest level that a signal (moment,) held for at least 0.15 s; NaN moments are ignored, -inf when none are left."""
    keep = np.isfinite(signal)
    times, values = time_s[keep], signal[keep]
    if len(values) < 2:
        return -np.inf
    frame_s = float(times[-1] - times[0]) / (len(times) - 1)
    frames = max(2, ceil(HOLD_S / frame_s - 1e-6) + 1)
    if len(values) < frames:
        return -np.inf
    held, spans = values, 1
    while spans < frames:  # each round joins two overlapping stretches, so the stretch nearly doubles
        step = min(spans, frames - spans)
        held, spans = np.minimum(held[:-step], held[step:]), spans + step
    return float(held.max())


def lasting(time_s: Floats, signal: Floats, limit: float) -> tuple[float, float]:
    """When a signal was beyond a limit: from its first crossing until it fell below 70 % of the limit after its highest moment."""
    top = int(np.nanargmax(signal))
    first = top
    while first > 0 and signal[first - 1] >= limit:
        first -= 1
    last = top
    while last < len(signal) - 1 and signal[last + 1] >= 0.7 * limit:
        last += 1
    return float(time_s[first]), float(time_s[last])
