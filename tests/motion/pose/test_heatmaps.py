"""Points read from heatmaps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.motion.pose.heatmaps import belief, height_at, peaks, refine


def bump(x_px: float, y_px: float, height: float = 0.9) -> np.ndarray:
    """A map (64, 64) of belief with one smooth hill, in input pixels."""
    rows, columns = np.mgrid[0:64, 0:64]
    distance = ((columns + 0.5) * 4 - x_px) ** 2 + ((rows + 0.5) * 4 - y_px) ** 2
    return np.asarray(height * np.exp(-distance / (2 * 6.0**2)), np.float32)


def logits(maps: np.ndarray) -> np.ndarray:
    """What the model would put out for beliefs."""
    clipped = np.clip(maps, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(clipped / (1 - clipped)), np.float32)


@given(st.floats(20, 236), st.floats(20, 236), st.floats(-5, 5), st.floats(-5, 5))
def test_a_point_moves_onto_the_hill_beside_it(x: float, y: float, dx: float, dy: float) -> None:
    moved = refine(np.array([[x + dx, y + dy]]), logits(bump(x, y)[:, :, None]))
    assert np.linalg.norm(moved[0] - (x, y)) < 2.5


def test_a_point_beside_no_sure_hill_stays() -> None:
    maps = logits(bump(100, 100, 0.3)[:, :, None])
    assert refine(np.array([[104.0, 100.0]]), maps).tolist() == [[104.0, 100.0]]


def test_points_outside_the_square_are_harmless() -> None:
    maps = logits(np.repeat(bump(2, 2)[:, :, None], 2, axis=2))
    assert np.isfinite(refine(np.array([[-300.0, 5.0], [256.0, 400.0]]), maps)).all()


def test_both_hills_of_a_map_are_found_the_higher_first() -> None:
    found = peaks(np.maximum(bump(60, 60, 0.5), bump(180, 120, 0.8))[:, :, None])[0]
    assert found.height == pytest.approx([0.8, 0.5], abs=0.12)
    assert found.xy[0] == pytest.approx([180, 120], abs=1.5)
    assert found.xy[1] == pytest.approx([60, 60], abs=1.5)


def test_a_flat_map_has_no_peak() -> None:
    assert len(peaks(np.zeros((64, 64, 1), np.float32))[0].xy) == 0


def test_height_is_read_where_the_point_is() -> None:
    assert height_at(bump(100, 60), np.array([[100.0, 60.0], [200.0, 200.0]])) == pytest.approx([0.9, 0], abs=0.12)


def test_belief_is_half_at_zero_and_safe_far_out() -> None:
    assert belief(np.array([0.0, 1e4, -1e4])) == pytest.approx([0.5, 1.0, 0.0], abs=1e-9)
