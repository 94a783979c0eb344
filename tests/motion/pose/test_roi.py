"""Squares and the pixels in them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.motion.pose.roi import Roi

rois = st.builds(Roi, *(st.floats(-500, 2000),) * 2, st.floats(10, 3000), st.floats(-4, 4))


@given(rois, st.lists(st.tuples(st.floats(0, 256), st.floats(0, 256)), min_size=1, max_size=5))
def test_to_image_and_back_is_the_same(roi: Roi, points: list[tuple[float, float]]) -> None:
    assert roi.to_square(roi.to_image(points, 256), 256) == pytest.approx(np.array(points), abs=1e-6)


@given(rois)
def test_the_middle_of_the_square_is_its_centre(roi: Roi) -> None:
    assert roi.to_image([[128, 128]], 256)[0] == pytest.approx([roi.x_px, roi.y_px])


@pytest.mark.parametrize(("top", "turn_deg"), [((100, 50), 0), ((150, 100), 90), ((50, 100), -90), ((100, 150), 180)])
def test_the_body_points_up_in_its_square(top: tuple[float, float], turn_deg: float) -> None:
    roi = Roi.around((100, 100), top)
    assert math.degrees(roi.turn_rad) == pytest.approx(turn_deg)
    assert roi.size_px == pytest.approx(125)
    x, y = roi.to_square([top], 256)[0]
    assert (x, y) == (pytest.approx(128), pytest.approx(128 - 256 / 2.5))


def test_a_crop_shows_the_turned_image_to_the_half_pixel() -> None:
    image = np.zeros((64, 64, 3), np.uint8)
    image[10, 40] = 255
    crop = Roi(32, 32, 64, math.pi / 2).crop(image, 64)
    where = np.argwhere(crop[:, :, 0] > 200)
    x, y = Roi(32, 32, 64, math.pi / 2).to_square([[40.5, 10.5]], 64)[0]
    assert where.tolist() == [[int(y), int(x)]]


@given(rois, rois)
def test_following_goes_between_and_never_past(old: Roi, new: Roi) -> None:
    mid = old.towards(new)
    assert min(old.size_px, new.size_px) - 1e-6 <= mid.size_px <= max(old.size_px, new.size_px) + 1e-6
    assert min(old.x_px, new.x_px) - 1e-6 <= mid.x_px <= max(old.x_px, new.x_px) + 1e-6


def test_a_large_step_is_followed_at_once_and_a_small_one_slowly() -> None:
    old = Roi(100, 100, 200, 0)
    assert old.towards(Roi(150, 100, 200, 0)).x_px == pytest.approx(150)
    assert old.towards(Roi(100.1, 100, 200, 0)).x_px < 100.05
