"""The stretch of moments that belongs to one found repetition."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eccentric.motion.angles import Channel
from eccentric.motion.landmarks import Floats
from eccentric.motion.moments import Moments
from eccentric.motion.reps import Ends, Found
from eccentric.motion.tempo import MOVING_DEG_S, Moved, phase_between

LEAD_S = 1.0
BEFORE_S = 0.35


@dataclass(frozen=True, slots=True)
class Window:
    """Moments around a repetition: ``time_s`` (moment,), ``value`` and ``rate`` (moment, channel); ``out`` and ``back`` are its phases.

    ``end`` and ``turn`` are indices into the arrays. ``next_from_s`` is when the next repetition began to move, None after the last.
    """

    time_s: Floats
    value: Floats
    rate: Floats
    turn: int
    end: int
    out: Moved | None
    back: Moved | None
    next_from_s: float | None

    @property
    def start_s(self) -> float:
        """When the repetition began to move."""
        return self.out.from_s if self.out else float(self.time_s[0])

    @property
    def end_s(self) -> float:
        """When it ended: where the next begins to move; the last one where its own way back ends."""
        if self.next_from_s is not None:
            return self.next_from_s
        return self.back.to_s if self.back else float(self.time_s[self.end])

    def own(self) -> tuple[Floats, Floats, Floats]:
        """Time, value and rate of the repetition alone: from the position before it moved to its end."""
        first = 0 if self.out is None else min(self.turn, int(self.time_s.searchsorted(self.out.from_s - BEFORE_S)))
        mine = slice(first, self.end + 1)
        return self.time_s[mine], self.value[mine], self.rate[mine]

    def rest(self) -> Floats:
        """(channel,) the position in the last third of a second before it moved, NaN where it was not seen."""
        moves_s = self.start_s
        first, last = self.time_s.searchsorted(moves_s - BEFORE_S), self.time_s.searchsorted(moves_s + 0.05, side="right")
        near = self.value[first:last]
        near = near if len(near) else self.value[:1]
        if np.isfinite(near).all():
            ranked = np.sort(near, axis=0)
            middle = len(ranked) // 2
            return np.asarray(ranked[middle] if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) / 2)
        known = np.isfinite(near).any(axis=0)
        rest = np.full(self.value.shape[1], np.nan)
        rest[known] = np.nanmedian(near[:, known], axis=0)
        return rest


def cut_window(moments: Moments, found: Found, ends: Ends, driver: Channel, earliest_s: float) -> Window | None:
    """Cut the moments from up to a second before the repetition to the newest; None when its turn was not seen."""
    all_s = moments.time_s
    begins_s = max(earliest_s, float(all_s[found.base]) - LEAD_S)
    stretch = slice(min(found.base, int(all_s.searchsorted(begins_s))), found.until + 1)
    time_s, value, rate = all_s[stretch], moments.value[stretch], moments.rate[stretch]
    seen = np.isfinite(value[:, driver])
    if not seen.all():
        time_s, value, rate = time_s[seen], value[seen], rate[seen]
    turn, end = (int(index) for index in time_s.searchsorted((all_s[found.turn], all_s[found.end])))
    if end >= len(time_s) or turn > end:
        return None
    outward = ends.turn_deg > ends.start_deg
    angle, speed = value[:, driver], rate[:, driver]
    out = phase_between(time_s[: turn + 1], angle[: turn + 1], speed[: turn + 1], rising=outward)
    back = phase_between(time_s[turn : end + 1], angle[turn : end + 1], speed[turn : end + 1], rising=not outward)
    next_from_s = None if found.rested else _moves_again(time_s, speed if outward else -speed, end)
    return Window(time_s, value, rate, turn, end, out, back, next_from_s)


def _moves_again(time_s: Floats, speed: Floats, end: int) -> float:
    """When the movement after ``end`` passed 10 degrees a second, to a fraction of a frame."""
    slow = len(speed) - 1
    while slow > end and speed[slow] > MOVING_DEG_S:
        slow -= 1
    if slow + 1 >= len(speed) or speed[slow] >= MOVING_DEG_S or speed[slow + 1] <= MOVING_DEG_S:
        return float(time_s[slow])
    share = (MOVING_DEG_S - speed[slow]) / (speed[slow + 1] - speed[slow])
    return float(time_s[slow] + share * (time_s[slow + 1] - time_s[slow]))
