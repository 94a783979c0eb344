"""Motion with known answers: a stick person whose joints follow given angles, seen by a camera at a known yaw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, pi, radians, sin

import numpy as np

from eccentric.motion.landmarks import POINTS, Floats, ImageLandmarks, Point, PoseFrame, WorldLandmarks

Angle = Callable[[float], float]
THIGH_M, SHANK_M, TRUNK_M, SHOULDER_M, HIP_M = 0.42, 0.42, 0.5, 0.18, 0.1
PX_PER_M = 200.0


def constant(value: float) -> Angle:
    """An angle that does not move."""
    return lambda _time_s: value


STRAIGHT = constant(0.0)
NEARLY_STRAIGHT = constant(5.0)


@dataclass(frozen=True)
class Person:
    """Angles in degrees against time in seconds; flexion positive, trunk lean forward positive."""

    knee_left: Angle = NEARLY_STRAIGHT
    knee_right: Angle = NEARLY_STRAIGHT
    hip: Angle = STRAIGHT
    trunk: Angle = STRAIGHT
    across_m: Angle = STRAIGHT
    turn: int = 1
    yaw_deg: float = 0.0

    def mirrored(self) -> Person:
        """The same movement seen from the other side: left and right change places."""
        return replace(self, turn=-self.turn, knee_left=self.knee_right, knee_right=self.knee_left)


def lying(knees: Angle) -> Person:
    """Face down, straight hips, both knees alike."""
    return Person(trunk=constant(90.0), knee_left=knees, knee_right=knees)


@dataclass(frozen=True)
class Step:
    """Go to an angle in so many seconds (smoothly, with rest at both ends), then stay."""

    to_deg: float
    takes_s: float
    stays_s: float = 0.0


def path(start_deg: float, *steps: Step, rests_s: float = 1.0) -> Angle:
    """An angle that rests first and then takes the steps; half-cosine in between."""
    marks: list[tuple[float, float]] = [(0.0, start_deg), (rests_s, start_deg)]
    for step in steps:
        marks.append((marks[-1][0] + step.takes_s, step.to_deg))
        marks.append((marks[-1][0] + step.stays_s, step.to_deg))

    def angle(time_s: float) -> float:
        for (from_s, from_deg), (to_s, to_deg) in pairwise(marks):
            if from_s <= time_s < to_s:
                return from_deg + (to_deg - from_deg) * (1 - cos(pi * (time_s - from_s) / (to_s - from_s))) / 2
        return marks[-1][1]

    return angle


def curls(count: int, *, low_deg: float = 5.0, high_deg: float = 112.0, up_s: float = 1.0, down_s: float = 2.5) -> list[Step]:
    """Clean repetitions: up, a short hold, slowly down, a short hold."""
    return [Step(high_deg, up_s, 0.4), Step(low_deg, down_s, 0.4)] * count


def half_cosine_phase_s(takes_s: float, range_deg: float, limit_deg_s: float = 10.0) -> float:
    """Seconds that a half-cosine movement spends above a speed: the known answer of a phase's length."""
    peak_deg_s = pi * range_deg / (2 * takes_s)
    return float(takes_s * (1 - 2 * np.arcsin(limit_deg_s / peak_deg_s) / pi))


def frames(person: Person, lasts_s: float, *, fps: float = 30.0, noise_px: float = 0.0, seed: int = 1) -> Iterator[PoseFrame]:
    """What a perfect (or noisy) pose model would say of the person, frame by frame."""
    rng = np.random.default_rng(seed)
    for index in range(int(lasts_s * fps)):
        time_s = index / fps
        world = _seen_by_camera(person, _joints(person, time_s))
        pixels = world * PX_PER_M + np.array([320.0 + PX_PER_M * person.across_m(time_s), 240.0, 0.0])
        pixels[:, :2] += rng.normal(0.0, noise_px, (POINTS, 2)) if noise_px else 0.0
        sure = np.full(POINTS, 0.95)
        yield PoseFrame(time_s, ImageLandmarks(pixels, sure, sure.copy(), 640, 480), WorldLandmarks(world), 0.99)


def _joints(person: Person, time_s: float) -> Floats:
    """(point, forward-up-left) metres about the middle of the hips."""
    joints = np.zeros((POINTS, 3))
    lean = radians(person.trunk(time_s))
    joints[Point.NOSE] = [sin(lean) * (TRUNK_M + 0.25), cos(lean) * (TRUNK_M + 0.25), 0.0]
    for sign, offset in ((1, 0), (-1, 1)):
        joints[Point.LEFT_SHOULDER + offset] = [sin(lean) * TRUNK_M, cos(lean) * TRUNK_M, sign * SHOULDER_M]
        knee_deg = (person.knee_left, person.knee_right)[offset](time_s)
        thigh = lean - radians(person.hip(time_s))
        shank = thigh + radians(knee_deg)
        knee = np.array([-sin(thigh) * THIGH_M, -cos(thigh) * THIGH_M, sign * HIP_M])
        ankle = knee + np.array([-sin(shank) * SHANK_M, -cos(shank) * SHANK_M, 0.0])
        joints[Point.LEFT_HIP + offset] = [0.0, 0.0, sign * HIP_M]
        joints[Point.LEFT_KNEE + offset] = knee
        joints[Point.LEFT_ANKLE + offset] = ankle
        joints[Point.LEFT_HEEL + offset] = ankle
        joints[Point.LEFT_TOE + offset] = ankle + np.array([cos(shank), -sin(shank), 0.0]) * 0.15
    return joints


def _seen_by_camera(person: Person, joints: Floats) -> Floats:
    """(point, x right, y down, z away) for a camera at the side, turned by the yaw towards the person's front."""
    forward, up, left = joints.T
    yaw = radians(person.yaw_deg)
    across = person.turn * forward * cos(yaw) + left * sin(yaw)
    away = person.turn * left * cos(yaw) - forward * sin(yaw)
    return np.stack([across, -up, away], axis=1)
