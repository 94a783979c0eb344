"""Reads a video's frames as upright RGB images with their presentation times, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eccentric.motion.pose.model import Image
from eccentric.motion.pose.opening import LONGEST_S, MOST_FRAMES, opened, stated_frames, stated_length_s, truncated
from eccentric.motion.pose.upright import Display
from eccentric.terms.errors import bad_input

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


@dataclass(frozen=True, slots=True)
class VideoSource:
    """The video that was watched: file name, length, frames decoded, upright size and mean frame rate."""

    name: str
    duration_s: float
    frames: int
    width_px: int
    height_px: int
    fps_mean: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One decoded frame: time from the start in seconds, upright ``rgb`` (row, column, rgb), and the full upright size in pixels."""

    time_s: float
    rgb: Image
    width_px: int
    height_px: int


def video_length_s(video: Path) -> float | None:
    """Length in seconds that a video states about itself, None when it does not; raises BadInput."""
    with opened(video) as (container, stream):
        return stated_length_s(container, stream)


def read_pictures(
    video: Path, *, most_px: int | None = None, from_s: float = 0.0, expect: Callable[[int | None], None] | None = None
) -> Iterator[Picture]:
    """Frames from ``from_s`` on, in order of presentation; raises BadInput when the file is no whole video.

    ``expect`` is told first how many frames the whole video seems to have.
    """
    with opened(video) as (container, stream):
        if expect:
            expect(stated_frames(container, stream))
        from av.video.reformatter import VideoReformatter

        reformatter = VideoReformatter()
        end_s, count = 0.0, 0
        stored, display = (0, 0), Display(0, 0, (0, 0))
        for time_s, frame in _frames(container, stream, from_s):
            count += 1
            end_s = time_s
            if time_s > LONGEST_S + 1 or count > MOST_FRAMES:
                raise bad_input(str(video), "a video of at most 10 minutes", "a longer one that does not state its length")
            if (frame.width, frame.height) != stored:  # once: asking a frame for its metadata keeps it in memory
                stored, display = (frame.width, frame.height), Display.of(frame, most_px)
            yield Picture(time_s, display.image(frame, reformatter), display.width_px, display.height_px)
        if count < 2 and not from_s:
            raise bad_input(str(video), "a video with frames", "a single picture" if count else "no frame that can be decoded")
        if problem := truncated(video, stream, end_s):
            raise problem


def _frames(container: InputContainer, stream: VideoStream, from_s: float) -> Iterator[tuple[float, VideoFrame]]:
    """Decoded frames with strictly growing times from the start of the stream; damaged packets are passed over."""
    import av

    base = float(stream.time_base or 0)
    start = (stream.start_time or 0) * base
    step = 1 / float(stream.average_rate or stream.guessed_rate or 25)
    if from_s > 0 and base:
        container.seek(int((from_s + start) / base), stream=stream)
    last = -np.inf
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except (av.error.InvalidDataError, av.error.UndefinedError, av.error.ExternalError):
            continue
        for frame in frames:
            time_s = frame.pts * base - start if frame.pts is not None else max(last, -step) + step
            if time_s > last:
                last = time_s
                if time_s >= from_s - step / 2:
                    yield float(time_s), frame
