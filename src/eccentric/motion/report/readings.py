"""Reading the signals of a set: which side works, and the driving joint's angle at a time."""

from __future__ import annotations

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import Floats
from eccentric.motion.watched import Repetition, WatchedSet
from eccentric.terms.body import Side

NEAR_ENOUGH_S = 0.1


def near_side(watched: WatchedSet) -> Side:
    """Return the leg nearer the camera; left when that is not known."""
    return watched.view.near_side if watched.view.near_side in (Side.LEFT, Side.RIGHT) else Side.LEFT


def working_side(rep: Repetition | None, watched: WatchedSet) -> Side:
    """Return the leg whose angle is shown: the one that works, else the one nearer the camera."""
    return rep.side if rep is not None and rep.side is not Side.BOTH else near_side(watched)


def driver_column(exercise: Exercise, side: Side) -> str:
    """Return the name of the signal that drives the exercise on a side."""
    driver = "hip_flexion" if exercise.movement.driver == "hip_flexion" else "knee_flexion"
    return f"{driver}_{side}_deg"


def driver_signal(watched: WatchedSet, exercise: Exercise, side: Side) -> Floats | None:
    """Return the driver's angle for each frame (degrees, NaN where not measured), or None when there is no such signal."""
    return watched.signals.angles.get(driver_column(exercise, side))


def trusted_angle_at(watched: WatchedSet, exercise: Exercise, rep: Repetition | None, time_s: float) -> float | None:
    """Return the driver's angle, or None where the view spoils it: in a repetition without a measured range, or in an unusable view."""
    trusted = rep.driver_min_deg is not None if rep is not None else watched.view.usable
    return driver_angle_at(watched, exercise, working_side(rep, watched), time_s) if trusted else None


def driver_angle_at(watched: WatchedSet, exercise: Exercise, side: Side, time_s: float) -> float | None:
    """Return the driver's angle of the nearest frame in degrees, or None when none is near or it was not measured."""
    signal = driver_signal(watched, exercise, side)
    times = watched.signals.time_s
    if signal is None or len(times) == 0:
        return None
    row = int(np.argmin(np.abs(times - time_s)))
    if abs(float(times[row]) - time_s) > NEAR_ENOUGH_S or not np.isfinite(signal[row]):
        return None
    return float(signal[row])
