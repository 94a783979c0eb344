"""Poses on the floor, a mat or a bench: prone, supine, bridging, on hands and knees, on one side."""

from __future__ import annotations

from dataclasses import replace

from eccentric.library.drawing.pose import (
    ANKLE_HEIGHT,
    NECK,
    THIGH,
    TRUNK,
    Angles,
    Pose,
    angle_deg,
    direction,
    leg_from_hip,
    person,
    reaching,
    turned,
)
from eccentric.library.exercise import Exercise

BENCH, LOW_BENCH, BALL, BODY_DEPTH = 0.36, 0.24, 0.17, 0.062


def on_bench(page: Exercise) -> bool:
    """True when a lying exercise is done on a bench or machine and not on the floor."""
    return any("machine" in thing or "bench" in thing for thing in page.classification.equipment)


def prone(page: Exercise, at: Angles) -> Pose:
    height = (BENCH if on_bench(page) else 0.0) + BODY_DEPTH
    leg = leg_from_hip(complex(0, height), 0, 0.0, at.knee_deg, 35)
    if on_bench(page):
        return reaching(person(leg, 0, -60, 0, 4), complex(TRUNK + 0.13, height - 0.2), -1)
    pose = person(leg, 1, 0, 180, 10)
    return replace(pose, elbow=complex(TRUNK + 0.20, 0.022), hand=complex(TRUNK + 0.06, 0.024))


def supine_leg(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, BODY_DEPTH)
    leg = leg_from_hip(hip, 180, at.hip_deg, at.knee_deg)
    pose = reaching(person(leg, 180, 30, 60), leg.hip + 0.17 * direction(at.hip_deg) + 0.04j, 1)
    return replace(pose, far_leg=leg_from_hip(hip, 180, 0, 2))


def bridge(page: Exercise, at: Angles) -> Pose:
    """Shoulders and feet are where they are held; the chain between them is turned until both fit."""
    shoulder_height, foot_height = _bridge_supports(page)
    on_heel = at.knee_deg < 45
    leg = leg_from_hip(0j, 180, at.hip_deg, at.knee_deg)
    pose = person(leg, 180, 0, 0)
    span = leg.ankle - pose.shoulder
    rise = foot_height + (0.032 if on_heel else ANKLE_HEIGHT) - shoulder_height
    tilt = angle_deg(complex(max(abs(span) ** 2 - rise**2, 0.0) ** 0.5, rise)) - angle_deg(span)
    pose = turned(pose, pose.shoulder, tilt).moved(complex(0, shoulder_height) - pose.shoulder)
    if pose.leg.hip.imag < BODY_DEPTH:
        pose = _sat_down(at, foot_height + (0.032 if on_heel else ANKLE_HEIGHT))
    flat = replace(pose.leg, toes=direction(80) if on_heel else 1 + 0j)
    lying = replace(pose, leg=flat, head=pose.shoulder + NECK * direction(176))
    lying = reaching(lying, pose.shoulder + complex(0.33, 0.03 - shoulder_height), 1)
    if page.classification.sides == "both":
        return lying
    return replace(lying, far_leg=leg_from_hip(flat.hip, angle_deg(pose.shoulder - flat.hip), at.hip_deg + 14, 8))


def _sat_down(at: Angles, ankle_height: float) -> Pose:
    """Back and hips on the floor, the hip bent as far as it takes for the feet to stand on it."""
    low, high = 0.0, 80.0
    for _ in range(20):
        middle = (low + high) / 2
        short = leg_from_hip(complex(0, BODY_DEPTH), 180, middle, at.knee_deg).ankle.imag < ankle_height
        low, high = (middle, high) if short else (low, middle)
    return person(leg_from_hip(complex(TRUNK, BODY_DEPTH), 180, low, at.knee_deg), 180, 0, 0)


def _bridge_supports(page: Exercise) -> tuple[float, float]:
    """Heights of the shoulder's centre and of the sole."""
    things = " ".join(page.classification.equipment) + " " + page.id
    thrust = "thrust" in page.id
    shoulder = LOW_BENCH + BODY_DEPTH if thrust else BODY_DEPTH
    if "ball" in things:
        return shoulder, 2 * BALL
    if not thrust and any(word in things for word in ("box", "elevated", "bench", "step", "chair")):
        return shoulder, LOW_BENCH
    return shoulder, 0.14 if "suspension" in things else 0.0


def reverse(_page: Exercise, at: Angles) -> Pose:
    leg = leg_from_hip(complex(0, 0.60), 0, at.hip_deg, at.knee_deg, 30)
    return reaching(person(leg, 0, -60, 0, 4), complex(TRUNK - 0.02, 0.42), 1)


def quadruped(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, THIGH + 0.04)
    leg = leg_from_hip(hip, 0, at.hip_deg, at.knee_deg, 20)
    pose = reaching(person(leg, 3, -90, -90, 4), complex(TRUNK + 0.01, 0.0), -1)
    return replace(pose, far_leg=leg_from_hip(hip, 0, 90, 90, 55))


def side_lying(_page: Exercise, at: Angles) -> Pose:
    leg = leg_from_hip(complex(0, BODY_DEPTH), 0, at.hip_deg, at.knee_deg, 20)
    return replace(person(leg, 0, 15, 165, 8), far_leg=leg_from_hip(complex(0, BODY_DEPTH), 0, 0, 10, 20))
