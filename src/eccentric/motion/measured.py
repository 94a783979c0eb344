"""A set as it is being measured: its moments, the finders that go through them, and the repetitions judged so far.

A repetition that is found is taken or not at once; cutting it out, measuring it, looking for its faults and writing it down are spread
over the next moments, so that no single frame waits for all of them. The next repetition, or the end of the recording, has what is left
done at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import hypot, isnan

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import HIP, KNEE, Channel, Limbs
from eccentric.motion.certainty import angle_error_deg
from eccentric.motion.filters import Smoothed
from eccentric.motion.judge import judge
from eccentric.motion.landmarks import Floats, Point
from eccentric.motion.moments import Moments
from eccentric.motion.posture import in_posture
from eccentric.motion.reps import Ends, Found, RepetitionFinder, State
from eccentric.motion.seen import Seen, SetMemory
from eccentric.motion.view import ViewEstimator
from eccentric.motion.watched import Repetition
from eccentric.motion.window import Window, cut_window
from eccentric.terms.body import Side

MAX_DRIFT_THIGHS = 0.6
MIN_PHASE_S = 0.15
SEEN_ENOUGH = 0.7
LONG_GAP_S = 0.6  # without a picture of the person for so long, the way between is a guess
LEAST_KNEE_DEG = -25.0  # no knee bends further backwards: such landmarks are off the body
SAME_TIME = 0.4
SCALE_FOLLOWS = 0.02
OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


@dataclass(frozen=True, slots=True)
class _Rival:
    """The movement that the other leg was making when a repetition was found: degrees so far, and the moment that it left from."""

    travelled_deg: float
    base: int


class MeasuredSet:
    """Keeps the moments of a set and turns what the finders find into judged repetitions."""

    def __init__(self, exercise: Exercise, view: ViewEstimator) -> None:
        self.exercise = exercise
        self.view = view
        self.reps: list[Repetition] = []
        self._moments = Moments()
        self._finders: dict[Side, RepetitionFinder] = {}
        self._memory = {side: SetMemory() for side in OTHER}
        self._under_way: Iterator[Repetition | None] = iter(())
        self.thigh_px = 0.0  # running mean of the near thigh's length
        self._in_picture = 1.0
        self._ankles = dict.fromkeys(OTHER, 0.0)
        self._knee_driven = exercise.movement.driver == "knee_flexion"
        self._one_leg = exercise.classification.sides != "both" and self._knee_driven

    def see(self, visibility: Floats, limbs: Limbs) -> None:
        """Follow how much of the near leg is in the picture, its thigh's length and how well each ankle is seen (running means)."""
        near = self.view.near_side
        thigh_px, shank_px = hypot(*limbs.thigh[near]), hypot(*limbs.shank[near])
        self._in_picture += SCALE_FOLLOWS * (float(not isnan(thigh_px + shank_px)) - self._in_picture)
        if not isnan(thigh_px):
            self.thigh_px += (thigh_px - self.thigh_px) * (SCALE_FOLLOWS if self.thigh_px else 1.0)
        for side, point in ((Side.LEFT, Point.LEFT_ANKLE), (Side.RIGHT, Point.RIGHT_ANKLE)):
            self._ankles[side] += SCALE_FOLLOWS * (float(visibility[point]) - self._ankles[side])

    def driver(self, side: Side) -> Channel:
        """The channel that drives this exercise on one side."""
        return KNEE[side] if self._knee_driven else HIP[side]

    def add(self, moment: Smoothed) -> None:
        """Keep a moment."""
        self._moments.add(moment)

    def begin(self, ends: Ends) -> list[Repetition]:
        """Start looking for repetitions between these ends, from the first moment kept."""
        sides = (Side.LEFT, Side.RIGHT) if self._one_leg else (self.view.near_side,)
        self._finders = {side: RepetitionFinder(ends) for side in sides}
        judged = len(self.reps)
        for index in range(len(self._moments)):
            self._look_at(index)
        return self.reps[judged:]

    def step(self) -> list[Repetition]:
        """Go on judging what was found before, and look at the newest moment."""
        judged = len(self.reps)
        self._judge(stages=1)
        self._look_at(len(self._moments) - 1)
        return self.reps[judged:]

    def finish(self) -> list[Repetition]:
        """The repetitions that only the end of the recording ends."""
        judged = len(self.reps)
        found = [(side, item) for side, finder in self._finders.items() for item in finder.finish()]
        found.sort(key=lambda pair: pair[1].base)
        for side, item in found:
            self._accept(side, item)
        self._judge()
        return self.reps[judged:]

    def _look_at(self, index: int) -> None:
        time_s, value = float(self._moments.time_s[index]), self._moments.value[index]
        for side, finder in self._finders.items():
            angle_deg = float(value[self.driver(side)])
            if isnan(angle_deg):
                continue
            rested = finder.state is State.REST
            for found in finder.push(index, time_s, angle_deg):
                self._accept(side, found)
            if rested and finder.state is State.OUT and self._one_leg:
                for found in self._finders[OTHER[side]].release():
                    self._accept(OTHER[side], found)

    def _accept(self, side: Side, found: Found) -> None:
        """Take a found repetition, unless it is somebody walking or settling, or was hardly seen."""
        self._judge()
        if found.complete and self._moved_away(found):
            return
        at = self._at_usual_start(found, self._finders[side].ends)
        if in_posture(self.exercise, self._moments.value[at], side) and self._in_view(side, found):
            other = self._finders.get(OTHER[side])
            self._under_way = self._judging(side, found, _Rival(other.travelled_deg, other.base) if other else None)

    def _at_usual_start(self, found: Found, ends: Ends) -> int:
        """The moment of a repetition at the end where the exercise usually begins: its posture is the one that is told."""
        movement = self.exercise.movement
        usual_deg = movement.lengthened_deg if movement.begins == "lengthened" else movement.shortened_deg
        return found.base if ends.start_deg == usual_deg else found.turn

    def _judge(self, stages: int | None = None) -> None:
        """Take so many stages of the repetition under way, all of them by default."""
        self.reps += [repetition for repetition in islice(self._under_way, stages) if repetition is not None]

    def _judging(self, side: Side, found: Found, rival: _Rival | None) -> Iterator[Repetition | None]:
        """Cut out, measure and judge a repetition, a stage at each ``next``; the shadow of the other leg's repetition is none."""
        ends, last = self._finders[side].ends, self.reps[-1] if self.reps else None
        earliest_s = last.end_s - 0.3 if last and not self._one_leg else 0.0
        window = cut_window(self._moments, found, ends, self.driver(side), earliest_s)
        if window is None or (found.complete and not _has_phases(window)) or (rival and self._is_shadow(side, window, found, rival)):
            return
        yield None
        seen = self._seen(side, window, ends, complete=found.complete)
        possible = not self._knee_driven or float(seen.value[:, seen.driver].min()) > LEAST_KNEE_DEG
        measurable = self._in_picture >= SEEN_ENOUGH and possible
        shown, index = side if self._one_leg else Side.BOTH, len(self.reps) + 1
        yield None
        yield from judge(self.exercise, window, seen, index=index, side=shown, complete=found.complete, measurable=measurable)

    def _seen(self, side: Side, window: Window, ends: Ends, *, complete: bool) -> Seen:
        """What the detectors may look at."""
        time_s, value, rate = window.own()
        rest = window.rest()
        memory, driver = self._memory[side], self.driver(side)
        begins_long = ends.start_deg == self.exercise.movement.lengthened_deg
        end_progress = ends.progress(float(value[-1, driver]))
        memory.remember_start(ends.progress(float(rest[driver])))
        if complete:
            memory.remember_start(end_progress)
        return Seen(
            movement=self.exercise.movement,
            side=side,
            driver=driver,
            ends=ends,
            time_s=time_s,
            value=value,
            rate=rate,
            rest=rest,
            turn_progress=ends.progress(float(window.value[window.turn, driver])),
            end_progress=end_progress,
            concentric=window.out if begins_long else window.back,
            eccentric=window.back if begins_long else window.out,
            error_deg=angle_error_deg(self.view.yaw_deg, self.thigh_px),
            far_visibility=self._ankles[OTHER[self.view.near_side]],
            memory=memory,
        )

    def _moved_away(self, found: Found) -> bool:
        """True when the hips ended up elsewhere: the person walked, sat down or lay down."""
        value = self._moments.value
        first, last = value[found.base].tolist(), value[found.end].tolist()
        drift_px = hypot(last[Channel.HIP_X] - first[Channel.HIP_X], last[Channel.HIP_Y] - first[Channel.HIP_Y])
        return drift_px > MAX_DRIFT_THIGHS * self.thigh_px

    def _in_view(self, side: Side, found: Found) -> bool:
        """True when the driver joint was seen for most of the repetition: neither guessed now and then, nor behind something for long."""
        whole = slice(found.base, found.end + 1)
        angles, times_s = self._moments.value[whole, self.driver(side)], self._moments.time_s[whole]
        steps_s = np.diff(times_s)
        away_s = float(steps_s[steps_s > LONG_GAP_S].sum())
        guessed = np.count_nonzero(np.isnan(angles)) > (1 - SEEN_ENOUGH) * len(angles)
        return not guessed and away_s <= (1 - SEEN_ENOUGH) * float(times_s[-1] - times_s[0])

    def _is_shadow(self, side: Side, new: Window, found: Found, rival: _Rival) -> bool:
        """True when the other leg made, or was making, a larger movement at the same time."""
        start_s, end_s = new.start_s, new.end_s
        for old in self.reps[-2:]:
            shared_s = min(old.end_s, end_s) - max(old.start_s, start_s)
            if old.side != side and shared_s > SAME_TIME * (end_s - start_s):
                return True
        ends = self._finders[side].ends
        marks = self._moments.value[[found.turn, found.base, found.end], self.driver(side)].tolist()
        turn, base, end = (ends.progress(angle_deg) for angle_deg in marks)
        return rival.travelled_deg > turn - min(base, end) and rival.base < found.turn


def _has_phases(window: Window) -> bool:
    """True when both ways were measured and neither is a twitch."""
    return window.out is not None and window.back is not None and min(window.out.lasts_s, window.back.lasts_s) >= MIN_PHASE_S
