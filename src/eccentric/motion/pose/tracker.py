"""Follows one person from frame to frame."""

from __future__ import annotations

import math

from eccentric.motion.landmarks import POINTS, ImageLandmarks, PoseFrame, WorldLandmarks
from eccentric.motion.pose.detector import Detector
from eccentric.motion.pose.landmarker import Found, Landmarker
from eccentric.motion.pose.model import Image, Quality
from eccentric.motion.pose.roi import Roi
from eccentric.motion.pose.rotations import look

LOST = 0.5
LOOK_AGAIN_FRAMES = 5


class PoseTracker:
    """Landmarks of one person, frame by frame: push images in order of time."""

    def __init__(self, model: Quality = "full", subject: tuple[float, float] | None = None) -> None:
        """Load the models; ``subject`` is a point (x, y; pixels) on the person to follow. Raises BadInput without models."""
        self._subject = subject
        self._detector = Detector()
        self._landmarker = Landmarker(model)
        self._roi: Roi | None = None
        self._before: Found | None = None
        self._waiting = 0

    def push(self, time_s: float, rgb: Image) -> PoseFrame:
        """Find the person in the upright image ``rgb`` (row, column, rgb) shown at ``time_s``."""
        found = self._follow(rgb) or self._search(rgb)
        if found is None:
            return PoseFrame(time_s, None, None)
        self._roi, self._before = found.next_roi(), found
        return _frame(time_s, found, rgb)

    def _follow(self, rgb: Image) -> Found | None:
        """Look where the last frame says."""
        if self._roi is None:
            return None
        found = self._landmarker.at(rgb, self._roi, self._before)
        if found.score < LOST:
            self._roi = self._before = None
            self._waiting = 0
            return None
        return found

    def _search(self, rgb: Image) -> Found | None:
        """Look everywhere, in every few frames."""
        if self._waiting:
            self._waiting -= 1
            return None
        self._waiting = LOOK_AGAIN_FRAMES - 1
        candidates = look(rgb, self._detector, self._landmarker)
        if self._subject and candidates:
            x, y = self._subject
            return min(candidates, key=lambda c: math.hypot(c.roi.x_px - x, c.roi.y_px - y) / c.roi.size_px).found
        return candidates[0].found if candidates else None


def _frame(time_s: float, found: Found, rgb: Image) -> PoseFrame:
    """The frame as other rooms see it."""
    height, width = rgb.shape[:2]
    image = ImageLandmarks(found.xyz_px[:POINTS], found.visibility, found.presence, width, height)
    return PoseFrame(time_s, image, WorldLandmarks(found.world_m), found.score)
