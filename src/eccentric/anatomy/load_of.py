"""From an exercise file to the poses of one lowering and the load that resists it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.body import Segments
from eccentric.anatomy.curves import Joint
from eccentric.anatomy.loads import (
    ANKLE_WEIGHT_AT,
    PAD_AT,
    BackExtension,
    Band,
    Bridge,
    Hinge,
    Kneeling,
    LegRaise,
    Limb,
    LimbPosture,
    Load,
    Machine,
)
from eccentric.anatomy.tables import load_table
from eccentric.library.exercise import Exercise
from eccentric.terms.errors import bad_input
from eccentric.terms.units import GRAVITY_M_S2

Floats = npt.NDArray[np.float64]
# What is taken when nobody says a load: engineering defaults for both legs, halved for one.
USUAL_KG = {"machine": 25.0, "cable": 16.0, "barbell": 60.0, "dumbbell": 20.0, "kettlebell": 24.0, "band": 12.0}
ON_THE_FOOT_KG = 8.0  # a dumbbell between or on the feet
NO_MODEL = "no load model for this kind of exercise"
FAST = ("power", "sprint")  # quasi-static torque means nothing there
HELPERS = {"band": ", the band's help left out", "cable": ", the cable's help left out", "partner": ", the partner's help left out"}
BAND_BEYOND_FOOT_M = 0.8  # prone or seated: the anchor lies this far beyond the straight foot (engineering default)
BAND_AHEAD_M = 0.5  # standing: the anchor lies this far ahead, at ankle height (engineering default)
SCALABLE = ("machine", "cable", "band", "barbell", "dumbbell", "kettlebell")


@dataclass(frozen=True, slots=True)
class ChosenLoad:
    """The load of an exercise, or None with the reason; ``external_kg`` is what was put on, ``says`` describes it to a person."""

    load: Load | None
    external_kg: float
    says: str


@dataclass(frozen=True, slots=True)
class Lowering:
    """Poses of one lowering, from the shortened to the lengthened end: (pose,) degrees, and what had to be assumed."""

    hip_deg: Floats
    knee_deg: Floats
    notes: tuple[str, ...] = ()


def driver_joint(exercise: Exercise) -> Joint:
    """The joint that does the work; without a driver, the hip for bridges and the knee otherwise."""
    movement = exercise.movement
    if movement.driver == "none":
        return Joint.HIP if movement.posture == "supine" or exercise.classification.pattern in ("bridge", "hip-hinge") else Joint.KNEE
    return Joint.HIP if movement.driver == "hip_flexion" else Joint.KNEE


def lowering(exercise: Exercise, poses: int) -> Lowering:
    """The poses of one lowering as the exercise file describes it.

    The joint that is meant to stay still is held where the posture puts it (standing, prone and kneeling: hip 0; seated: hip 90; hinge:
    knee 15), moved into the file's range. A Nordic is followed over its whole range, 90 to 0, though few people control the end.
    """
    movement, notes = exercise.movement, []
    still_hip, still_knee = _still_hip(exercise), _still_knee(exercise)
    down = np.linspace(movement.shortened_deg, movement.lengthened_deg, poses)
    if movement.driver == "knee_flexion":
        if exercise.classification.pattern == "nordic" and movement.posture == "kneeling":
            down = np.linspace(90.0, 0.0, poses)
            notes.append("The whole range is shown, upright to flat; few people control its last third.")
        hip, knee = np.full(poses, still_hip), down
    elif movement.driver == "hip_flexion":
        hip, knee = down, np.full(poses, still_knee)
    else:
        hip, knee = np.full(poses, float(np.mean(movement.hip_flexion_deg))), np.full(poses, still_knee)
    return _inside(hip, knee, tuple(notes))


def load_of(exercise: Exercise, external_load_kg: float | None, body: Segments) -> ChosenLoad:
    """The load model of an exercise; ``external_load_kg`` None = the usual load of its kind."""
    kind, legs = exercise.movement.load.kind, 2 if exercise.classification.sides == "both" else 1
    joint = driver_joint(exercise)
    usual = ON_THE_FOOT_KG if joint is Joint.KNEE and kind in ("dumbbell", "kettlebell") else USUAL_KG.get(kind, 0.0)
    mass = usual * legs / 2 if external_load_kg is None else external_load_kg
    if exercise.classification.category in FAST:
        return ChosenLoad(None, mass, "no load model for fast movements")
    maker = _knee_load if joint is Joint.KNEE else _hip_load
    return maker(exercise, mass, legs, body)


def with_cam(chosen: ChosenLoad, cam: tuple[tuple[float, float], ...]) -> ChosenLoad:
    """The same load with a machine's cam; other loads have none and stay as they are."""
    if not cam or not isinstance(chosen.load, Machine):
        return chosen
    return replace(chosen, load=replace(chosen.load, cam=cam), says=chosen.says.replace("even through the range", "by its cam"))


def read_cam(words: str) -> tuple[tuple[float, float], ...]:
    """A cam written as ``angle:factor`` points such as ``0:0.8,60:1,110:0.6``; raises BadInput for any other shape."""
    try:
        points = tuple((float(angle), float(factor)) for angle, factor in (point.split(":") for point in words.split(",")))
    except ValueError:
        points = ()
    rising = all(before[0] < after[0] for before, after in pairwise(points))
    if not points or not rising or min(factor for _, factor in points) < 0:
        raise bad_input("cam", "knee angles in rising order with factors, such as 0:0.8,60:1,110:0.6", repr(words))
    return points


def _knee_load(exercise: Exercise, mass: float, legs: int, body: Segments) -> ChosenLoad:
    movement, pattern = exercise.movement, exercise.classification.pattern
    kind = movement.load.kind
    if pattern == "nordic" or (
        kind == "body-weight" and movement.posture == "kneeling" and pattern in ("knee-flexion", "test", "isometric")
    ):
        held = 0.0 if kind in HELPERS else mass
        return ChosenLoad(Kneeling(legs, held), held, f"your body above the knees{_plus(held)}{HELPERS.get(kind, '')}")
    if kind == "body-weight" and movement.posture == "supine":
        return ChosenLoad(Bridge(mass, legs), mass, f"your body between shoulders and feet{_plus(mass, 'on the hips')}")
    if pattern != "knee-flexion":
        return ChosenLoad(None, mass, NO_MODEL)
    if kind == "machine":
        torque = mass * GRAVITY_M_S2 * PAD_AT * body.shank_m / legs
        return ChosenLoad(Machine(torque), mass, f"a machine set to {mass:g} kg at the shin, even through the range")
    if kind in ("limb", "dumbbell", "kettlebell"):
        posture: LimbPosture = "prone" if movement.posture == "prone" else "seated" if movement.posture == "seated" else "standing"
        each = mass if kind == "limb" else mass / legs
        return ChosenLoad(Limb(posture, each), mass, f"your shin and foot{_plus(mass, 'at the ankles' if legs == 2 else 'at the ankle')}")
    if kind in ("band", "cable"):
        says = f"a band that pulls {mass:g} kg at the shortened end" if kind == "band" else f"a cable set to {mass:g} kg"
        return ChosenLoad(_band(exercise, mass, legs, body), mass, says)
    return ChosenLoad(None, mass, NO_MODEL)


def _hip_load(exercise: Exercise, mass: float, legs: int, body: Segments) -> ChosenLoad:  # noqa: ARG001 (same call as for the knee)
    movement, pattern = exercise.movement, exercise.classification.pattern
    if pattern == "bridge" or (movement.posture == "supine" and movement.load.kind in ("body-weight", "barbell", "dumbbell")):
        return ChosenLoad(Bridge(mass, legs), mass, f"your body between shoulders and feet{_plus(mass, 'on the hips')}")
    if movement.load.kind in HELPERS:
        return ChosenLoad(None, mass, NO_MODEL)
    if pattern == "hip-hinge" and movement.posture == "prone" and movement.load.kind == "limb":
        return ChosenLoad(LegRaise(mass / legs), mass, f"your legs{_plus(mass, 'at the ankles')}")
    if pattern == "hip-hinge" and movement.posture in ("incline", "prone"):
        incline = 45.0 if movement.posture == "incline" else 90.0
        return ChosenLoad(BackExtension(incline, mass, legs), mass, f"your trunk, head and arms{_plus(mass, 'at the chest')}")
    if pattern == "hip-hinge" and movement.posture in ("standing", "bent-over"):
        return ChosenLoad(Hinge(mass, legs), mass, f"your trunk, head and arms{_plus(mass, 'in the hands')}")
    return ChosenLoad(None, mass, NO_MODEL)


def _band(exercise: Exercise, mass: float, legs: int, body: Segments) -> Band:
    """A band just taut at the lengthened end, as stiff as pulls ``mass`` kilograms at the shortened end."""
    if exercise.movement.posture == "standing":
        anchor, offset = float(np.hypot(BAND_AHEAD_M, body.shank_m)), float(np.degrees(np.arctan2(BAND_AHEAD_M, body.shank_m)))
    else:
        anchor, offset = ANKLE_WEIGHT_AT * body.shank_m + BAND_BEYOND_FOOT_M, 0.0
    ends = np.array([exercise.movement.lengthened_deg, exercise.movement.shortened_deg])
    if exercise.movement.load.kind == "cable":
        return Band(0.0, 0.0, anchor, offset, legs, constant_n=mass * GRAVITY_M_S2)
    taut, full = Band(0.0, 0.0, anchor, offset).stretched_m(ends, body)
    return Band(mass * GRAVITY_M_S2 / max(full - taut, 0.05), float(taut), anchor, offset, legs)


def _still_hip(exercise: Exercise) -> float:
    low, high = sorted(exercise.movement.hip_flexion_deg)
    return float(np.clip(90.0 if exercise.movement.posture == "seated" else 0.0, low, high))


def _still_knee(exercise: Exercise) -> float:
    movement = exercise.movement
    usual = {"standing": 15.0, "bent-over": 15.0, "supine": 90.0, "quadruped": 90.0}.get(movement.posture, 0.0)
    if movement.knee_flexion_deg is None:
        return usual
    low, high = sorted(movement.knee_flexion_deg)
    return float(np.clip(usual, low, high))


def _inside(hip: Floats, knee: Floats, notes: tuple[str, ...]) -> Lowering:
    """Angles moved into the fitted range, with a note when that changed any."""
    table = load_table()
    inside = np.clip(hip, *table.hip_range_deg), np.clip(knee, *table.knee_range_deg)
    if not (np.array_equal(inside[0], hip) and np.array_equal(inside[1], knee)):
        notes = (*notes, "Angles beyond the model's range were moved to its edge.")
    return Lowering(*inside, notes)


def _plus(mass: float, where: str = "held") -> str:
    return f" and {mass:g} kg {where}" if mass else ""
