"""The detector's arithmetic: anchors and boxes."""

from __future__ import annotations

import numpy as np
import pytest

from eccentric.motion.pose.detector import ANCHORS, anchors, overlap


def test_there_are_as_many_anchors_as_the_model_has_rows() -> None:
    assert anchors().shape == (ANCHORS, 2)


def test_anchors_begin_at_the_middle_of_the_first_cell_of_each_grid() -> None:
    centres = anchors()
    assert centres[0] == pytest.approx([4 / 224] * 2)
    assert centres[28 * 28 * 2] == pytest.approx([8 / 224] * 2)
    assert centres[-1] == pytest.approx([1 - 16 / 224] * 2)
    assert centres[2] == pytest.approx([12 / 224, 4 / 224])


def test_overlap_of_known_boxes() -> None:
    boxes = np.array([[0.5, 0.5, 0.2, 0.2], [0.6, 0.5, 0.2, 0.2], [0.9, 0.9, 0.1, 0.1]])
    assert overlap(boxes[0], boxes) == pytest.approx([1.0, 1 / 3, 0.0])
