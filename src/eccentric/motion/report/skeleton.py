"""The person as lines on a picture: limbs, the leg that works, and the angle of the joint that drives the exercise."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.motion.landmarks import Floats, ImageLandmarks, Point
from eccentric.motion.report import brush
from eccentric.motion.report.brush import Box, Picture, Xy
from eccentric.motion.report.palette import PAPER, QUIET, Rgb
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId

SEEN = 0.35
"""Landmarks less visible than this are not drawn (an engineering default)."""

_LEGS = {
    Side.LEFT: (Point.LEFT_HIP, Point.LEFT_KNEE, Point.LEFT_ANKLE, Point.LEFT_TOE),
    Side.RIGHT: (Point.RIGHT_HIP, Point.RIGHT_KNEE, Point.RIGHT_ANKLE, Point.RIGHT_TOE),
}
_ARMS = {
    Side.LEFT: (Point.LEFT_SHOULDER, Point.LEFT_ELBOW, Point.LEFT_WRIST),
    Side.RIGHT: (Point.RIGHT_SHOULDER, Point.RIGHT_ELBOW, Point.RIGHT_WRIST),
}
_SHOULDER = {Side.LEFT: Point.LEFT_SHOULDER, Side.RIGHT: Point.RIGHT_SHOULDER}
_HEAD = {Side.LEFT: Point.LEFT_EAR, Side.RIGHT: Point.RIGHT_EAR}


@dataclass(frozen=True, slots=True)
class Placed:
    """Landmarks in the pixels of the picture that is drawn on: ``xy`` (point, xy), ``seen`` (point,) bool."""

    xy: Floats
    seen: np.ndarray[tuple[int], np.dtype[np.bool_]]

    @classmethod
    def on(cls, image: ImageLandmarks, columns: int, cut: tuple[float, float, float] = (0.0, 0.0, 1.0)) -> Placed:
        """Carry landmarks into a picture.

        Args:
            columns: width of the whole picture in pixels, which may be smaller than the video's.
            cut: left and top of the part that is shown, in pixels of the whole picture, and how much that part is enlarged.
        """
        left, top, scale = cut
        xy = (image.xyz_px[:, :2] * (columns / image.width_px) - np.array([left, top])) * scale
        return cls(xy, (image.visibility >= SEEN) & np.isfinite(xy).all(axis=1))

    def at(self, point: Point) -> Xy:
        """The place of a point."""
        return float(self.xy[point, 0]), float(self.xy[point, 1])

    def both(self, *points: Point) -> bool:
        """True when all of the points are seen."""
        return all(bool(self.seen[point]) for point in points)


def driver_joint(exercise: Exercise, side: Side) -> tuple[Point, Point, Point]:
    """Return the three points whose angle drives the exercise: fixed end, joint, moving end."""
    hip, knee, ankle, _ = _LEGS[side]
    return (_SHOULDER[side], hip, knee) if exercise.movement.driver == "hip_flexion" else (hip, knee, ankle)


def draw(picture: Picture, placed: Placed, near: Side) -> None:
    """Draw the body in place: the far side thin, the near side bold."""
    width = max(2.0, picture.shape[1] / 210)
    far = Side.LEFT if near is Side.RIGHT else Side.RIGHT
    for side, colour, thick in ((far, QUIET, width * 0.55), (near, PAPER, width)):
        body = (_HEAD[side], _SHOULDER[side], _LEGS[side][0])
        for chain in (_ARMS[side], body, _LEGS[side]):
            for start, end in pairwise(chain):
                if placed.both(start, end):
                    brush.line(picture, (placed.at(start), placed.at(end)), colour, thick)
        for point in _LEGS[side][:3]:
            if placed.seen[point]:
                brush.disc(picture, placed.at(point), thick * 1.1, colour)


def draw_angle(
    picture: Picture,
    placed: Placed,
    joint: tuple[Point, Point, Point],
    angle_deg: float | None,
    colour: Rgb,
    keep_out: Box | None = None,
) -> None:
    """Fill the angle at the driving joint and write it beside, away from ``keep_out``.

    Draws nothing when a point is hidden or the angle was not measured.
    """
    if angle_deg is None or not math.isfinite(angle_deg) or not placed.both(*joint):
        return
    fixed, centre, moving = (placed.at(point) for point in joint)
    straight = math.degrees(math.atan2(centre[1] - fixed[1], centre[0] - fixed[0]))
    bent = math.degrees(math.atan2(moving[1] - centre[1], moving[0] - centre[0]))
    bent = straight + (bent - straight + 180.0) % 360.0 - 180.0
    limb = math.dist(centre, moving)
    radius = min(limb * 0.55, picture.shape[1] * 0.11)
    brush.sector(picture, centre, radius, straight, bent, colour)
    size = picture.shape[0] / 17
    reach = radius + size * 1.3
    away = [math.radians((straight + bent) / 2 + turn) for turn in (0, 180, 60, -60)]
    brush.tag(
        picture, f"{round(angle_deg)}°", [(centre[0] + reach * math.cos(a), centre[1] + reach * math.sin(a)) for a in away], size, keep_out
    )


def place_of(fault: FaultId, placed: Placed, exercise: Exercise, side: Side) -> Xy | None:
    """Return where on the body a fault shows, or None when that point is hidden."""
    hip, knee, _, _ = _LEGS[side]
    shoulder = _SHOULDER[side]
    if fault is FaultId.ROUNDED_BACK:
        if not placed.both(shoulder, hip):
            return None
        (ax, ay), (bx, by) = placed.at(shoulder), placed.at(hip)
        return (ax + bx) / 2, (ay + by) / 2
    at_hip = (FaultId.HIPS_LIFT, FaultId.HIP_BREAK, FaultId.HYPEREXTENSION)
    at_knee = (FaultId.SQUATTING, FaultId.THIGH_DRIFT, FaultId.ASYMMETRY)
    if fault is FaultId.TRUNK_LEAN:
        point = shoulder
    elif fault in at_hip:
        point = hip
    elif fault in at_knee:
        point = knee
    else:
        point = driver_joint(exercise, side)[1]
    return placed.at(point) if placed.seen[point] else None
