"""The square of the image that a model looks at: centre, size and the turn that makes the person upright in it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from eccentric.motion.pose.model import Image

cv2.setNumThreads(1)  # one crop is too small to share; the models need the cores
Matrix = npt.NDArray[np.float64]
MARGIN = 1.25  # the landmark models were trained on squares a quarter larger than the body's circle (BlazePose)
LEAST_GAIN = 0.2
LARGE_STEP = 0.06  # of the side: a step so large is followed at once [engineering defaults]


@dataclass(frozen=True, slots=True)
class Roi:
    """A turned square in the image: centre and side in pixels, ``turn_rad`` clockwise from upright (y points down)."""

    x_px: float
    y_px: float
    size_px: float
    turn_rad: float

    @classmethod
    def around(cls, centre: npt.ArrayLike, top: npt.ArrayLike, margin: float = MARGIN) -> Roi:
        """Square around the middle of the hips (x, y) whose upward direction points to ``top`` (x, y), a point on the body's circle."""
        (cx, cy), (tx, ty) = np.asarray(centre, float), np.asarray(top, float)
        return cls(float(cx), float(cy), 2.0 * margin * math.hypot(tx - cx, ty - cy), math.atan2(tx - cx, cy - ty))

    @classmethod
    def whole(cls, image: Image, turn_rad: float = 0.0) -> Roi:
        """Square around the whole image."""
        height, width = image.shape[:2]
        return cls(width / 2, height / 2, float(max(width, height)), turn_rad)

    def towards(self, new: Roi) -> Roi:
        """This square moved towards ``new``: slowly for small steps, which are mostly noise, all the way for large ones."""
        turn = math.remainder(new.turn_rad - self.turn_rad, 2 * math.pi)
        steps = (math.hypot(new.x_px - self.x_px, new.y_px - self.y_px), abs(new.size_px - self.size_px), abs(turn) * new.size_px / 2)
        gain = min(1.0, LEAST_GAIN + max(steps) / (LARGE_STEP * new.size_px))
        return Roi(
            self.x_px + gain * (new.x_px - self.x_px),
            self.y_px + gain * (new.y_px - self.y_px),
            self.size_px + gain * (new.size_px - self.size_px),
            self.turn_rad + gain * turn,
        )

    def matrix(self, side_px: int) -> Matrix:
        """2x3 matrix from pixels of a ``side_px`` square to pixels of the image."""
        scale = self.size_px / side_px
        c, s = math.cos(self.turn_rad) * scale, math.sin(self.turn_rad) * scale
        half = side_px / 2
        return np.array([[c, -s, self.x_px - (c - s) * half], [s, c, self.y_px - (s + c) * half]])

    def crop(self, image: Image, side_px: int) -> Image:
        """Cut the square out of the image, black outside it."""
        matrix = self.matrix(side_px)
        shift = matrix[:, :2] @ (0.5, 0.5) - 0.5  # OpenCV puts pixel centres at whole numbers
        matrix[:, 2] += shift
        out = cv2.warpAffine(image, matrix, (side_px, side_px), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        return np.asarray(out, np.uint8)

    def to_image(self, xy: npt.ArrayLike, side_px: int) -> Matrix:
        """Points (n, xy) of a ``side_px`` square in pixels of the image."""
        matrix = self.matrix(side_px)
        return np.asarray(xy, float) @ matrix[:, :2].T + matrix[:, 2]

    def to_square(self, xy: npt.ArrayLike, side_px: int) -> Matrix:
        """Points (n, xy) of the image in pixels of a ``side_px`` square."""
        matrix = self.matrix(side_px)
        return np.asarray((np.asarray(xy, float) - matrix[:, 2]) @ np.linalg.inv(matrix[:, :2]).T)
