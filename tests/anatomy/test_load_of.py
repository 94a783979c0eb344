"""From an exercise file to its load and its poses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.anatomy.conftest import Make

from eccentric.anatomy.body import Body, segments
from eccentric.anatomy.load_of import driver_joint, load_of, lowering, read_cam
from eccentric.anatomy.loads import BackExtension, Band, Bridge, Hinge, Kneeling, LegRaise, Limb, Machine
from eccentric.anatomy.profile import profile
from eccentric.terms.errors import BadInput
from eccentric.terms.units import GRAVITY_M_S2

MAN = segments(Body())
HINGE: dict[str, Any] = {"pattern": "hip-hinge", "driver": "hip_flexion"}
CASES: list[tuple[type, dict[str, Any]]] = [
    (Machine, {"kind": "machine"}),
    (Band, {"kind": "band"}),
    (Band, {"kind": "cable", "posture": "standing"}),
    (Limb, {"kind": "limb", "posture": "standing"}),
    (Limb, {"kind": "dumbbell"}),
    (Kneeling, {"kind": "body-weight", "pattern": "nordic", "posture": "kneeling"}),
    (Bridge, {"kind": "body-weight", "posture": "supine"}),
    (Bridge, {"kind": "body-weight", "pattern": "bridge", "driver": "hip_flexion", "posture": "supine"}),
    (Hinge, {"kind": "barbell", "posture": "standing", **HINGE}),
    (BackExtension, {"kind": "body-weight", "posture": "incline", **HINGE}),
    (LegRaise, {"kind": "limb", **HINGE}),
    (Kneeling, {"kind": "body-weight", "pattern": "test", "posture": "kneeling"}),
    (type(None), {"kind": "body-weight", "pattern": "knee-extension", "posture": "kneeling"}),
    (type(None), {"kind": "cable", "posture": "standing", **HINGE}),
    (type(None), {"kind": "partner"}),
    (type(None), {"kind": "machine", "pattern": "knee-extension"}),
    (type(None), {"kind": "none", "pattern": "sprint-drill", "driver": "none"}),
]


@pytest.mark.parametrize(("expected", "facts"), CASES)
def test_each_kind_has_its_load(make_exercise: Make, expected: type, facts: dict[str, Any]) -> None:
    assert type(load_of(make_exercise(**facts), None, MAN).load) is expected


def test_a_level_bench_is_not_a_steep_one(make_exercise: Make) -> None:
    level = load_of(make_exercise("body-weight", posture="prone", **HINGE), None, MAN).load
    assert isinstance(level, BackExtension)
    assert level.incline_deg == 90


@pytest.mark.parametrize(("sides", "legs"), [("both", 2), ("single", 1), ("alternating", 1)])
def test_a_machine_loads_each_leg_by_its_part(make_exercise: Make, sides: str, legs: int) -> None:
    load = load_of(make_exercise(sides=sides), 30, MAN).load
    assert isinstance(load, Machine)
    assert load.torque_nm == pytest.approx(30 * GRAVITY_M_S2 * 0.87 * MAN.shank_m / legs)


@pytest.mark.parametrize("posture", ["prone", "seated", "standing"])
def test_a_band_pulls_what_was_asked_at_the_shortened_end(make_exercise: Make, posture: str) -> None:
    load = load_of(make_exercise("band", posture=posture, lengthened_deg=15, sides="single"), 10, MAN).load
    assert isinstance(load, Band)
    ends = load.stretched_m(np.array([15.0, 100.0]), MAN)
    assert ends[0] == pytest.approx(load.rest_m)
    assert load.stiffness_n_m * (ends[1] - load.rest_m) == pytest.approx(10 * GRAVITY_M_S2)


def test_a_lowering_runs_from_short_to_long(make_exercise: Make) -> None:
    curl, hinge = make_exercise(lengthened_deg=5, shortened_deg=110), make_exercise("barbell", lengthened_deg=80, shortened_deg=5, **HINGE)
    assert lowering(curl, 3).knee_deg == pytest.approx([110, 57.5, 5])
    assert lowering(hinge, 3).hip_deg == pytest.approx([5, 42.5, 80])


@pytest.mark.parametrize(
    ("posture", "allowed", "hip"), [("prone", (0, 30), 0), ("prone", (10, 30), 10), ("seated", (80, 110), 90), ("standing", (-10, 20), 0)]
)
def test_the_still_hip_is_where_the_posture_puts_it(make_exercise: Make, posture: str, allowed: tuple[int, int], hip: float) -> None:
    assert lowering(make_exercise(posture=posture, hip_flexion_deg=allowed), 2).hip_deg[0] == hip


def test_angles_beyond_the_model_are_moved_and_said(make_exercise: Make) -> None:
    found = lowering(make_exercise(lengthened_deg=-5, shortened_deg=140), 3)
    assert (found.knee_deg.min(), found.knee_deg.max()) == (0, 130)
    assert "moved to its edge" in found.notes[0]


def test_without_a_driver_a_bridge_is_held_by_the_hip(make_exercise: Make) -> None:
    assert driver_joint(make_exercise("body-weight", "isometric", driver="none", posture="supine")) == "hip"
    assert driver_joint(make_exercise("machine", "isometric", driver="none", posture="seated")) == "knee"


def test_a_cam_shapes_a_machine_and_nothing_else(make_exercise: Make) -> None:
    cam = read_cam("0:0.5,100:1")
    shaped, even = profile(make_exercise(), cam=cam), profile(make_exercise())
    assert shaped.curves.demand.knee_nm[-1] == pytest.approx(even.curves.demand.knee_nm[-1] / 2)
    assert "by its cam" in shaped.load.says
    assert profile(make_exercise("limb"), cam=cam).curves.demand.knee_nm == pytest.approx(
        profile(make_exercise("limb")).curves.demand.knee_nm
    )


@pytest.mark.parametrize("words", ["", "0", "0:1:2", "60:1,0:1", "0:-1", "a:b"])
def test_an_unreadable_cam_is_an_error(words: str) -> None:
    with pytest.raises(BadInput, match="cam"):
        read_cam(words)


def test_a_band_that_helps_a_nordic_adds_no_weight(make_exercise: Make) -> None:
    helped = load_of(make_exercise("band", "nordic", posture="kneeling"), None, MAN)
    assert helped.load == Kneeling(2, 0.0)
    assert "help left out" in helped.says


def test_fast_movements_have_no_quasi_static_load(make_exercise: Make) -> None:
    swing = make_exercise("kettlebell", posture="standing", **HINGE)
    fast = swing.model_copy(update={"classification": swing.classification.model_copy(update={"category": "power"})})
    assert load_of(swing, None, MAN).load is not None
    assert load_of(fast, None, MAN).load is None
