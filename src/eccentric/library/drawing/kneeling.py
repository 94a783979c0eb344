"""Poses that turn about the knee or the hip with the feet held: Nordics, glute-ham raises, kneeling curls, back extensions."""

from __future__ import annotations

from dataclasses import replace

from eccentric.library.drawing.pose import SHANK, THIGH, Angles, Pose, angle_deg, direction, leg_from_hip, person, reaching, turned
from eccentric.library.exercise import Exercise

GHR_PAD, KNEE_PAD, INCLINE_DEG = 0.40, 0.30, 22.0


def nordic(page: Exercise, at: Angles) -> Pose:
    pose = _kneeling_at(0.04, at)
    if "incline" in page.id or "incline-board" in page.classification.equipment:
        pose = turned(pose, pose.leg.ankle, INCLINE_DEG)
    reach = pose.shoulder + 0.24 * direction(angle_deg(pose.up_trunk) - 62)
    return _arms_off_floor(pose, reach)


def ghr(_page: Exercise, at: Angles) -> Pose:
    pose = _kneeling_at(GHR_PAD + 0.05, at)
    return reaching(pose, pose.shoulder + 0.13 * pose.up_trunk * direction(-125), -1)


def kneeling(_page: Exercise, at: Angles) -> Pose:
    """One knee on a pad, the trunk leaning on the elbows, the other shank free to curl."""
    hip = complex(0, KNEE_PAD + 0.04 + THIGH)
    trunk_deg = 90 - at.hip_deg
    leg = leg_from_hip(hip, trunk_deg, at.hip_deg, at.knee_deg, 20 if at.knee_deg > 30 else 0)
    pose = person(leg, trunk_deg, -80, 5, 8)
    return replace(pose, far_leg=leg_from_hip(hip, trunk_deg, at.hip_deg, 90, 50))


def _kneeling_at(height: float, at: Angles) -> Pose:
    """Shanks level, everything above turns about the knee."""
    knee = complex(0, height)
    trunk_deg = at.knee_deg - at.hip_deg
    leg = leg_from_hip(knee + THIGH * direction(at.knee_deg), trunk_deg, at.hip_deg, at.knee_deg, 55)
    return person(leg, trunk_deg, trunk_deg - 150, trunk_deg - 60, 2)


def _arms_off_floor(pose: Pose, target: complex) -> Pose:
    """Hands ready in front of the chest, or on the floor as in a press-up once the floor is near; elbows never below it."""
    if target.imag > 0.03:
        return reaching(pose, target, -1)
    hand = complex(pose.shoulder.real + (0.05 if pose.shoulder.imag > 0.16 else -0.2), 0.022)
    bent = [reaching(pose, hand, bend) for bend in (1, -1)]
    return min(bent, key=lambda arm: (arm.elbow.imag < 0.02, arm.elbow.real))


def extension(page: Exercise, at: Angles) -> Pose:
    """Thighs on a pad at 45 degrees (level when the bench is), the trunk turns about the hip."""
    thigh_deg = 180.0 if page.movement.posture == "prone" else 225.0
    trunk_deg = thigh_deg - 180 - at.hip_deg
    height = 0.56 if page.movement.posture == "prone" else 0.12 + (THIGH + SHANK) * 0.7071
    leg = replace(leg_from_hip(complex(0, height), trunk_deg, at.hip_deg, at.knee_deg), toes=direction(thigh_deg + 95))
    pose = person(leg, trunk_deg, 0, 0, 3)
    return reaching(pose, pose.shoulder + 0.10 * pose.up_trunk * direction(-150), -1)
