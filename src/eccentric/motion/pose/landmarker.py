"""Finds a person's landmarks in a square of the image: BlazePose's landmark model with heatmap refinement."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from eccentric.motion.landmarks import POINTS, Floats
from eccentric.motion.pose.model import Image, Model, Quality, Tensor
from eccentric.motion.pose.roi import Roi

SIDE_PX = 256
CELLS = 64
ALL_POINTS = 39  # 33 landmarks, two that place the next square, four unused
KERNEL = 7
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What the landmark model saw in one square.

    ``xyz_px`` (39, xyz) pixels of the image, ``world_m`` (33, xyz) metres, ``visibility`` and ``presence`` (33,) 0..1,
    ``score`` 0..1 that a person is there.
    """

    xyz_px: Floats
    world_m: Floats
    visibility: Floats
    presence: Floats
    score: float

    def next_roi(self) -> Roi:
        """The square for the next frame, from the two auxiliary points (middle of the hips, top of the body's circle)."""
        return Roi.around(self.xyz_px[33, :2], self.xyz_px[34, :2])


def sigmoid(logits: Tensor | Floats) -> Floats:
    """Logistic function, safe for large values."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits.astype(float), -80, 80))))


def refine(points: Floats, heat: Tensor) -> Floats:
    """Move points (n, xy; input pixels) to the weighted mean of the 7x7 heatmap cells (row, column, n; logits) around them."""
    scale, half = SIDE_PX / CELLS, KERNEL // 2
    out = points.copy()
    cell = np.floor(points / scale).astype(int)
    inside = np.flatnonzero(((cell >= 0) & (cell < CELLS)).all(axis=1))
    steps = np.arange(-half, half + 1)
    columns, rows = cell[inside, 0, None] + steps, cell[inside, 1, None] + steps  # (m, 7)
    c, r = np.clip(columns, 0, CELLS - 1), np.clip(rows, 0, CELLS - 1)
    weight = sigmoid(heat[r[:, :, None], c[:, None, :], inside[:, None, None]])
    weight *= ((rows >= 0) & (rows < CELLS))[:, :, None] & ((columns >= 0) & (columns < CELLS))[:, None, :]
    total = weight.sum(axis=(1, 2))
    sure = weight.max(axis=(1, 2), initial=0.0) >= SURE
    x = (weight.sum(axis=1) * columns).sum(axis=1) / np.maximum(total, 1e-9)
    y = (weight.sum(axis=2) * rows).sum(axis=1) / np.maximum(total, 1e-9)
    out[inside[sure]] = scale * np.stack([x, y], axis=1)[sure]
    return out


class Landmarker:
    """The landmark model of one quality."""

    def __init__(self, quality: Quality = "full") -> None:
        """Load the model."""
        self._model = Model(f"pose_landmark_{quality}")

    def at(self, image: Image, roi: Roi) -> Found:
        """Landmarks of the person in the square ``roi`` of ``image`` (row, column, rgb)."""
        pixels = roi.crop(image, SIDE_PX).astype(np.float32) / np.float32(255)
        flat, score, world, heat = self._model(pixels, (1, 195), (1, 1), (1, 117), (1, CELLS, CELLS, ALL_POINTS))
        raw = flat.reshape(ALL_POINTS, 5).astype(float)
        xy = roi.to_image(refine(raw[:, :2], heat), SIDE_PX)
        z = raw[:, 2:3] * roi.size_px / SIDE_PX
        return Found(
            np.hstack([xy, z]),
            _turn(world.reshape(ALL_POINTS, 3)[:POINTS].astype(float), roi.turn_rad),
            sigmoid(raw[:POINTS, 3]),
            sigmoid(raw[:POINTS, 4]),
            float(score[0]),
        )


def _turn(world: Floats, angle_rad: float) -> Floats:
    """Turn points (n, xyz) about the camera's axis, as the square was turned."""
    c, s = math.cos(angle_rad), math.sin(angle_rad)
    return np.asarray(world @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]))
