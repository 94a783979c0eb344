"""Landmarks: anatomical points estimated from an image, in three coordinate systems that are three types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Point(IntEnum):
    """Rows of a landmark array (the 33 BlazePose points; left and right are the person's own)."""

    NOSE = 0
    LEFT_EAR = 7
    RIGHT_EAR = 8
    LEFT_SHOULDER = 11
    RIGHT_SHOULDER = 12
    LEFT_ELBOW = 13
    RIGHT_ELBOW = 14
    LEFT_WRIST = 15
    RIGHT_WRIST = 16
    LEFT_HIP = 23
    RIGHT_HIP = 24
    LEFT_KNEE = 25
    RIGHT_KNEE = 26
    LEFT_ANKLE = 27
    RIGHT_ANKLE = 28
    LEFT_HEEL = 29
    RIGHT_HEEL = 30
    LEFT_TOE = 31
    RIGHT_TOE = 32


POINTS = 33


@dataclass(frozen=True, slots=True)
class ImageLandmarks:
    """Points in the upright image.

    ``xyz_px``: (point, xyz); x right and y down in pixels, z depth on the scale of x, negative towards the camera.
    ``visibility`` and ``presence``: (point,), 0..1. ``width_px``, ``height_px``: size of the upright image.
    """

    xyz_px: Floats
    visibility: Floats
    presence: Floats
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class WorldLandmarks:
    """Points in metres about the middle of the hips: ``xyz_m`` (point, xyz); x right, y down, z away from the camera."""

    xyz_m: Floats


@dataclass(frozen=True, slots=True)
class PoseFrame:
    """What the pose model saw at one presentation time; ``image`` and ``world`` are None when nobody was found.

    ``score`` is the landmark model's own belief (0..1) that a person is there.
    """

    time_s: float
    image: ImageLandmarks | None
    world: WorldLandmarks | None
    score: float = 0.0
