"""One person's pose in one frame, before it is decided whom to watch."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.motion.landmarks import PoseFrame


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person's pose in one frame; ``person`` is the same number as long as somebody is followed."""

    person: int
    frame: PoseFrame
