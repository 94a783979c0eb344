"""Smoothing of irregularly timed signals with a fixed, short delay."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from operator import mul

import numpy as np

from eccentric.motion.landmarks import Floats

HALF_WINDOW_S = 0.15
MIN_POINTS = 4
MAX_HALF_FRAMES = 24
RIDGE = 1e-12  # keeps the fit from dividing by nothing where frames came at one time


@dataclass(frozen=True, slots=True)
class Smoothed:
    """One moment after smoothing: ``value`` and ``rate`` (per second) are (channel,); NaN where too little was seen."""

    time_s: float
    value: Floats
    rate: Floats


class LocalFit:
    """Quadratic least-squares fit in a moving window, evaluated at its middle: value and rate of every channel.

    A median of three frames goes first and takes out single-frame jumps. The window reaches 0.15 s to either side, wide enough for the
    speed of a joint seen at 15 frames a second to be known to about 5 degrees a second when its angle is known to about 1.5 degrees.
    Works at any frame rate and with gaps; a frame in which nobody was seen (all NaN) tells as much as one that was never taken. The delay
    is the half window.
    """

    def __init__(self, channels: int) -> None:
        self._channels = channels
        self._raw: deque[tuple[float, Floats]] = deque(maxlen=3)
        self._window: deque[tuple[float, Floats]] = deque()
        self._nobody_s: deque[float] = deque()
        self._next = 0

    def push(self, time_s: float, row: Floats) -> list[Smoothed]:
        """Take one frame's measurements (channel,), NaN = missing; return the moments that became final, one for each frame."""
        if unseen(row):
            self._nobody_s.append(time_s)
        else:
            self._raw.append((time_s, row))
            if len(self._raw) == 3:
                self._window[-1] = (self._raw[1][0], _median_of_three(*(item[1] for item in self._raw)))
            self._window.append((time_s, row))
        return self._ready(time_s - HALF_WINDOW_S - 1e-9)

    def finish(self) -> list[Smoothed]:
        """Return the last moments, fitted with what there is."""
        return self._ready(float("inf"))

    def _ready(self, until_s: float) -> list[Smoothed]:
        out = []
        while self._next < len(self._window) and self._window[self._next][0] <= until_s:
            out += self._without_anybody(self._window[self._next][0])
            out.append(self._fit(self._next))
            self._next += 1
        out += self._without_anybody(until_s)
        while self._next > 5 and self._window[0][0] < self._window[self._next - 1][0] - 2 * HALF_WINDOW_S:
            self._window.popleft()
            self._next -= 1
        return out

    def _without_anybody(self, until_s: float) -> list[Smoothed]:
        """The moments without anybody up to a time, each NaN."""
        out = []
        while self._nobody_s and self._nobody_s[0] <= until_s:
            nothing = np.full(self._channels, np.nan)
            out.append(Smoothed(self._nobody_s.popleft(), nothing, nothing))
        return out

    def _fit(self, index: int) -> Smoothed:
        centre_s = self._window[index][0]
        near = [item for item in self._window if abs(item[0] - centre_s) <= HALF_WINDOW_S + 1e-9]
        if len(near) > 2 * MAX_HALF_FRAMES:
            near = near[:: len(near) // MAX_HALF_FRAMES]
        if len(near) < MIN_POINTS:
            first = max(0, index - 2)
            near = [item for item in list(self._window)[first : first + 5] if abs(item[0] - centre_s) <= 3 * HALF_WINDOW_S]
        times = np.array([item[0] - centre_s for item in near])
        rows = np.array([item[1] for item in near])
        seen = np.isfinite(rows)
        if seen.all():
            value, rate = _quadratic(times, rows)
        else:
            value, rate = np.full(self._channels, np.nan), np.full(self._channels, np.nan)
            here = np.isfinite(self._window[index][1])
            for channel in np.flatnonzero((seen.sum(axis=0) >= MIN_POINTS) & here):
                keep = seen[:, channel]
                value[channel], rate[channel] = (part[0] for part in _quadratic(times[keep], rows[keep, channel : channel + 1]))
        return Smoothed(centre_s, value, rate)


def unseen(row: Floats) -> bool:
    """True where nothing was measured: every channel is NaN."""
    return bool(np.isnan(row).all())


def _median_of_three(first: Floats, second: Floats, third: Floats) -> Floats:
    """The middle value, channel by channel; where one is missing, the middle frame as it is."""
    low, high = np.minimum(first, third), np.maximum(first, third)
    clamped: Floats = np.where(np.isnan(low), second, np.minimum(np.maximum(second, low), high))
    return clamped


def _quadratic(times: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """Value and slope at time 0 of the least-squares parabola (a line when there are few points); rows are (moment, channel)."""
    if len(times) < MIN_POINTS:
        return _line(times, rows)
    seconds: list[float] = times.tolist()  # a handful: plain numbers are cheaper than arrays
    squares = [t * t for t in seconds]
    count, t1, t2 = len(seconds) + RIDGE, sum(seconds), sum(squares) + RIDGE
    t3, t4 = sum(map(mul, seconds, squares)), sum(map(mul, squares, squares)) + RIDGE
    v0, v1, v2 = t2 * t4 - t3 * t3, t2 * t3 - t1 * t4, t1 * t3 - t2 * t2  # the first two rows of the normal matrix's adjugate
    r1, r2 = count * t4 - t2 * t2, t1 * t2 - count * t3
    size = count * v0 + t1 * v1 + t2 * v2
    weights = [
        [v0 + v1 * t + v2 * s for t, s in zip(seconds, squares, strict=True)],
        [v1 + r1 * t + r2 * s for t, s in zip(seconds, squares, strict=True)],
    ]
    found = np.array(weights) @ rows / size
    return found[0], found[1]


def _line(times: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """The same for a straight line through two or three points, or the one point with no slope."""
    if len(times) == 1:
        return rows[0], np.zeros(rows.shape[1])
    middle_s = float(times.mean())
    away_s = times - middle_s
    rate: Floats = away_s @ rows / (float(away_s @ away_s) + RIDGE)
    return rows.mean(axis=0) - middle_s * rate, rate
