"""Joint angles of one frame, from image landmarks that are first turned back into the sagittal plane.

Everything is flexion-positive with 0 = straight or upright. ``turn`` is the sense in which the person faces: +1 when, upright, they
would face the right edge of the image (their right side is nearer the camera), -1 when the left. It holds for lying people too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import atan2, cos, degrees, hypot, nan, radians

from eccentric.motion.landmarks import ImageLandmarks, Point
from eccentric.terms.body import Side

Vector = tuple[float, float]


class Channel(IntEnum):
    """Columns of a frame's measurements: degrees, but the middle of the hips in pixels."""

    KNEE_LEFT = 0
    KNEE_RIGHT = 1
    HIP_LEFT = 2
    HIP_RIGHT = 3
    TRUNK_LEAN = 4
    THIGH_LEFT = 5
    THIGH_RIGHT = 6
    HIP_X = 7
    HIP_Y = 8


CHANNELS = len(Channel)
KNEE = {Side.LEFT: Channel.KNEE_LEFT, Side.RIGHT: Channel.KNEE_RIGHT}
HIP = {Side.LEFT: Channel.HIP_LEFT, Side.RIGHT: Channel.HIP_RIGHT}
THIGH = {Side.LEFT: Channel.THIGH_LEFT, Side.RIGHT: Channel.THIGH_RIGHT}
LEG = {
    Side.LEFT: (Point.LEFT_HIP, Point.LEFT_KNEE, Point.LEFT_ANKLE),
    Side.RIGHT: (Point.RIGHT_HIP, Point.RIGHT_KNEE, Point.RIGHT_ANKLE),
}
MAX_UNFOLD_YAW_DEG = 55.0
MARGIN = 0.05  # share of the picture by which a point may be guessed outside it
KNEE_TOO_STRAIGHT_DEG = 2.5
HINGE_AT_ZERO_DEG = 11.0
HINGE_SLOPE = 0.87


@dataclass(frozen=True, slots=True)
class Limbs:
    """Limb vectors of one frame in the sagittal plane: x towards the image's right, y down, pixels."""

    trunk_up: Vector
    thigh: dict[Side, Vector]
    shank: dict[Side, Vector]
    hip_middle: Vector


def signed_angle_deg(first: Vector, second: Vector) -> float:
    """Angle from the first vector to the second, degrees, positive when it turns clockwise on the screen (y down)."""
    return degrees(atan2(first[0] * second[1] - first[1] * second[0], first[0] * second[0] + first[1] * second[1]))


def in_picture(image: ImageLandmarks, x_px: float, y_px: float) -> bool:
    """Whether a point lies in the picture or within 5 % of its size around it; beyond, the model only guesses."""
    aside, above = MARGIN * image.width_px, MARGIN * image.height_px
    return -aside <= x_px <= image.width_px + aside and -above <= y_px <= image.height_px + above


def limbs_of(image: ImageLandmarks, yaw_deg: float) -> Limbs:
    """Limb vectors with the foreshortening of the camera's yaw undone: horizontal parts are divided by its cosine.

    A thigh or shank with an end outside the picture is NaN.
    """
    points = image.xyz_px[:, :2].tolist()
    widen = 1.0 / cos(radians(min(abs(yaw_deg), MAX_UNFOLD_YAW_DEG)))

    def between(start: int, end: int) -> Vector:
        if not (in_picture(image, *points[start]) and in_picture(image, *points[end])):
            return (nan, nan)
        return ((points[end][0] - points[start][0]) * widen, points[end][1] - points[start][1])

    hips = [(points[Point.LEFT_HIP][axis] + points[Point.RIGHT_HIP][axis]) / 2 for axis in (0, 1)]
    shoulders = [(points[Point.LEFT_SHOULDER][axis] + points[Point.RIGHT_SHOULDER][axis]) / 2 for axis in (0, 1)]
    return Limbs(
        trunk_up=((shoulders[0] - hips[0]) * widen, shoulders[1] - hips[1]),
        thigh={side: between(hip, knee) for side, (hip, knee, _) in LEG.items()},
        shank={side: between(knee, ankle) for side, (_, knee, ankle) in LEG.items()},
        hip_middle=(hips[0], hips[1]),
    )


def _unwrapped(angle_deg: float) -> float:
    """A flexion below -90 degrees is a deep flexion that went round the back."""
    return angle_deg + 360.0 if angle_deg < -90.0 else angle_deg


def measure(limbs: Limbs, turn: int) -> list[float]:
    """Measurements of one frame in the order of ``Channel``.

    Angles are signed: hip flexion below 0 is extension beyond the line of the trunk. A limb of no length gives NaN.
    """
    row = [nan] * CHANNELS
    up = limbs.trunk_up
    if hypot(*up) > 1.0:
        row[Channel.TRUNK_LEAN] = _unwrapped(turn * signed_angle_deg((0.0, -1.0), up))
    for side in (Side.LEFT, Side.RIGHT):
        thigh, shank = limbs.thigh[side], limbs.shank[side]
        if hypot(*thigh) < 1.0 or hypot(*shank) < 1.0:
            continue
        row[KNEE[side]] = _unwrapped(turn * signed_angle_deg(thigh, shank))
        row[THIGH[side]] = -turn * signed_angle_deg((0.0, 1.0), thigh)
        if hypot(*up) > 1.0:
            row[HIP[side]] = _unwrapped(-turn * signed_angle_deg((-up[0], -up[1]), thigh))
    row[Channel.HIP_X] = limbs.hip_middle[0]
    row[Channel.HIP_Y] = -limbs.hip_middle[1]
    return row


def corrected(row: list[float], *, hinge: bool) -> list[float]:
    """The same measurements with what the landmarks are known to do to them taken out (docs/explanation/calibration.md).

    Knees are read 2.5 degrees too straight at both ends of the range. In a standing ``hinge`` hips are read about 11 degrees low upright
    and right at 85: upright, the model's hip lies in front of the joint's centre, and bent over, the line from hip to shoulder follows the
    curve of the back. Both were calibrated on rendered people with known joints.
    """
    for channel in KNEE.values():
        row[channel] += KNEE_TOO_STRAIGHT_DEG
    if hinge:
        for channel in HIP.values():
            row[channel] = HINGE_AT_ZERO_DEG + HINGE_SLOPE * row[channel]
    return row
