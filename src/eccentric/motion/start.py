"""At which end the person first rests: that is where their repetitions begin.

Where the knees work leg by leg, legs hang at the usual end between their turns: one that is held at the other end is in mid-repetition.
"""

from __future__ import annotations

from collections import deque
from math import isnan

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import Channel
from eccentric.motion.filters import Smoothed
from eccentric.motion.reps import Ends

STILL_S = 0.5
STILL_AT_OTHER_END_S = 0.8
STILL_DEG = 5.0
PATIENCE_S = 4.0
MOVED = 0.3


class StartWatcher:
    """Waits for the first stillness or the first movement of the driver joint, four seconds at most, and then names the two ends."""

    def __init__(self, exercise: Exercise) -> None:
        self._movement = exercise.movement
        self._leg_by_leg = exercise.classification.sides != "both" and exercise.movement.driver == "knee_flexion"
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
        while self._recent[0][0] < moment.time_s - STILL_AT_OTHER_END_S:
            self._recent.popleft()
        if self._rests(STILL_AT_OTHER_END_S) or (self._rests(STILL_S) and self._ends_from(angle_deg) == self._usual()):
            self.ends = self._usual() if self._leg_by_leg else self._ends_from(angle_deg)
        elif abs(angle_deg - self._first_deg) >= MOVED * self._range_deg or moment.time_s - self._first_s >= PATIENCE_S:
            self.give_up()
        return self.ends is not None

    def give_up(self) -> bool:
        """Take the end at which the exercise usually begins."""
        self.ends = self._usual()
        return True

    def _rests(self, for_s: float) -> bool:
        """Whether the driver stood still that long (a fifth less will do, for slow cameras)."""
        newest_s = self._recent[-1][0]
        angles = [angle for time_s, angle in self._recent if time_s >= newest_s - for_s]
        return newest_s - self._recent[0][0] >= 0.8 * for_s and max(angles) - min(angles) <= STILL_DEG

    def _usual(self) -> Ends:
        movement = self._movement
        return self._ends_from(movement.lengthened_deg if movement.begins == "lengthened" else movement.shortened_deg)

    def _ends_from(self, rests_at_deg: float) -> Ends:
        long_deg, short_deg = self._movement.lengthened_deg, self._movement.shortened_deg
        begins_long = abs(rests_at_deg - long_deg) <= abs(rests_at_deg - short_deg)
        return Ends(long_deg, short_deg) if begins_long else Ends(short_deg, long_deg)
