"""At which end the person first rests: that is where their repetitions begin."""

from __future__ import annotations

from collections import deque
from math import isnan

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import Channel
from eccentric.motion.filters import Smoothed
from eccentric.motion.reps import Ends

STILL_S = 0.5
STILL_DEG = 5.0
PATIENCE_S = 4.0
MOVED = 0.3


class StartWatcher:
    """Waits for the first stillness or the first movement of the driver joint, four seconds at most, and then names the two ends."""

    def __init__(self, exercise: Exercise) -> None:
        self._movement = exercise.movement
        self._recent: deque[tuple[float, float]] = deque()
        self._first_s: float | None = None
        self._first_deg = 0.0
        self._range_deg = abs(exercise.movement.shortened_deg - exercise.movement.lengthened_deg)
        self.ends: Ends | None = None

    def push(self, moment: Smoothed, driver: Channel) -> bool:
        """Take one moment; True when it settled the question."""
        angle_deg = float(moment.value[driver])
        if isnan(angle_deg):
            return False
        if self._first_s is None:
            self._first_s, self._first_deg = moment.time_s, angle_deg
        self._recent.append((moment.time_s, angle_deg))
        while self._recent[0][0] < moment.time_s - STILL_S:
            self._recent.popleft()
        angles = [angle for _, angle in self._recent]
        if moment.time_s - self._recent[0][0] >= 0.8 * STILL_S and max(angles) - min(angles) <= STILL_DEG:
            self._settle(sum(angles) / len(angles))
        elif abs(angle_deg - self._first_deg) >= MOVED * self._range_deg or moment.time_s - self._first_s >= PATIENCE_S:
            self.give_up()
        return self.ends is not None

    def give_up(self) -> bool:
        """Take the end at which the exercise usually begins."""
        at_start = self._movement.lengthened_deg if self._movement.begins == "lengthened" else self._movement.shortened_deg
        self._settle(at_start)
        return True

    def _settle(self, rests_at_deg: float) -> None:
        long_deg, short_deg = self._movement.lengthened_deg, self._movement.shortened_deg
        begins_long = abs(rests_at_deg - long_deg) <= abs(rests_at_deg - short_deg)
        self.ends = Ends(long_deg, short_deg) if begins_long else Ends(short_deg, long_deg)
