"""Two legs, two places: each leg gets its own."""

from __future__ import annotations

import numpy as np
import pytest

from eccentric.motion.landmarks import Point
from eccentric.motion.pose.legs import POINTS_OF_LEGS, place, swapped

from .test_heatmaps import bump

STANDING = {Point.LEFT_KNEE: (126, 174), Point.LEFT_ANKLE: (122, 216), Point.LEFT_HEEL: (126, 222), Point.LEFT_TOE: (110, 224)}
CURLED = {Point.RIGHT_KNEE: (128, 178), Point.RIGHT_ANKLE: (182, 180), Point.RIGHT_HEEL: (188, 176), Point.RIGHT_TOE: (190, 196)}
LENGTHS = np.array([60.0, 60.0, 20.0, 35.0])


def scene(confusion: float) -> tuple[np.ndarray, np.ndarray]:
    """Points half-way between the legs, as the model puts them, and maps that hold both legs for either name."""
    points = np.full((39, 2), 128.0)
    points[[Point.LEFT_HIP, Point.RIGHT_HIP]] = (128, 120)
    places = {**STANDING, **CURLED}
    maps = np.zeros((64, 64, 39), np.float32)
    for index, point in enumerate(POINTS_OF_LEGS):
        other = POINTS_OF_LEGS[index ^ 1]
        maps[:, :, point] = np.maximum(bump(*places[point], 0.6), bump(*places[other], confusion))
        points[point] = (np.array(places[point]) + places[other]) / 2
    return points, maps


def raw(maps: np.ndarray) -> np.ndarray:
    """The model's raw maps for beliefs (row, column, point)."""
    safe = np.clip(maps, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(safe / (1 - safe)), np.float32)


def test_each_leg_takes_its_own_place_though_the_model_mixed_them() -> None:
    points, maps = scene(confusion=0.5)
    placed = place(points, raw(maps), LENGTHS, None)
    for point, xy in {**STANDING, **CURLED}.items():
        assert placed.points[point] == pytest.approx(xy, abs=3.5), point.name
    assert placed.evidence > 0


def test_both_strong_places_are_explained_even_when_one_name_likes_the_same_place_twice() -> None:
    points, maps = scene(confusion=0.5)
    ankle = Point.RIGHT_ANKLE
    maps[:, :, ankle] = np.maximum(bump(*STANDING[Point.LEFT_ANKLE], 0.62), bump(*CURLED[Point.RIGHT_ANKLE], 0.45))
    placed = place(points, raw(maps), LENGTHS, None).points
    assert np.linalg.norm(placed[Point.LEFT_ANKLE] - placed[Point.RIGHT_ANKLE]) > 40


def test_the_frame_before_decides_when_the_maps_do_not() -> None:
    points, maps = scene(confusion=0.6)
    before = np.full((39, 2), 128.0)
    for point, xy in {**STANDING, **CURLED}.items():
        before[point] = xy
    for known, sign in ((before, 1), (swapped(before), -1)):
        placed = place(points, raw(maps), LENGTHS, known).points
        assert np.sign(placed[Point.RIGHT_ANKLE, 0] - placed[Point.LEFT_ANKLE, 0]) == sign


def test_a_place_farther_than_the_limb_is_long_is_not_taken() -> None:
    points, maps = scene(confusion=0.0)
    ankle = Point.LEFT_ANKLE
    maps[:, :, ankle] = np.maximum(bump(20, 20, 0.7), bump(*STANDING[Point.LEFT_ANKLE], 0.5))
    assert place(points, raw(maps), LENGTHS, None).points[Point.LEFT_ANKLE] == pytest.approx(STANDING[Point.LEFT_ANKLE], abs=3)


def test_empty_maps_leave_the_points() -> None:
    points, _ = scene(0.5)
    assert place(points, raw(np.zeros((64, 64, 39))), LENGTHS, None).points.tolist() == points.tolist()


def test_points_that_stand_where_the_maps_believe_are_left_alone() -> None:
    points, maps = scene(confusion=0.3)
    for point, xy in {**STANDING, **CURLED}.items():
        points[point] = np.array(xy) + 2.5  # a little off the peak, as the model's own fine placing is
    assert place(points, raw(maps), LENGTHS, swapped(points)).points.tolist() == points.tolist()


def test_both_names_on_one_leg_are_parted_when_the_other_leg_is_plain_to_see() -> None:
    points, maps = scene(confusion=0.2)
    for point, xy in {**STANDING, **CURLED}.items():
        points[point] = xy
    points[Point.RIGHT_ANKLE] = points[Point.LEFT_ANKLE]
    maps[:, :, Point.RIGHT_ANKLE] = np.maximum(bump(*STANDING[Point.LEFT_ANKLE], 0.4), bump(*CURLED[Point.RIGHT_ANKLE], 0.7))
    placed = place(points, raw(maps), LENGTHS, None).points
    assert placed[Point.RIGHT_ANKLE] == pytest.approx(CURLED[Point.RIGHT_ANKLE], abs=3.5)
    assert placed[Point.LEFT_ANKLE].tolist() == points[Point.LEFT_ANKLE].tolist()
