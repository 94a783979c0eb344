"""Chooses, of several people in view, the one who exercises: rhythmic, in place, large and in the middle."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from eccentric.motion.landmarks import Floats, Point, PoseFrame

P = Point
TURN_DEG = 20.0  # a limb must swing by this much to count as a turn
FULL_DEG = 60.0
FULL_TURNS = 4
STILL = 0.1  # what somebody who never moves is worth beside one who does
STAY = 0.8  # how far, in own body sizes, the hips may travel while exercising


def choose(people: Mapping[int, Sequence[PoseFrame]], frames: int, at_px: tuple[float, float] | None = None) -> int | None:
    """The id of the person to watch, None when there is nobody.

    ``people`` maps ids to the frames in which they were seen; ``frames`` is how many the video has; ``at_px`` (x, y) is
    where the viewer said that the person is.
    """
    seen = {person: track for person, track in people.items() if any(f.image for f in track)}
    if not seen:
        return None
    if at_px is not None:
        return min(seen, key=lambda person: _distance(seen[person], at_px))
    return max(seen, key=lambda person: worth(seen[person], frames))


def worth(track: Sequence[PoseFrame], frames: int) -> float:
    """How much somebody looks like the one who exercises (larger is more)."""
    images = [f.image for f in track if f.image]
    points = np.array([image.xyz_px[:, :2] for image in images])
    height, width = images[0].height_px, images[0].width_px
    hips = points[:, [P.LEFT_HIP, P.RIGHT_HIP]].mean(axis=1)
    shoulders = points[:, [P.LEFT_SHOULDER, P.RIGHT_SHOULDER]].mean(axis=1)
    size = float(np.median(_length(points))) + 1e-6
    travel = float(np.linalg.norm(np.percentile(hips, 90, axis=0) - np.percentile(hips, 10, axis=0))) / size
    off = float(np.linalg.norm(np.median(hips, axis=0) / (width, height) - 0.5))
    place = math.exp(-max(0.0, travel - STAY) * 2) * (1 - 0.6 * min(1.0, off))
    lean = np.degrees(np.unwrap(np.arctan2(*(shoulders - hips).T)))
    swings = [rhythm(lean)] + [rhythm(_knee(points, *leg)) for leg in LEGS]
    share = math.sqrt(len(images) / max(frames, 1))
    return (STILL + max(swings) + 0.3 * sum(swings)) * place * share * min(1.0, size / height + 0.3)


LEGS = ((P.LEFT_HIP, P.LEFT_KNEE, P.LEFT_ANKLE), (P.RIGHT_HIP, P.RIGHT_KNEE, P.RIGHT_ANKLE))


def rhythm(angle_deg: Floats) -> float:
    """0..1: how much an angle (frame,) swings to and fro again and again."""
    if len(angle_deg) < 5:
        return 0.0
    padded = np.pad(angle_deg, 2, mode="edge")
    smooth = np.median(np.lib.stride_tricks.sliding_window_view(padded, 5), axis=1)
    swing = float(np.percentile(smooth, 95) - np.percentile(smooth, 5))
    turns = _turns(smooth, max(TURN_DEG, 0.5 * swing))
    return min(1.0, swing / FULL_DEG) * min(1.0, turns / FULL_TURNS)


def _turns(angle_deg: Floats, least_deg: float) -> int:
    """How often an angle turns back after moving by at least ``least_deg``."""
    turns, direction = 0, 0
    low = high = float(angle_deg[0])
    for angle in angle_deg.tolist():
        low, high = min(low, angle), max(high, angle)
        if direction >= 0 and high - angle >= least_deg:
            turns += direction
            direction, low = -1, angle
        elif direction <= 0 and angle - low >= least_deg:
            turns -= direction
            direction, high = 1, angle
    return turns


def _knee(points: Floats, hip: int, knee: int, ankle: int) -> Floats:
    """Included knee angle (frame,) in degrees from points (frame, point, xy)."""
    u, v = points[:, hip] - points[:, knee], points[:, ankle] - points[:, knee]
    cross = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    return np.asarray(np.degrees(np.abs(np.arctan2(cross, (u * v).sum(axis=1)))))


def _length(points: Floats) -> Floats:
    """Size of a body (frame,) in pixels: trunk and both links of the longer leg, however bent."""
    trunk = np.linalg.norm(points[:, P.LEFT_SHOULDER] - points[:, P.LEFT_HIP], axis=1)
    legs = [np.linalg.norm(points[:, a] - points[:, b], axis=1) + np.linalg.norm(points[:, b] - points[:, c], axis=1) for a, b, c in LEGS]
    return np.asarray(trunk + np.maximum(*legs))


def _distance(track: Sequence[PoseFrame], at_px: tuple[float, float]) -> float:
    """Distance from ``at_px`` to the nearest landmark of the first second in which the person is seen."""
    images = [f.image for f in track if f.image][:30]
    return float(np.median([np.linalg.norm(i.xyz_px[:, :2] - at_px, axis=1).min() for i in images]))
