"""Poses on the feet or on a seat: standing, running, hinging, squatting, sitting, pressing a sled."""

from __future__ import annotations

from dataclasses import replace

from eccentric.library.drawing.lying import BODY_DEPTH, LOW_BENCH
from eccentric.library.drawing.pose import (
    ANKLE_HEIGHT,
    Angles,
    Pose,
    angle_deg,
    direction,
    leg_from_ankle,
    leg_from_hip,
    leg_to,
    person,
    reaching,
)
from eccentric.library.exercise import Exercise

RECLINE_DEG = 142.0


def seated(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, 0.30 + BODY_DEPTH)
    trunk_deg = 180 - at.hip_deg
    leg = leg_from_hip(hip, trunk_deg, at.hip_deg, at.knee_deg, 10)
    return reaching(person(leg, trunk_deg, -80, 0, -4), hip + complex(0.13, 0.09), -1)


def standing(_page: Exercise, at: Angles) -> Pose:
    """One leg carries, the other moves; a hand rests on a support in front."""
    stance, thigh_deg = leg_from_ankle(complex(0, ANKLE_HEIGHT), 270, 3)
    trunk_deg = thigh_deg - 180
    leg = leg_from_hip(stance.hip, trunk_deg, at.hip_deg, at.knee_deg, 15 if at.knee_deg > 30 else 0)
    pose = person(leg, trunk_deg, -70, 20, -2)
    return replace(reaching(pose, stance.hip + complex(0.27, 0.075), -1), far_leg=stance)


def running(_page: Exercise, at: Angles) -> Pose:
    """One leg carries, the other swings; the arms swing with it."""
    stance, thigh_deg = leg_from_ankle(complex(0, ANKLE_HEIGHT), 268, 5)
    leg = leg_from_hip(stance.hip, thigh_deg - 184, at.hip_deg, at.knee_deg, 0)
    return replace(person(leg, thigh_deg - 184, -125, -25, -2), far_leg=stance)


def leg_press(_page: Exercise, at: Angles) -> Pose:
    """Leaning back on the seat of a sled."""
    leg = leg_from_hip(complex(0, 0.22), RECLINE_DEG, at.hip_deg, at.knee_deg)
    return reaching(person(leg, RECLINE_DEG, -60, 0, -8), leg.hip + complex(0.10, 0.04), -1)


def hinge(page: Exercise, at: Angles) -> Pose:
    """Feet flat: the shank leans as far as balance over the middle of the foot asks."""
    low, high = 235.0, 300.0
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if _balance(at, middle) > 0 else (low, middle)
    pose = _hinge_at(at, low)
    if page.classification.pattern == "calf-raise":
        return pose
    if any("barbell" in thing for thing in page.classification.equipment) and bar_on_back(page):
        pose = _hands_on_bar(pose)
    return pose if page.classification.sides == "both" else _with_other_leg(page, at, pose)


def raised_heels(pose: Pose) -> Pose:
    """The same person on the balls of the feet."""
    toes = direction(-42)
    up = pose.moved(complex(0.02, 0.075))
    return replace(up, leg=replace(up.leg, toes=toes))


def bar_on_back(page: Exercise) -> bool:
    """True when a barbell lies on the shoulders: squats and good mornings."""
    return page.classification.pattern == "squat" or "good-morning" in page.id


def _hands_on_bar(pose: Pose) -> Pose:
    """Hands beside the shoulders, elbows down and a little back; the arms come towards the viewer, so they look shorter."""
    up = pose.up_trunk
    return replace(pose, elbow=pose.shoulder + (0.055j - 0.125) * up, hand=pose.shoulder + (0.045j + 0.03) * up)


def _with_other_leg(page: Exercise, at: Angles, pose: Pose) -> Pose:
    """Where the far leg goes: behind on the floor, down from a box, or lifted in line with the trunk."""
    hip, foot = pose.leg.hip, pose.leg.ankle
    toe_off = direction(-35)
    if "step-up" in page.id:
        high = pose.moved(complex(0, LOW_BENCH))
        down = complex(foot.real - 0.16, ANKLE_HEIGHT + 0.05) if at.hip_deg > 30 else complex(foot.real - 0.04, LOW_BENCH)
        return replace(high, far_leg=leg_to(high.leg.hip, down, toe_off))
    if page.classification.pattern == "squat":
        floor = ANKLE_HEIGHT + 0.07
        away = min(0.46, max(0.0, 0.235 - (hip.imag - floor) ** 2) ** 0.5 + foot.real - hip.real)
        return replace(pose, far_leg=leg_to(hip, complex(foot.real - away, floor), toe_off * direction(-20)))
    if any(word in page.id for word in ("kickstand", "glider")):
        away = 0.17 if "kickstand" in page.id else 0.10 + 0.40 * min(1.0, at.hip_deg / 60)
        return replace(pose, far_leg=leg_to(hip, complex(foot.real - away, ANKLE_HEIGHT + 0.05), toe_off))
    lifted = leg_from_hip(hip, angle_deg(pose.up_trunk), min(at.hip_deg, 8.0), 8 if at.hip_deg > 25 else 28, 20)
    return replace(pose, far_leg=lifted)


def _hinge_at(at: Angles, shank_deg: float) -> Pose:
    leg, thigh_deg = leg_from_ankle(complex(0, ANKLE_HEIGHT), shank_deg, at.knee_deg)
    trunk_deg = thigh_deg - 180 - at.hip_deg
    return person(leg, trunk_deg, 270, 270, 12 * min(1.0, abs(at.hip_deg) / 60))


def _balance(at: Angles, shank_deg: float) -> float:
    """How far the body's weight is in front of mid-foot (rough shares: trunk, head and arms 0.6, thighs 0.25, shanks 0.15)."""
    pose = _hinge_at(at, shank_deg)
    weight = 0.6 * (0.35 * pose.leg.hip + 0.65 * pose.shoulder) + 0.25 * (pose.leg.hip + pose.leg.knee) / 2
    return (weight + 0.15 * (pose.leg.knee + pose.leg.ankle) / 2).real - 0.035
