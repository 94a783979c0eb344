"""From an exercise's movement to a drawn pose at either end."""

from __future__ import annotations

from collections.abc import Callable

from eccentric.library.drawing import kneeling, lying, upright
from eccentric.library.drawing.pose import Angles, Pose, unit
from eccentric.library.exercise import End, Exercise

LEG_MOVES = {"prone", "supine-leg", "seated", "standing", "running", "leg-press", "kneeling", "reverse", "quadruped", "side-lying"}
_USUAL_KNEE_DEG = {"supine": 90.0, "seated": 90.0, "kneeling": 90.0, "quadruped": 90.0}


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
    if page.classification.category == "isometric" or page.classification.pattern == "calf-raise":
        return Angles((low + high) / 2, sum(knees) / 2)
    return Angles(high, knees[1]) if end == "lengthened" else Angles(low, knees[0])


def pose_of(page: Exercise, end: End) -> Pose:
    """The drawn pose of an exercise at one end of its movement."""
    pose = _POSTURES[scene_of(page)](page, angles_at(page, end))
    if page.classification.pattern == "calf-raise" and end == "shortened":
        return upright.raised_heels(pose)
    return pose


def sweep(page: Exercise, end: End, steps: int = 9) -> list[complex]:
    """Where the moving tip (toes, or the top of the head) travels on the way to ``end``."""
    there, here = angles_at(page, end), angles_at(page, "shortened" if end == "lengthened" else "lengthened")
    return [_tip(scene_of(page), _mixed(page, here, there, step / (steps - 1))) for step in range(steps)]


def pose_between(page: Exercise, share: float) -> Pose:
    """The pose on the way from the shortened end (``share`` 0) to the lengthened one (1)."""
    return _mixed(page, angles_at(page, "shortened"), angles_at(page, "lengthened"), share)


def _mixed(page: Exercise, here: Angles, there: Angles, share: float) -> Pose:
    mix = Angles(here.hip_deg + share * (there.hip_deg - here.hip_deg), here.knee_deg + share * (there.knee_deg - here.knee_deg))
    return _POSTURES[scene_of(page)](page, mix)


def _tip(scene: str, pose: Pose) -> complex:
    if scene in ("standing", "kneeling", "quadruped", "running", "leg-press"):
        return pose.leg.ankle
    if scene in LEG_MOVES:
        return pose.leg.ankle + 0.155 * pose.leg.toes
    if scene == "bridge":
        return pose.leg.hip + 0.12j
    return pose.head + 0.10 * unit(pose.head - pose.shoulder)


def scene_of(page: Exercise) -> str:
    """Which drawing an exercise needs: its posture, told apart further by what holds the body still."""
    move, kind = page.movement, page.classification
    things = " ".join(kind.equipment)
    if "ghr" in things and move.driver == "knee_flexion":
        return "ghr"
    if kind.pattern == "nordic" or (move.posture == "kneeling" and "machine" not in things and move.driver == "knee_flexion"):
        return "nordic"
    if "leg-press" in things:
        return "leg-press"
    if move.driver == "none" and move.posture == "standing" and kind.pattern in ("sprint-drill", "warm-up"):
        return "running"
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


_POSTURES: dict[str, Callable[[Exercise, Angles], Pose]] = {
    "prone": lying.prone,
    "supine-leg": lying.supine_leg,
    "bridge": lying.bridge,
    "reverse": lying.reverse,
    "quadruped": lying.quadruped,
    "side-lying": lying.side_lying,
    "seated": upright.seated,
    "standing": upright.standing,
    "running": upright.running,
    "leg-press": upright.leg_press,
    "hinge": upright.hinge,
    "nordic": kneeling.nordic,
    "kneeling": kneeling.kneeling,
    "ghr": kneeling.ghr,
    "extension": kneeling.extension,
    "incline": kneeling.extension,
}
