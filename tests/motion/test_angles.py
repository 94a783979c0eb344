"""Joint angles of people posed at known angles."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.builders import Person, constant, frames

from eccentric.motion.angles import KNEE_TOO_STRAIGHT_DEG, Channel, corrected, limbs_of, measure
from eccentric.motion.landmarks import ImageLandmarks, Point


def seen(person: Person) -> ImageLandmarks:
    image = next(frames(person, 1)).image
    assert image is not None
    return image


@given(
    knee_deg=st.floats(0, 150),
    hip_deg=st.floats(-20, 120),
    lean_deg=st.floats(-40, 120),
    turn=st.sampled_from([-1, 1]),
    yaw_deg=st.floats(-50, 50),
)
def test_known_angles_come_back_from_any_side_and_yaw(knee_deg: float, hip_deg: float, lean_deg: float, turn: int, yaw_deg: float) -> None:
    knee = constant(knee_deg)
    person = Person(knee_left=knee, knee_right=knee, hip=constant(hip_deg), trunk=constant(lean_deg), turn=turn, yaw_deg=yaw_deg)
    row = measure(limbs_of(seen(person), yaw_deg), turn)
    assert row[Channel.KNEE_LEFT] == pytest.approx(knee_deg, abs=0.01)
    assert row[Channel.KNEE_RIGHT] == pytest.approx(knee_deg, abs=0.01)
    assert row[Channel.HIP_LEFT] == pytest.approx(hip_deg, abs=0.01)
    assert row[Channel.TRUNK_LEAN] == pytest.approx(lean_deg, abs=0.01)


def test_the_thigh_is_measured_against_the_vertical() -> None:
    row = measure(limbs_of(seen(Person(hip=constant(30.0))), 0.0), 1)
    assert row[Channel.THIGH_LEFT] == pytest.approx(30.0)
    assert row[Channel.TRUNK_LEAN] == pytest.approx(0.0)


def test_legs_are_measured_apart() -> None:
    row = measure(limbs_of(seen(Person(knee_left=constant(90.0))), 0.0), 1)
    assert row[Channel.KNEE_LEFT] == pytest.approx(90.0)
    assert row[Channel.KNEE_RIGHT] == pytest.approx(5.0)


def test_a_limb_of_no_length_is_not_measured() -> None:
    image = seen(Person())
    image.xyz_px[Point.LEFT_ANKLE] = image.xyz_px[Point.LEFT_KNEE]
    row = measure(limbs_of(image, 0.0), 1)
    assert isnan(row[Channel.KNEE_LEFT]) and not isnan(row[Channel.KNEE_RIGHT])


def test_a_hinges_hips_and_every_knee_are_corrected_and_nothing_else_is() -> None:
    row = measure(limbs_of(seen(Person(hip=constant(85.0))), 0.0), 1)
    hinge, curl = corrected(list(row), hinge=True), corrected(list(row), hinge=False)
    assert hinge[Channel.HIP_LEFT] == pytest.approx(85.0, abs=0.2) and curl[Channel.HIP_LEFT] == row[Channel.HIP_LEFT]
    assert hinge[Channel.KNEE_LEFT] == curl[Channel.KNEE_LEFT] == row[Channel.KNEE_LEFT] + KNEE_TOO_STRAIGHT_DEG
    assert curl[Channel.HIP_LEFT :] == row[Channel.HIP_LEFT :]
