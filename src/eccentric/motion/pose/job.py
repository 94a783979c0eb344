"""What a watching process shall do; light to import, for a process starts before anything heavy is imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from eccentric.motion.pose.model import Quality


@dataclass(frozen=True, slots=True)
class Job:
    """What the decoding process shall do: ``part`` of ``parts`` of the video, as poses or as images."""

    video: str
    wanted: Literal["poses", "images"]
    model: Quality = "full"
    part: int = 0
    parts: int = 1
    most_px: int | None = None
