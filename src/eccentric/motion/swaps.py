"""Repairs landmarks whose left and right were exchanged between two frames.

Pure and streaming: push poses in order of time, get the repaired pose of each. Two things are done. A frame in which
the other naming of the legs continues the motion much better than its own gets the other naming; and both legs on one
place, while they were apart a moment ago, is one leg jumped onto the other: the one that jumped is not seen (NaN).
A jump faster than any leg swings need not land so exactly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import dist, hypot

import numpy as np

from eccentric.motion.landmarks import Point, PoseFrame

P = Point
LEFT_LEG = (P.LEFT_KNEE, P.LEFT_ANKLE, P.LEFT_HEEL, P.LEFT_TOE)
RIGHT_LEG = (P.RIGHT_KNEE, P.RIGHT_ANKLE, P.RIGHT_HEEL, P.RIGHT_TOE)
AS_NAMED = (P.LEFT_KNEE, P.LEFT_ANKLE, P.RIGHT_KNEE, P.RIGHT_ANKLE)
OTHERWISE = (P.RIGHT_KNEE, P.RIGHT_ANKLE, P.LEFT_KNEE, P.LEFT_ANKLE)
Pixels = list[list[float]]  # (point, xy): plain numbers, for a handful of points is dearer in arrays


@dataclass(frozen=True, slots=True)
class Limits:
    """When to repair [engineering defaults]; lengths are shares of the trunk."""

    gap_s: float = 0.5  # a longer gap begins anew
    gain: float = 0.15  # how much better (mean distance) the other naming must continue the motion
    apart: float = 0.25  # ankles farther apart than this cannot both be at one place a frame later
    together: float = 0.06
    jump: float = 0.2
    near: float = 0.2  # how close is together after a jump faster than ``swing_per_s``
    swing_per_s: float = 4.0  # about 270 degrees a second of the knee, near the end of its swing
    unseen: float = 0.1  # visibility of a leg that jumped
    hold_s: float = 1.0  # a naming or a place that the model keeps to is believed after so long


class SwapRepair:
    """Push poses in order of time; each comes back with left and right legs named as before."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Begin with nothing known."""
        self._limits = limits or Limits()
        self._past: list[tuple[float, Pixels]] = []
        self._asked_from_s: float | None = None
        self._seen_s = 0.0  # when no leg had jumped

    def push(self, frame: PoseFrame) -> PoseFrame:
        """The pose with its legs named by continuity; frames with nobody come back unchanged."""
        if frame.image is None:
            return frame
        points: Pixels = frame.image.xyz_px[:, :2].tolist()
        if not self._past or frame.time_s - self._past[-1][0] > self._limits.gap_s:
            self._past, self._asked_from_s, self._seen_s = [(frame.time_s, points)], None, frame.time_s
            return frame
        trunk_px = _trunk_px(points)
        if self._named_otherwise(frame.time_s, points, trunk_px):
            frame = swap_legs(frame)
            points = _swapped(points)
        frame, points = self._unjumped(frame, points, trunk_px)
        self._past = [self._past[-1], (frame.time_s, points)]
        return frame

    def _named_otherwise(self, time_s: float, points: Pixels, trunk_px: float) -> bool:
        """Whether exchanging the legs continues the motion clearly better; what is asked for too long is believed."""
        expected = self._expected(time_s)
        gain = (_miss_px(points, expected, AS_NAMED) - _miss_px(points, expected, OTHERWISE)) / trunk_px
        if gain < self._limits.gain:
            self._asked_from_s = None
            return False
        if self._asked_from_s is None:
            self._asked_from_s = time_s
        if time_s - self._asked_from_s > self._limits.hold_s:
            self._asked_from_s = None
            return False
        return True

    def _unjumped(self, frame: PoseFrame, now: Pixels, trunk_px: float) -> tuple[PoseFrame, Pixels]:
        """Mark a leg that jumped onto the other one as not seen, and remember it where it was."""
        assert frame.image is not None
        before, limits = self._past[-1][1], self._limits
        steps = {leg: dist(now[leg[1]], before[leg[1]]) / trunk_px for leg in (LEFT_LEG, RIGHT_LEG)}
        jumped = max(steps, key=lambda leg: steps[leg])
        unseen_s = frame.time_s - self._seen_s
        swings = steps[jumped] <= limits.swing_per_s * unseen_s
        together = limits.together if swings else limits.near
        if (
            steps[jumped] < limits.jump
            or unseen_s > limits.hold_s
            or _ankle_gap_px(before) < limits.apart * trunk_px
            or _ankle_gap_px(now) > together * trunk_px
        ):
            self._seen_s = frame.time_s
            return frame, now
        visibility, xyz_px, points = frame.image.visibility.copy(), frame.image.xyz_px.copy(), list(now)
        visibility[list(jumped)] = np.minimum(visibility[list(jumped)], limits.unseen)
        xyz_px[list(jumped)] = np.nan
        for point in jumped:
            points[point] = before[point]
        return replace(frame, image=replace(frame.image, xyz_px=xyz_px, visibility=visibility)), points

    def _expected(self, time_s: float) -> Pixels:
        """Where knees and ankles, in the order of ``AS_NAMED``, would be if they went on as they did."""
        (last_s, last) = self._past[-1]
        if len(self._past) < 2:
            return [last[point] for point in AS_NAMED]
        first_s, first = self._past[0]
        share = 0.5 * min(max((time_s - last_s) / max(last_s - first_s, 1e-6), 0.0), 1.0)
        return [[b + share * (b - a) for a, b in zip(first[point], last[point], strict=True)] for point in AS_NAMED]


def swap_legs(frame: PoseFrame) -> PoseFrame:
    """The same pose with left and right knee, ankle, heel and toe exchanged, in the image and in the world."""
    order = np.arange(len(Point) if frame.image is None else len(frame.image.xyz_px))
    order[list(LEFT_LEG)], order[list(RIGHT_LEG)] = list(RIGHT_LEG), list(LEFT_LEG)
    image, world = frame.image, frame.world
    if image is not None:
        image = replace(image, xyz_px=image.xyz_px[order], visibility=image.visibility[order], presence=image.presence[order])
    if world is not None:
        world = replace(world, xyz_m=world.xyz_m[order])
    return replace(frame, image=image, world=world)


def _swapped(points: Pixels) -> Pixels:
    """The points with those of the legs exchanged."""
    out = list(points)
    for left, right in zip(LEFT_LEG, RIGHT_LEG, strict=True):
        out[left], out[right] = points[right], points[left]
    return out


def _miss_px(points: Pixels, expected: Pixels, named: tuple[Point, ...]) -> float:
    """Mean distance of knees and ankles, named so, from where they were expected."""
    return sum(dist(points[point], there) for point, there in zip(named, expected, strict=True)) / len(named)


def _trunk_px(points: Pixels) -> float:
    """Length of the trunk, at least one pixel."""
    left, hip, right, other = (points[point] for point in (P.LEFT_SHOULDER, P.LEFT_HIP, P.RIGHT_SHOULDER, P.RIGHT_HIP))
    return max(1.0, hypot(left[0] - hip[0] + right[0] - other[0], left[1] - hip[1] + right[1] - other[1]) / 2)


def _ankle_gap_px(points: Pixels) -> float:
    """Distance of the two ankles."""
    return dist(points[P.LEFT_ANKLE], points[P.RIGHT_ANKLE])
