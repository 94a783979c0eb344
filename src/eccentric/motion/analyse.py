"""The motion core, without input or output: push landmarks frame by frame, take events; a set is the fold of its frames.

It never opens a file, reads a clock or knows a camera. The watch command, the upload worker and the live page all drive this one class,
so that live and recorded sets give the same repetitions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import CHANNELS, corrected, limbs_of, measure
from eccentric.motion.cues import cues_for
from eccentric.motion.filters import LocalFit, Smoothed, unseen
from eccentric.motion.landmarks import Floats, PoseFrame
from eccentric.motion.measured import MeasuredSet
from eccentric.motion.start import StartWatcher
from eccentric.motion.summary import signals_of, summary_of, view_of
from eccentric.motion.swaps import SwapRepair
from eccentric.motion.view import ViewEstimator
from eccentric.motion.watched import Repetition, WatchedSet


@dataclass(frozen=True, slots=True)
class MomentMeasured:
    """A moment became final (0.15 s after its frame): ``value`` and ``rate`` are (channel,), NaN = not seen."""

    time_s: float
    value: Floats
    rate: Floats


@dataclass(frozen=True, slots=True)
class RepetitionEnded:
    """A repetition is over and judged."""

    repetition: Repetition


Event = MomentMeasured | RepetitionEnded


class Analyser:
    """Follows one person through one set of one exercise."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.view = ViewEstimator()
        self.measured = MeasuredSet(exercise, self.view)
        self._swaps = SwapRepair()
        self._fit = LocalFit(CHANNELS)
        self._start = StartWatcher(exercise)
        self._last_s = float("-inf")
        self._hinge = exercise.movement.driver == "hip_flexion" and exercise.movement.posture == "standing"

    def push(self, frame: PoseFrame) -> list[Event]:
        """Take the next frame; frames that do not come later than the one before are ignored."""
        if frame.time_s <= self._last_s:
            return []
        self._last_s = frame.time_s
        return self._moments(self._fit.push(frame.time_s, self._row(self._swaps.push(frame))))

    def finish(self) -> list[Event]:
        """Say what is left when the recording ends."""
        events = self._moments(self._fit.finish())
        if self._start.ends is None:
            events += self._replay(self._start.give_up())
        return events + [RepetitionEnded(repetition) for repetition in self.measured.finish()]

    def _row(self, frame: PoseFrame) -> Floats:
        """Measurements (channel,) of one frame; all NaN when nobody was seen."""
        if frame.image is None:
            return np.full(CHANNELS, np.nan)
        limbs = limbs_of(frame.image, self.view.yaw_deg)
        self.view.push(frame, limbs)
        self.measured.see(frame.image.visibility, limbs)
        return np.array(corrected(measure(limbs, self.view.turn), hinge=self._hinge))

    def _moments(self, moments: list[Smoothed]) -> list[Event]:
        events: list[Event] = []
        for moment in moments:
            events.append(MomentMeasured(moment.time_s, moment.value, moment.rate))
            if unseen(moment.value):
                continue
            self.measured.add(moment)
            if self._start.ends is None:
                events += self._replay(self._start.push(moment, self.measured.driver(self.view.near_side)))
            else:
                events += [RepetitionEnded(repetition) for repetition in self.measured.step()]
        return events

    def _replay(self, decided: bool) -> list[Event]:
        """Once it is known at which end the person rests, go through the moments held back until then."""
        if not decided or self._start.ends is None:
            return []
        return [RepetitionEnded(repetition) for repetition in self.measured.begin(self._start.ends)]


def watch_set(exercise: Exercise, frames: Iterable[PoseFrame]) -> WatchedSet:
    """Fold the frames of a recording into everything that they show about the set."""
    analyser = Analyser(exercise)
    kept: list[PoseFrame] = []
    events: list[Event] = []
    for frame in frames:
        kept.append(frame)
        events += analyser.push(frame)
    events += analyser.finish()
    reps = tuple(event.repetition for event in events if isinstance(event, RepetitionEnded))
    moments = [event for event in events if isinstance(event, MomentMeasured)]
    return WatchedSet(
        exercise=exercise.id,
        view=view_of(exercise, analyser.view, analyser.measured.thigh_px, kept, reps),
        reps=reps,
        summary=summary_of(reps),
        signals=signals_of(kept, [moment.value for moment in moments], reps),
        cues=cues_for(exercise, reps),
        frames=tuple(kept),
    )
