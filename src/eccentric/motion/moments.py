"""The smoothed moments of a set in arrays that grow."""

from __future__ import annotations

import numpy as np

from eccentric.motion.angles import CHANNELS
from eccentric.motion.filters import Smoothed
from eccentric.motion.landmarks import Floats

FIRST_ROOM = 1024


class Moments:
    """Moments in order: ``time_s`` (moment,), ``value`` and ``rate`` (moment, channel); views of what was added so far."""

    def __init__(self) -> None:
        self._count = 0
        self._time_s: Floats = np.empty(FIRST_ROOM)
        self._value: Floats = np.empty((FIRST_ROOM, CHANNELS))
        self._rate: Floats = np.empty((FIRST_ROOM, CHANNELS))

    def __len__(self) -> int:
        return self._count

    def add(self, moment: Smoothed) -> None:
        """Keep one more moment."""
        if self._count == len(self._time_s):
            self._time_s, self._value, self._rate = (
                np.concatenate([old, np.empty_like(old)]) for old in (self._time_s, self._value, self._rate)
            )
        self._time_s[self._count] = moment.time_s
        self._value[self._count] = moment.value
        self._rate[self._count] = moment.rate
        self._count += 1

    @property
    def time_s(self) -> Floats:
        """(moment,) seconds of the recording."""
        return self._time_s[: self._count]

    @property
    def value(self) -> Floats:
        """(moment, channel) degrees, the middle of the hips in pixels; NaN = not seen."""
        return self._value[: self._count]

    @property
    def rate(self) -> Floats:
        """(moment, channel) per second."""
        return self._rate[: self._count]
