"""Finding repetitions in the driver joint's angle: one table of states, one moment at a time.

The angle is first turned into *progress*: degrees travelled from the end at which the person rests towards the other end, so that one
machine serves curls (which begin lengthened), Nordics and hinges (which begin shortened).

States and what leaves them (reversal = ``max(8, 0.15 x expected)`` degrees, enough = ``0.3 x expected``):

    REST --progress rises a reversal above the base--> OUT      Started
    OUT  --falls a reversal below the peak, travelled enough--> BACK   Turned
    OUT  --falls a reversal below the peak, or stands still, after too little--> REST  (a fidget, not a repetition)
    BACK --rises a reversal above the valley--> OUT             Ended, Started
    BACK --stands still near the valley--> REST                 Returned, and Ended when the next begins or after a rest
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from enum import Enum, auto

MIN_REVERSAL_DEG = 8.0
REVERSAL = 0.15
ENOUGH = 0.3
RETURNED = 0.5
BOUNCE = 0.35
NEARLY_HOME = 0.8
AT_HOME = 0.2
STILL_S = 0.5
STILL_DEG = 4.0
REST_S = 4.0


class State(Enum):
    """Where in a repetition the person is."""

    REST = auto()
    OUT = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class Ends:
    """The driver's angle at the end where a repetition begins and at the end where it turns, degrees."""

    start_deg: float
    turn_deg: float

    @property
    def expected_deg(self) -> float:
        """Excursion that a full repetition travels."""
        return abs(self.turn_deg - self.start_deg)

    def progress(self, angle_deg: float) -> float:
        """Degrees travelled from the start end towards the turning end."""
        return angle_deg - self.start_deg if self.turn_deg > self.start_deg else self.start_deg - angle_deg


@dataclass(frozen=True, slots=True)
class Found:
    """A repetition by moments: ``base`` where it left, ``turn`` its far end, ``end`` its return, as indices of the moments pushed.

    ``until`` is the newest moment when it was found: between ``end`` and it the next repetition has begun, unless ``rested``.
    ``complete`` is False when the recording cut it off.
    """

    base: int
    turn: int
    end: int
    until: int
    complete: bool = True
    rested: bool = False


@dataclass(slots=True)
class _Extreme:
    index: int
    progress: float


class RepetitionFinder:
    """Finds repetitions in one leg's driver joint; push moments in order, take what they end."""

    def __init__(self, ends: Ends) -> None:
        self.ends = ends
        self.state = State.REST
        self._reversal = max(MIN_REVERSAL_DEG, REVERSAL * ends.expected_deg)
        self._enough = ENOUGH * ends.expected_deg
        self._base: _Extreme | None = None
        self._peak = _Extreme(0, 0.0)
        self._valley = _Extreme(0, 0.0)
        self._cut = False
        self._pending: Found | None = None
        self._rest_from_s = 0.0
        self._recent: deque[tuple[float, float]] = deque()
        self._last = 0

    @property
    def base(self) -> int:
        """The moment at which the movement under way left its base."""
        return self._base.index if self._base is not None else 0

    @property
    def travelled_deg(self) -> float:
        """Degrees from the base to the far end of the movement under way; 0 at rest."""
        return 0.0 if self.state is State.REST or self._base is None else self._peak.progress - self._base.progress

    def push(self, index: int, time_s: float, angle_deg: float) -> list[Found]:
        """Take one moment (its index, time and driver angle, never NaN); return the repetitions that are now over."""
        progress = self.ends.progress(angle_deg)
        self._last = index
        self._recent.append((time_s, progress))
        while self._recent[0][0] < time_s - STILL_S:
            self._recent.popleft()
        if self._base is None:
            return self._first(index, progress)
        step = {State.REST: self._rest, State.OUT: self._out, State.BACK: self._back}[self.state]
        return step(index, time_s, progress)

    def finish(self) -> list[Found]:
        """Say what is left when the recording ends: a finished repetition, or one that it cut off."""
        if self._pending is not None:
            return self.release()
        if self.state is State.REST or self._base is None or self.travelled_deg < self._enough:
            return []
        home = self.state is State.BACK and self._peak.progress - self._valley.progress >= NEARLY_HOME * self.travelled_deg
        end = self._valley.index if self.state is State.BACK else self._last
        return [Found(self._base.index, self._peak.index, end, self._last, complete=home and not self._cut, rested=True)]

    def _first(self, index: int, progress: float) -> list[Found]:
        """A recording that begins far from the start end begins inside a repetition, which it cut off."""
        self._base = _Extreme(index, progress)
        if progress > self._enough and progress > 0.5 * self.ends.expected_deg:
            self._cut = True
            self._base = _Extreme(index, 0.0)
            self._peak = self._valley = _Extreme(index, progress)
            self.state = State.OUT
        return []

    def _still(self) -> bool:
        values = [value for _, value in self._recent]
        return len(values) > 2 and self._recent[-1][0] - self._recent[0][0] >= 0.8 * STILL_S and max(values) - min(values) <= STILL_DEG

    def _rest(self, index: int, time_s: float, progress: float) -> list[Found]:
        assert self._base is not None
        if progress <= self._base.progress or self._still():
            self._base = _Extreme(index, min(value for _, value in self._recent))
        if progress - self._base.progress >= self._reversal:
            self.state, self._peak = State.OUT, _Extreme(index, progress)
            return self.release(rested=False)
        return self.release() if self._pending is not None and time_s - self._rest_from_s >= REST_S else []

    def _out(self, index: int, _time_s: float, progress: float) -> list[Found]:
        assert self._base is not None
        if progress >= self._peak.progress:
            self._peak = _Extreme(index, progress)
        went_deg = self.travelled_deg
        if self._peak.progress - progress >= self._reversal:
            if went_deg >= self._enough:
                self.state, self._valley = State.BACK, _Extreme(index, progress)
            else:
                self._settle(index, progress)
        elif (went_deg < self._enough or progress <= AT_HOME * self.ends.expected_deg) and self._still():
            self._settle(index, progress)
        return []

    def _settle(self, index: int, progress: float) -> None:
        """What looked like a beginning was a fidget: rest here."""
        self.state, self._base, self._cut = State.REST, _Extreme(index, progress), False

    def _back(self, index: int, time_s: float, progress: float) -> list[Found]:
        assert self._base is not None
        if progress < self._valley.progress:
            self._valley = _Extreme(index, progress)
        came_back = self._peak.progress - self._valley.progress
        if progress - self._valley.progress >= self._reversal:
            if came_back < BOUNCE * self.travelled_deg:
                self.state = State.OUT
                return []
            done = Found(self._base.index, self._peak.index, self._valley.index, index, complete=not self._cut)
            self._cut = False
            self._base, self._peak, self.state = self._valley, _Extreme(index, progress), State.OUT
            return [done]
        if self._still() and came_back >= RETURNED * self.travelled_deg:
            self._pending = Found(self._base.index, self._peak.index, self._valley.index, index, complete=not self._cut)
            self._cut = False
            self._base, self.state, self._rest_from_s = _Extreme(index, progress), State.REST, time_s
        return []

    def release(self, *, rested: bool = True) -> list[Found]:
        """Let go of a repetition that has returned and waits for the next to begin."""
        pending, self._pending = self._pending, None
        return [] if pending is None else [replace(pending, until=self._last, rested=rested)]
