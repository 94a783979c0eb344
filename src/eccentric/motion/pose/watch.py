"""Watches a whole video: its pose landmarks, frame by frame, and what the video is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.decode import VideoSource, read_pictures
from eccentric.motion.pose.model import Quality
from eccentric.motion.pose.tracker import PoseTracker

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class PoseTrack:
    """Every frame of a video in order of time, and the video they came from."""

    frames: tuple[PoseFrame, ...] = field(repr=False)
    source: VideoSource


def watch_poses(
    video: Path,
    *,
    model: Quality = "full",
    subject: tuple[float, float] | None = None,
    workers: int = 1,  # noqa: ARG001 - one process for now
    progress: Progress | None = None,
) -> PoseTrack:
    """Find the exercising person in every frame of ``video``.

    ``subject`` is a point (x, y) in pixels of the upright image on the person to watch; ``progress`` is called with
    (frames done, frames in all or None). Raises BadInput for everything that is not a watchable video.
    """
    tracker = PoseTracker(model, subject)
    frames: list[PoseFrame] = []
    width = height = 0
    for picture in read_pictures(video):
        frames.append(tracker.push(picture.time_s, picture.rgb))
        width, height = picture.width_px, picture.height_px
        if progress:
            progress(len(frames), None)
    return PoseTrack(tuple(frames), describe(video, [f.time_s for f in frames], width, height))


def describe(video: Path, times_s: list[float], width_px: int, height_px: int) -> VideoSource:
    """What the video is, from the times of its frames."""
    span = times_s[-1] - times_s[0] if times_s else 0.0
    step = span / (len(times_s) - 1) if len(times_s) > 1 else 0.0
    return VideoSource(video.name, times_s[-1] + step if times_s else 0.0, len(times_s), width_px, height_px, 1 / step if step else 0.0)
