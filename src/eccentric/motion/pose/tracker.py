"""Follows the exercising person from frame to frame, as a camera's frames arrive."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable

from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.model import Image, Quality
from eccentric.motion.pose.people import People
from eccentric.motion.pose.subject import choose

REMEMBER_FRAMES = 450
CHOOSE_S = 1.0


class PoseTracker:
    """Landmarks of one person, frame by frame: push images in order of time."""

    def __init__(self, model: Quality = "full", subject: tuple[float, float] | None = None) -> None:
        """Load the models; ``subject`` is a point (x, y; pixels) on the person to follow. Raises BadInput without models."""
        self._people = People(model)
        self._subject = subject
        remember: Callable[[], deque[PoseFrame]] = lambda: deque(maxlen=REMEMBER_FRAMES)  # noqa: E731
        self._tracks: defaultdict[int, deque[PoseFrame]] = defaultdict(remember)
        self._watched: int | None = None
        self._chosen_s = -math.inf

    def push(self, time_s: float, rgb: Image) -> PoseFrame:
        """Find the person in the upright image ``rgb`` (row, column, rgb) shown at ``time_s``."""
        seen = {sighting.person: sighting.frame for sighting in self._people.push(time_s, rgb)}
        for person, frame in seen.items():
            self._tracks[person].append(frame)
        if (len(self._tracks) > 1 and time_s - self._chosen_s >= CHOOSE_S) or self._watched is None:
            self._chosen_s = time_s
            self._watched = choose(self._tracks, REMEMBER_FRAMES, self._subject)
        frame_or_none = seen.get(self._watched) if self._watched is not None else None
        return frame_or_none or PoseFrame(time_s, None, None)
