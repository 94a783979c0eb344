"""A person's side view from joint angles: where each joint is, facing right when upright."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass, replace

# Lengths of segments as shares of body height (Drillis and Contini, as tabled by Winter); the foot from ankle to toes is drawn shorter.
THIGH, SHANK, TRUNK, UPPER_ARM, FOREARM = 0.245, 0.246, 0.288, 0.186, 0.165
NECK, FOOT = 0.105, 0.115
ANKLE_HEIGHT = 0.039


@dataclass(frozen=True, slots=True)
class Angles:
    """The angles of one end of the movement: hip and knee flexion in degrees."""

    hip_deg: float
    knee_deg: float


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg: hip, knee, ankle, and the direction of the toes as a unit vector."""

    hip: complex
    knee: complex
    ankle: complex
    toes: complex


@dataclass(frozen=True, slots=True)
class Pose:
    """A drawn person: near leg, far leg (None where it hides behind the near one), trunk, head and one or two arms."""

    leg: Leg
    shoulder: complex
    head: complex
    elbow: complex
    hand: complex
    far_leg: Leg | None = None

    @property
    def up_trunk(self) -> complex:
        """Unit vector from hip to shoulder."""
        return unit(self.shoulder - self.leg.hip)

    def moved(self, by: complex) -> Pose:
        """The same pose somewhere else."""
        far = None if self.far_leg is None else _moved_leg(self.far_leg, by)
        points = (self.shoulder + by, self.head + by, self.elbow + by, self.hand + by)
        return Pose(_moved_leg(self.leg, by), *points, far_leg=far)

    def points(self) -> list[complex]:
        """Every joint and end point, toes and top of the head included."""
        legs = [self.leg] if self.far_leg is None else [self.leg, self.far_leg]
        ends = [leg.ankle + FOOT * leg.toes for leg in legs]
        joints = [point for leg in legs for point in (leg.hip, leg.knee, leg.ankle)]
        return [*joints, *ends, self.shoulder, self.head, self.elbow, self.hand]


def direction(angle_deg: float) -> complex:
    """Unit vector at an angle from the x axis, anticlockwise, in degrees."""
    return cmath.rect(1.0, math.radians(angle_deg))


def unit(vector: complex) -> complex:
    """The vector at length 1 (1 + 0j for the zero vector)."""
    return vector / abs(vector) if vector else 1 + 0j


def angle_deg(vector: complex) -> float:
    """The direction of a vector in degrees, anticlockwise from the x axis, -180 to 180."""
    return math.degrees(cmath.phase(vector))


def leg_from_hip(hip: complex, trunk_deg: float, hip_deg: float, knee_deg: float, point_toes_deg: float = 0.0) -> Leg:
    """A leg hanging from the hip; ``trunk_deg`` is the direction from hip to shoulder, flexions are positive."""
    thigh_deg = trunk_deg + 180 + hip_deg
    shank_deg = thigh_deg - knee_deg
    knee = hip + THIGH * direction(thigh_deg)
    return Leg(hip, knee, knee + SHANK * direction(shank_deg), direction(shank_deg + 90 - point_toes_deg))


def leg_from_ankle(ankle: complex, shank_deg: float, knee_deg: float) -> tuple[Leg, float]:
    """A standing leg with its sole flat, and the direction of the thigh from hip to knee; ``shank_deg`` is from knee to ankle."""
    knee = ankle - SHANK * direction(shank_deg)
    thigh_deg = shank_deg + knee_deg
    return Leg(knee - THIGH * direction(thigh_deg), knee, ankle, 1 + 0j), thigh_deg


def leg_to(hip: complex, ankle: complex, toes: complex) -> Leg:
    """A leg from the hip to an ankle (or as near as it reaches), its knee bent forwards."""
    line = ankle - hip
    reach = min(abs(line), THIGH + SHANK - 1e-6)
    cosine = (THIGH**2 + reach**2 - SHANK**2) / (2 * THIGH * max(reach, 1e-6))
    knee = hip + THIGH * unit(line) * direction(math.degrees(math.acos(max(-1.0, min(1.0, cosine)))))
    return Leg(hip, knee, knee + SHANK * unit(hip + reach * unit(line) - knee), toes)


def person(leg: Leg, trunk_deg: float, arm_deg: float, forearm_deg: float, head_tilt_deg: float = 0.0) -> Pose:
    """A whole person on a leg; arm directions are absolute, the head is tilted from the trunk's line (positive backwards)."""
    shoulder = leg.hip + TRUNK * direction(trunk_deg)
    elbow = shoulder + UPPER_ARM * direction(arm_deg)
    head = shoulder + NECK * direction(trunk_deg + head_tilt_deg)
    return Pose(leg, shoulder, head, elbow, elbow + FOREARM * direction(forearm_deg))


def turned(pose: Pose, about: complex, by_deg: float) -> Pose:
    """The pose turned about a point."""
    turn = direction(by_deg)

    def point(here: complex) -> complex:
        return about + (here - about) * turn

    def leg(old: Leg) -> Leg:
        return Leg(point(old.hip), point(old.knee), point(old.ankle), old.toes * turn)

    far = None if pose.far_leg is None else leg(pose.far_leg)
    return Pose(leg(pose.leg), point(pose.shoulder), point(pose.head), point(pose.elbow), point(pose.hand), far)


def reaching(pose: Pose, target: complex, bend: float = 1.0) -> Pose:
    """The pose with its hand at ``target`` (or as near as the arm reaches); ``bend`` +1 or -1 chooses the side of the elbow."""
    line = target - pose.shoulder
    reach = min(abs(line), UPPER_ARM + FOREARM - 1e-6)
    cosine = (UPPER_ARM**2 + reach**2 - FOREARM**2) / (2 * UPPER_ARM * max(reach, 1e-6))
    turn = bend * math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    elbow = pose.shoulder + UPPER_ARM * unit(line) * direction(turn)
    return replace(pose, elbow=elbow, hand=elbow + FOREARM * unit(pose.shoulder + reach * unit(line) - elbow))


def _moved_leg(leg: Leg, by: complex) -> Leg:
    return Leg(leg.hip + by, leg.knee + by, leg.ankle + by, leg.toes)
