"""Finds a person's landmarks in a square of the image with BlazePose's landmark model."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from eccentric.motion.landmarks import POINTS, Floats, Point
from eccentric.motion.pose.heatmaps import CELLS, belief, refine
from eccentric.motion.pose.legs import CHAIN, Placed, place, swapped
from eccentric.motion.pose.model import Image, Model, Quality, Tensor
from eccentric.motion.pose.roi import Roi

SIDE_PX = 256
BYTE = np.float32(1 / 255)
ALL_POINTS = 39  # 33 landmarks, two that place the next square, four unused
FORGET = 0.9  # what is left of the evidence for a naming after a frame
DOUBT = -4.0  # nats against a naming at which it is given up [engineering default]
TRUNK = [Point.LEFT_SHOULDER, Point.RIGHT_SHOULDER, Point.LEFT_HIP, Point.RIGHT_HIP]


@dataclass(frozen=True, slots=True)
class Found:
    """What the landmark model saw in one square.

    ``xyz_px`` (39, xyz) pixels of the image, ``world_m`` (33, xyz) metres, ``visibility`` and ``presence`` (33,) 0..1,
    ``score`` 0..1 that a person is there; ``naming`` is what the last frames together say for this naming of left and right.
    """

    xyz_px: Floats
    world_m: Floats
    visibility: Floats
    presence: Floats
    score: float
    naming: float = 0.0

    def next_roi(self) -> Roi:
        """The square for the next frame, from the two auxiliary points (middle of the hips, top of the body's circle)."""
        return Roi.around(self.xyz_px[33, :2], self.xyz_px[34, :2])


class Landmarker:
    """The landmark model of one quality."""

    def __init__(self, quality: Quality = "full") -> None:
        """Load the model."""
        self._model = Model(f"pose_landmark_{quality}")

    def at(self, image: Image, roi: Roi, before: Found | None = None) -> Found:
        """Landmarks of the person in the square ``roi`` of ``image`` (row, column, rgb); ``before`` is the last frame's find."""
        pixels = np.multiply(roi.crop(image, SIDE_PX), BYTE, dtype=np.float32)
        flat, score, world, heat = self._model(pixels, (1, 195), (1, 1), (1, 117), (1, CELLS, CELLS, ALL_POINTS))
        raw = flat.reshape(ALL_POINTS, 5).astype(float)
        metres = world.reshape(ALL_POINTS, 3).astype(float)
        earlier = None if before is None else roi.to_square(before.xyz_px[:, :2], SIDE_PX)
        placed, px_per_m = _points(raw[:, :2], metres, heat, earlier)
        xy, naming = placed.points, placed.evidence + (FORGET * before.naming if before else 0.0)
        if naming < DOUBT:
            xy, naming = swapped(xy), 0.0
        metres[:, :2] += (xy - raw[:, :2]) / px_per_m
        z = raw[:, 2:3] * roi.size_px / SIDE_PX
        return Found(
            np.hstack([roi.to_image(xy, SIDE_PX), z]),
            _turn(metres[:POINTS], roi.turn_rad),
            belief(raw[:POINTS, 3]),
            belief(raw[:POINTS, 4]),
            float(score[0]),
            min(naming, -DOUBT),
        )


def _points(raw: Floats, metres: Floats, heat: Tensor, before: Floats | None) -> tuple[Placed, float]:
    """Refined points of the square, and pixels per metre there."""
    px_per_m = _scale(raw, metres)
    limbs = [[np.linalg.norm(metres[a] - metres[b]) for a, b in zip(*link, strict=True)] for link in CHAIN]
    return place(refine(raw, heat), heat, np.mean(limbs, axis=1) * px_per_m, before), px_per_m


def _scale(raw: Floats, metres: Floats) -> float:
    """Pixels of the square per metre, from the trunk, which both coordinates place well."""
    a, b = raw[TRUNK] - raw[TRUNK].mean(axis=0), metres[TRUNK, :2] - metres[TRUNK, :2].mean(axis=0)
    return float(np.clip(np.linalg.norm(a) / max(float(np.linalg.norm(b)), 1e-6), 20.0, 400.0))


def _turn(world: Floats, angle_rad: float) -> Floats:
    """Turn points (n, xyz) about the camera's axis, as the square was turned."""
    c, s = math.cos(angle_rad), math.sin(angle_rad)
    return np.asarray(world @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]))
