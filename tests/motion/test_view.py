"""Which way a person faces, which leg is near and how far off the camera is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.builders import Person, constant, frames

from eccentric.motion.angles import limbs_of
from eccentric.motion.view import ViewEstimator
from eccentric.terms.body import Side


def looked_at(person: Person, lasts_s: float = 3) -> ViewEstimator:
    view = ViewEstimator()
    for frame in frames(person, lasts_s, noise_px=0.5):
        assert frame.image is not None
        view.push(frame, limbs_of(frame.image, view.yaw_deg))
    return view


@settings(max_examples=30, deadline=None)
@given(yaw_deg=st.floats(-70, 70), turn=st.sampled_from([-1, 1]), lean_deg=st.sampled_from([-20.0, 0.0, 45.0, 90.0]))
def test_yaw_and_near_side_are_known_standing_seated_and_lying(yaw_deg: float, turn: int, lean_deg: float) -> None:
    view = looked_at(Person(turn=turn, yaw_deg=yaw_deg, trunk=constant(lean_deg)))
    assert view.yaw_deg == pytest.approx(yaw_deg, abs=2)
    assert view.near_side is (Side.RIGHT if turn > 0 else Side.LEFT)


def test_a_camera_that_is_moved_is_followed() -> None:
    view = looked_at(Person(yaw_deg=40), 10)
    for frame in frames(Person(yaw_deg=0), 30):
        assert frame.image is not None
        later = type(frame)(frame.time_s + 10, frame.image, frame.world, frame.score)
        view.push(later, limbs_of(frame.image, view.yaw_deg))
    assert abs(view.yaw_deg) < 5
