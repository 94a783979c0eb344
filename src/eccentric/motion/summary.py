"""The set in a few numbers, its signals, and what can be said of the view."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from statistics import fmean

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import HIP, KNEE, LEG, Channel, in_picture
from eccentric.motion.certainty import MOST_ERROR_DEG, angle_error_deg
from eccentric.motion.landmarks import Floats, ImageLandmarks, PoseFrame
from eccentric.motion.view import ViewEstimator
from eccentric.motion.watched import Repetition, SetSummary, Signals, View
from eccentric.terms.body import Side
from eccentric.terms.dose import Tempo

WARN_YAW_DEG = 30.0
SEEN_ENOUGH = 0.6


def summary_of(reps: Sequence[Repetition]) -> SetSummary:
    """Counts and means over the complete repetitions; a mean of nothing is None."""
    whole = [rep for rep in reps if rep.complete]
    ranges = [rep.driver_max_deg - rep.driver_min_deg for rep in whole if rep.driver_max_deg is not None and rep.driver_min_deg is not None]
    lowering = [rep.eccentric_s for rep in whole if rep.eccentric_s is not None]
    return SetSummary(
        reps=len(whole),
        good_reps=sum(rep.good for rep in whole),
        tempo=_tempo(whole),
        rom_mean_deg=fmean(ranges) if ranges else None,
        eccentric_total_s=sum(lowering) if lowering else None,
    )


def _tempo(reps: Sequence[Repetition]) -> str | None:
    """Mean seconds of the four phases in the order of a tempo; None without a measured lowering and lifting."""

    def mean(values: list[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return fmean(known) if known else None

    eccentric, concentric = mean([rep.eccentric_s for rep in reps]), mean([rep.concentric_s for rep in reps])
    if eccentric is None or concentric is None:
        return None
    long_s, short_s = mean([rep.pause_lengthened_s for rep in reps]), mean([rep.pause_shortened_s for rep in reps])
    return str(Tempo(round(eccentric, 1), round(long_s or 0.0, 1), round(concentric, 1), round(short_s or 0.0, 1)))


def signals_of(frames: Sequence[PoseFrame], values: Sequence[Floats], reps: Sequence[Repetition]) -> Signals:
    """Per-frame signals, smoothed: one row a frame, NaN where nobody was seen."""
    time_s = np.array([frame.time_s for frame in frames])
    table = np.array(values) if len(values) else np.empty((0, len(Channel)))
    rep = np.zeros(len(frames))
    for repetition in reps:
        rep[(time_s >= repetition.start_s) & (time_s < repetition.end_s)] = repetition.index
    angles = {f"knee_flexion_{side}_deg": table[:, KNEE[side]] for side in (Side.LEFT, Side.RIGHT)}
    angles |= {f"hip_flexion_{side}_deg": table[:, HIP[side]] for side in (Side.LEFT, Side.RIGHT)}
    angles["trunk_lean_deg"] = table[:, Channel.TRUNK_LEAN]
    visibility = {
        f"visibility_{side}": np.array([np.nan if frame.image is None else frame.image.visibility[list(points)].min() for frame in frames])
        for side, points in LEG.items()
    }
    return Signals(time_s, angles, visibility, rep)


def view_of(exercise: Exercise, estimator: ViewEstimator, thigh_px: float, frames: Sequence[PoseFrame], reps: Sequence[Repetition]) -> View:
    """What the camera's place allows, in sentences for the person where it does not; ``thigh_px`` is the near thigh's length, 0 unseen."""
    if estimator.frames_seen == 0:
        return View(False, None, None, ("Nobody was seen in the video.",))
    yaw_deg = estimator.yaw_deg
    problems, usable = _certainty(yaw_deg, thigh_px)
    share = estimator.frames_seen / len(frames)
    if share < SEEN_ENOUGH:
        problems.append(f"You were in view for {100 * share:.0f} % of the video only.")
    legs = [frame.image for frame in frames if frame.image is not None]
    in_view = sum(_leg_in_picture(image, estimator.near_side) for image in legs) / len(legs)
    if in_view < SEEN_ENOUGH:
        problems.append(f"Your hip, knee and foot were in the picture for {100 * in_view:.0f} % of the time only: show the whole leg.")
        usable = False
    if not any(rep.complete for rep in reps):
        problems.append(f"No repetition of the {exercise.name.lower()} was seen: nobody made the movement in view.")
    return View(usable, yaw_deg, estimator.near_side, tuple(problems))


def _certainty(yaw_deg: float, thigh_px: float) -> tuple[list[str], bool]:
    """What to say about the size of the angles' error, and whether they are measured."""
    off = f"Move the camera side-on: it is about {abs(yaw_deg):.0f} degrees off"
    if angle_error_deg(yaw_deg, inf) > MOST_ERROR_DEG:
        return [f"{off}. Angles were not measured, only times."], False
    if thigh_px > 0 and angle_error_deg(yaw_deg, thigh_px) > MOST_ERROR_DEG:
        return ["You are too small in the picture: film from nearer. Angles were not measured, only times."], False
    return ([f"{off}, so angles are less sure."] if abs(yaw_deg) > WARN_YAW_DEG else []), True


def _leg_in_picture(image: ImageLandmarks, side: Side) -> bool:
    return all(in_picture(image, *image.xyz_px[point, :2].tolist()) for point in LEG[side])
