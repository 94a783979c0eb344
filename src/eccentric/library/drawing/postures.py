"""From an exercise's movement to a drawn pose at either end, one function for each posture."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from eccentric.library.drawing.pose import (
    ANKLE_HEIGHT,
    NECK,
    SHANK,
    THIGH,
    TRUNK,
    Pose,
    direction,
    leg_from_ankle,
    leg_from_hip,
    person,
    reaching,
    turned,
    unit,
)
from eccentric.library.exercise import End, Exercise

BENCH, LOW_BENCH, GHR_PAD, BALL = 0.36, 0.24, 0.40, 0.17
BODY_DEPTH = 0.062
KNEE_PAD, INCLINE_DEG = 0.30, 22.0
LEG_MOVES = {"prone", "supine-leg", "seated", "standing", "kneeling", "reverse", "quadruped", "side-lying"}
_USUAL_KNEE_DEG = {"supine": 90.0, "seated": 90.0, "kneeling": 90.0, "quadruped": 90.0}


@dataclass(frozen=True, slots=True)
class Angles:
    """The angles of one end of the movement: hip and knee flexion in degrees."""

    hip_deg: float
    knee_deg: float


def angles_at(page: Exercise, end: End) -> Angles:
    """Hip and knee at one end: the driver from its own limits, the other joint from the range that it is held in."""
    move = page.movement
    driver_deg = move.lengthened_deg if end == "lengthened" else move.shortened_deg
    low, high = move.hip_flexion_deg
    hip_deg = min(max(90.0 if move.posture == "seated" else 0.0, low), high)
    knees = move.knee_flexion_deg or (_USUAL_KNEE_DEG.get(move.posture, 5.0),) * 2
    if move.driver == "knee_flexion":
        return Angles(hip_deg, driver_deg)
    if move.driver == "hip_flexion":
        return Angles(driver_deg, knees[1] if end == "lengthened" else knees[0])
    return Angles((low + high) / 2, sum(knees) / 2)


def pose_of(page: Exercise, end: End) -> Pose:
    """The drawn pose of an exercise at one end of its movement."""
    return _POSTURES[scene_of(page)](page, angles_at(page, end))


def sweep(page: Exercise, end: End, steps: int = 9) -> list[complex]:
    """Where the moving tip (toes, or the top of the head) travels on the way to ``end``."""
    there, here = angles_at(page, end), angles_at(page, "shortened" if end == "lengthened" else "lengthened")
    points: list[complex] = []
    for step in range(steps):
        share = step / (steps - 1)
        mix = Angles(here.hip_deg + share * (there.hip_deg - here.hip_deg), here.knee_deg + share * (there.knee_deg - here.knee_deg))
        pose = _POSTURES[scene_of(page)](page, mix)
        points.append(_tip(scene_of(page), pose))
    return points


def _tip(scene: str, pose: Pose) -> complex:
    if scene in ("standing", "kneeling", "quadruped"):
        return pose.leg.ankle
    if scene in LEG_MOVES:
        return pose.leg.ankle + 0.155 * pose.leg.toes
    return pose.head + 0.10 * unit(pose.head - pose.shoulder)


def scene_of(page: Exercise) -> str:
    """Which drawing an exercise needs: its posture, told apart further by what holds the body still."""
    move, kind = page.movement, page.classification
    things = " ".join(kind.equipment)
    if "ghr" in things and move.driver == "knee_flexion":
        return "ghr"
    if kind.pattern == "nordic":
        return "nordic"
    if move.posture == "supine":
        return "supine-leg" if min(move.hip_flexion_deg) >= 60 else "bridge"
    if move.posture in ("prone", "incline") and move.driver == "hip_flexion":
        return "reverse" if "reverse" in things or "reverse" in page.id else "extension"
    if move.posture in ("standing", "bent-over"):
        return "hinge" if move.driver != "knee_flexion" and _moves_on_its_feet(page) else "standing"
    return move.posture


def _moves_on_its_feet(page: Exercise) -> bool:
    return (
        page.classification.pattern in ("hip-hinge", "squat", "calf-raise", "lengthening", "isometric", "test")
        or page.classification.sides == "both"
    )


def on_bench(page: Exercise) -> bool:
    """True when a lying exercise is done on a bench or machine and not on the floor."""
    return any("machine" in thing or "bench" in thing for thing in page.classification.equipment)


def _prone(page: Exercise, at: Angles) -> Pose:
    height = (BENCH if on_bench(page) else 0.0) + BODY_DEPTH
    leg = leg_from_hip(complex(0, height), 0, 0.0, at.knee_deg, 35)
    if on_bench(page):
        return reaching(person(leg, 0, -60, 0, 4), complex(TRUNK + 0.13, height - 0.2), -1)
    pose = person(leg, 1, 0, 180, 10)
    return replace(pose, elbow=complex(TRUNK + 0.20, 0.022), hand=complex(TRUNK + 0.06, 0.024))


def _supine_leg(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, BODY_DEPTH)
    leg = leg_from_hip(hip, 180, at.hip_deg, at.knee_deg)
    pose = reaching(person(leg, 180, 30, 60), leg.hip + 0.17 * direction(at.hip_deg) + 0.04j, 1)
    return replace(pose, far_leg=leg_from_hip(hip, 180, 0, 2))


def _bridge(page: Exercise, at: Angles) -> Pose:
    """Shoulders and feet are where they are held; the chain between them is turned until both fit."""
    shoulder_height, foot_height = _bridge_supports(page)
    on_heel = at.knee_deg < 45
    leg = leg_from_hip(0j, 180, at.hip_deg, at.knee_deg)
    pose = person(leg, 180, 0, 0)
    span = leg.ankle - pose.shoulder
    rise = foot_height + (0.032 if on_heel else ANKLE_HEIGHT) - shoulder_height
    tilt = _angle_deg(complex(max(abs(span) ** 2 - rise**2, 0.0) ** 0.5, rise)) - _angle_deg(span)
    pose = turned(pose, pose.shoulder, tilt).moved(complex(0, shoulder_height) - pose.shoulder)
    pose = pose.moved(complex(0, max(0.0, BODY_DEPTH - pose.leg.hip.imag)))
    flat = replace(pose.leg, toes=direction(80) if on_heel else 1 + 0j)
    lying = replace(pose, leg=flat, head=pose.shoulder + NECK * direction(176))
    lying = reaching(lying, pose.shoulder + complex(0.33, 0.03 - shoulder_height), 1)
    if page.classification.sides == "both":
        return lying
    return replace(lying, far_leg=leg_from_hip(flat.hip, _angle_deg(pose.shoulder - flat.hip), at.hip_deg + 14, 8))


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


def _seated(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, 0.30 + BODY_DEPTH)
    trunk_deg = 180 - at.hip_deg
    leg = leg_from_hip(hip, trunk_deg, at.hip_deg, at.knee_deg, 10)
    return reaching(person(leg, trunk_deg, -80, 0, -4), hip + complex(0.13, 0.09), -1)


def _standing(_page: Exercise, at: Angles) -> Pose:
    """One leg carries, the other moves; a hand rests on a support in front."""
    stance, thigh_deg = leg_from_ankle(complex(0, ANKLE_HEIGHT), 270, 3)
    trunk_deg = thigh_deg - 180
    leg = leg_from_hip(stance.hip, trunk_deg, at.hip_deg, at.knee_deg, 15 if at.knee_deg > 30 else 0)
    pose = person(leg, trunk_deg, -70, 20, -2)
    return replace(reaching(pose, stance.hip + complex(0.27, 0.075), -1), far_leg=stance)


def _hinge(page: Exercise, at: Angles) -> Pose:
    """Feet flat: the shank leans as far as balance over the middle of the foot asks."""
    low, high = 235.0, 300.0
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if _balance(at, middle) > 0 else (low, middle)
    pose = _hinge_at(at, low)
    kind = page.classification
    if kind.sides == "single" and kind.pattern in ("hip-hinge", "lengthening"):
        back = leg_from_hip(pose.leg.hip, _angle_deg(pose.up_trunk), min(at.hip_deg, 8.0), 8, 20)
        pose = replace(pose, far_leg=back)
    return pose


def _hinge_at(at: Angles, shank_deg: float) -> Pose:
    leg, thigh_deg = leg_from_ankle(complex(0, ANKLE_HEIGHT), shank_deg, at.knee_deg)
    trunk_deg = thigh_deg - 180 - at.hip_deg
    return person(leg, trunk_deg, 270, 270, 12 if at.hip_deg > 40 else 0)


def _balance(at: Angles, shank_deg: float) -> float:
    """How far the body's weight is in front of mid-foot (rough shares: trunk, head and arms 0.6, thighs 0.25, shanks 0.15)."""
    pose = _hinge_at(at, shank_deg)
    weight = 0.6 * (0.35 * pose.leg.hip + 0.65 * pose.shoulder) + 0.25 * (pose.leg.hip + pose.leg.knee) / 2
    return (weight + 0.15 * (pose.leg.knee + pose.leg.ankle) / 2).real - 0.035


def _nordic(page: Exercise, at: Angles) -> Pose:
    pose = _kneeling_at(0.04, at)
    if "incline" in page.id or "incline-board" in page.classification.equipment:
        pose = turned(pose, pose.leg.ankle, INCLINE_DEG)
    reach = pose.shoulder + 0.24 * direction(_angle_deg(pose.up_trunk) - 62)
    return _arms_off_floor(pose, reach)


def _ghr(_page: Exercise, at: Angles) -> Pose:
    pose = _kneeling_at(GHR_PAD + 0.05, at)
    return reaching(pose, pose.shoulder + 0.13 * pose.up_trunk * direction(-125), -1)


def _kneeling(_page: Exercise, at: Angles) -> Pose:
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


def _extension(page: Exercise, at: Angles) -> Pose:
    """Thighs on a pad at 45 degrees (level when the bench is), the trunk turns about the hip."""
    thigh_deg = 180.0 if page.movement.posture == "prone" else 225.0
    trunk_deg = thigh_deg - 180 - at.hip_deg
    height = 0.56 if page.movement.posture == "prone" else 0.12 + (THIGH + SHANK) * 0.7071
    leg = replace(leg_from_hip(complex(0, height), trunk_deg, at.hip_deg, at.knee_deg), toes=direction(thigh_deg + 95))
    pose = person(leg, trunk_deg, 0, 0, 3)
    return reaching(pose, pose.shoulder + 0.10 * pose.up_trunk * direction(-150), -1)


def _reverse(_page: Exercise, at: Angles) -> Pose:
    leg = leg_from_hip(complex(0, 0.60), 0, at.hip_deg, at.knee_deg, 30)
    return reaching(person(leg, 0, -60, 0, 4), complex(TRUNK - 0.02, 0.42), 1)


def _quadruped(_page: Exercise, at: Angles) -> Pose:
    hip = complex(0, THIGH + 0.04)
    leg = leg_from_hip(hip, 0, at.hip_deg, at.knee_deg, 20)
    pose = reaching(person(leg, 3, -90, -90, 4), complex(TRUNK + 0.01, 0.0), -1)
    return replace(pose, far_leg=leg_from_hip(hip, 0, 90, 90, 55))


def _side_lying(_page: Exercise, at: Angles) -> Pose:
    leg = leg_from_hip(complex(0, BODY_DEPTH), 0, at.hip_deg, at.knee_deg, 20)
    return replace(person(leg, 0, 15, 165, 8), far_leg=leg_from_hip(complex(0, BODY_DEPTH), 0, 0, 10, 20))


def _angle_deg(vector: complex) -> float:
    return math.degrees(cmath.phase(vector))


_POSTURES: dict[str, Callable[[Exercise, Angles], Pose]] = {
    "prone": _prone,
    "supine-leg": _supine_leg,
    "bridge": _bridge,
    "seated": _seated,
    "standing": _standing,
    "hinge": _hinge,
    "nordic": _nordic,
    "kneeling": _kneeling,
    "ghr": _ghr,
    "extension": _extension,
    "incline": _extension,
    "reverse": _reverse,
    "quadruped": _quadruped,
    "side-lying": _side_lying,
}
