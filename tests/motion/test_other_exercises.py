"""Exercises that no rendered clip shows: sets are counted and faults named, either side near, up to 45 degrees off the side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.motion.builders import Person, Step, constant, frames, path

from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set
from eccentric.motion.watched import Repetition
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

EXERCISES = (
    "standing-band-leg-curl",
    "prone-band-leg-curl",
    "assisted-prone-leg-curl",
    "standing-hamstring-curl",
    "back-extension-45",
)
VIEWS = ((0, 1, Side.LEFT), (-45, -1, Side.RIGHT), (45, -1, Side.LEFT))
EXPECTED = (
    None,
    FaultId.PARTIAL_RANGE,
    FaultId.INCOMPLETE_RETURN,
    None,
    FaultId.RUSHED_LOWERING,
    FaultId.MOMENTUM,
    None,
)


def steps(exercise: Exercise, fault: FaultId | None) -> list[Step]:
    """One repetition with one fault, or none."""
    short, long = exercise.movement.shortened_deg, exercise.movement.lengthened_deg
    start, turn = (long, short) if exercise.movement.begins == "lengthened" else (short, long)
    far = start + (0.6 if fault is FaultId.PARTIAL_RANGE else 1.0) * (turn - start)
    home = start + (0.25 if fault is FaultId.INCOMPLETE_RETURN else 0.0) * (turn - start)
    lifts_s = 0.5 if fault is FaultId.MOMENTUM else 1.1
    lowers_s = 0.6 if fault is FaultId.RUSHED_LOWERING else 2.2
    out_s, back_s = (lifts_s, lowers_s) if start == long else (lowers_s, lifts_s)
    return [Step(far, out_s, 0.4), Step(home, back_s, 0.4)]


def person(exercise: Exercise, yaw_deg: float, turn: int, working: Side) -> Person:
    """Somebody who does one repetition for each of ``EXPECTED``."""
    movement = exercise.movement
    drive = path(
        movement.lengthened_deg if movement.begins == "lengthened" else movement.shortened_deg,
        *[step for fault in EXPECTED for step in steps(exercise, fault)],
    )
    still = constant(5.0)
    if movement.driver == "hip_flexion":
        return Person(hip=drive, trunk=lambda time_s: 45 + drive(time_s), yaw_deg=yaw_deg, turn=turn)
    body = Person(trunk=constant(90.0 if movement.posture == "prone" else 3.0), hip=constant(3.0), yaw_deg=yaw_deg, turn=turn)
    both = exercise.classification.sides == "both"
    return replace(
        body,
        knee_left=drive if both or working is Side.LEFT else still,
        knee_right=drive if both or working is Side.RIGHT else still,
    )


def failed(rep: Repetition) -> list[FaultId]:
    return [fault.id for fault in rep.faults if fault.severity is Severity.FAIL]


@pytest.mark.parametrize("exercise_id", EXERCISES)
@pytest.mark.parametrize(("yaw_deg", "turn", "working"), VIEWS)
def test_every_repetition_is_counted_and_every_fault_named(exercise_id: str, yaw_deg: float, turn: int, working: Side) -> None:
    exercise = read_exercise(exercise_id)
    watched = watch_set(exercise, frames(person(exercise, yaw_deg, turn, working), 25, fps=15, noise_px=0.5))
    assert [failed(rep) for rep in watched.reps] == [[fault] if fault else [] for fault in EXPECTED]
    side = working if exercise.classification.sides != "both" else Side.BOTH
    assert {rep.side for rep in watched.reps} == {side}
