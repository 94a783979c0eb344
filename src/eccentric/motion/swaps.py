"""Repairs landmarks whose left and right were exchanged between two frames.

Pure and streaming: push poses in order of time, get the repaired pose of each. Two things are done. A frame in which
the other naming of the legs continues the motion much better than its own gets the other naming; and both legs on one
place, while they were apart a moment ago, is one leg jumped onto the other: the one that jumped is marked as not seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from eccentric.motion.landmarks import Floats, Point, PoseFrame

P = Point
LEFT_LEG = (P.LEFT_KNEE, P.LEFT_ANKLE, P.LEFT_HEEL, P.LEFT_TOE)
RIGHT_LEG = (P.RIGHT_KNEE, P.RIGHT_ANKLE, P.RIGHT_HEEL, P.RIGHT_TOE)
AS_NAMED = [P.LEFT_KNEE, P.LEFT_ANKLE, P.RIGHT_KNEE, P.RIGHT_ANKLE]
OTHERWISE = [P.RIGHT_KNEE, P.RIGHT_ANKLE, P.LEFT_KNEE, P.LEFT_ANKLE]


@dataclass(frozen=True, slots=True)
class Limits:
    """When to repair [engineering defaults]; lengths are shares of the trunk."""

    gap_s: float = 0.5  # a longer gap begins anew
    gain: float = 0.15  # how much better (mean distance) the other naming must continue the motion
    apart: float = 0.25  # ankles farther apart than this cannot both be at one place a frame later
    together: float = 0.06
    jump: float = 0.2
    unseen: float = 0.1  # visibility of a leg that jumped
    hold_s: float = 1.0  # a naming that the model keeps asking for is believed after so long


class SwapRepair:
    """Push poses in order of time; each comes back with left and right legs named as before."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Begin with nothing known."""
        self._limits = limits or Limits()
        self._past: list[tuple[float, Floats]] = []
        self._asked_from_s: float | None = None

    def push(self, frame: PoseFrame) -> PoseFrame:
        """The pose with its legs named by continuity; frames with nobody come back unchanged."""
        if frame.image is None:
            return frame
        if not self._past or frame.time_s - self._past[-1][0] > self._limits.gap_s:
            self._past, self._asked_from_s = [(frame.time_s, frame.image.xyz_px[:, :2])], None
            return frame
        repaired = self._named(frame)
        repaired, points = self._unjumped(repaired)
        self._past = [self._past[-1], (frame.time_s, points)]
        return repaired

    def _named(self, frame: PoseFrame) -> PoseFrame:
        """Exchange the legs when that continues the motion clearly better."""
        assert frame.image is not None
        points, expected = frame.image.xyz_px, self._expected(frame.time_s)
        gain = (_miss(points, expected, AS_NAMED) - _miss(points, expected, OTHERWISE)) / _trunk(points)
        if gain < self._limits.gain:
            self._asked_from_s = None
            return frame
        if self._asked_from_s is None:
            self._asked_from_s = frame.time_s
        if frame.time_s - self._asked_from_s > self._limits.hold_s:
            self._asked_from_s = None
            return frame
        return swap_legs(frame)

    def _unjumped(self, frame: PoseFrame) -> tuple[PoseFrame, Floats]:
        """Mark a leg that jumped onto the other one as not seen, and remember it where it was."""
        assert frame.image is not None
        now, before = frame.image.xyz_px[:, :2], self._past[-1][1]
        trunk, limits = _trunk(frame.image.xyz_px), self._limits
        if _ankle_gap(before) < limits.apart * trunk or _ankle_gap(now) > limits.together * trunk:
            return frame, now
        steps = {leg: float(np.linalg.norm(now[leg[1]] - before[leg[1]])) / trunk for leg in (LEFT_LEG, RIGHT_LEG)}
        jumped = max(steps, key=lambda leg: steps[leg])
        if steps[jumped] < limits.jump:
            return frame, now
        visibility, points = frame.image.visibility.copy(), now.copy()
        visibility[list(jumped)] = np.minimum(visibility[list(jumped)], limits.unseen)
        points[list(jumped)] = before[list(jumped)]
        return replace(frame, image=replace(frame.image, visibility=visibility)), points

    def _expected(self, time_s: float) -> Floats:
        """Where the points would be if they went on as they did."""
        (last_s, last) = self._past[-1]
        if len(self._past) < 2:
            return last
        first_s, first = self._past[0]
        step = float(np.clip((time_s - last_s) / max(last_s - first_s, 1e-6), 0.0, 1.0))
        return last + 0.5 * step * (last - first)


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


def _miss(xyz_px: Floats, expected: Floats, named: list[Point]) -> float:
    """Mean distance of knees and ankles, named so, from where they were expected, in pixels."""
    away = xyz_px[named, :2] - expected[AS_NAMED]
    return float(np.sqrt((away * away).sum(axis=1)).sum()) / len(named)


def _trunk(xyz_px: Floats) -> float:
    """Length of the trunk in pixels, at least one."""
    left, right = xyz_px[P.LEFT_SHOULDER] - xyz_px[P.LEFT_HIP], xyz_px[P.RIGHT_SHOULDER] - xyz_px[P.RIGHT_HIP]
    return max(1.0, hypot(left[0] + right[0], left[1] + right[1]) / 2)


def _ankle_gap(points: Floats) -> float:
    """Distance of the two ankles among points (point, xy)."""
    left, right = points[P.LEFT_ANKLE], points[P.RIGHT_ANKLE]
    return hypot(left[0] - right[0], left[1] - right[1])
