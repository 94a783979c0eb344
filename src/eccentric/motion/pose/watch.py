"""Watches a whole video: its pose landmarks, frame by frame, and what the video is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose import wire
from eccentric.motion.pose.decode import VideoSource
from eccentric.motion.pose.join import Part, one_person
from eccentric.motion.pose.model import Image, Quality
from eccentric.motion.pose.process import messages
from eccentric.terms.errors import bad_input

Progress = Callable[[int, int | None], None]
EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class PoseTrack:
    """Every frame of a video in order of time, and the video they came from."""

    frames: tuple[PoseFrame, ...] = field(repr=False)
    source: VideoSource


def watch_poses(
    video: Path,
    *,
    model: Quality = "heavy",
    subject: tuple[float, float] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> PoseTrack:
    """Find the exercising person in every frame of ``video``, decoding in ``workers`` separate processes.

    ``subject`` is a point (x, y) in pixels of the upright image on the person to watch; ``progress`` is called with
    (frames done, frames in all or None). Raises BadInput for everything that is not a watchable video.
    """
    parts = _gather([wire.Job(str(video), "poses", model, part, workers) for part in range(workers)], progress)
    moments = [moment for part in parts for moment in part]
    if not moments:
        raise bad_input(str(video), "a video with frames", "no frame that can be decoded")
    frames = one_person(parts, subject)
    return PoseTrack(frames, _source(video, moments))


def read_images(video: Path, *, most_px: int | None = None) -> Iterator[tuple[float, Image]]:
    """Frames of ``video`` as (time in seconds, upright RGB (row, column, rgb)), decoded in a separate process.

    ``most_px`` limits the longer side. Raises BadInput for everything that is not a watchable video.
    """
    for _, body in messages(wire.Job(str(video), "images", most_px=most_px)):
        yield wire.unpack_image(body)


def _gather(jobs: list[wire.Job], progress: Progress | None) -> list[Part]:
    """Run the jobs at the same time and collect what each of them saw."""
    parts: list[Part] = [[] for _ in jobs]
    errors: list[BaseException] = []
    threads = [threading.Thread(target=_listen, args=(job, part, errors), daemon=True) for job, part in zip(jobs, parts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(EVERY_S)
            if progress:
                progress(sum(map(len, parts)), None)
    if errors:
        raise errors[0]
    return parts


def _listen(job: wire.Job, part: Part, errors: list[BaseException]) -> None:
    """Collect what one process saw, until another one failed."""
    try:
        for _, body in messages(job):
            part.append(wire.unpack_moment(body))
            if errors:
                return
    except BaseException as error:
        errors.append(error)


def _source(video: Path, moments: list[wire.Moment]) -> VideoSource:
    """What the video is, from its frames."""
    first, last = moments[0], moments[-1]
    step = (last.time_s - first.time_s) / (len(moments) - 1) if len(moments) > 1 else 0.0
    return VideoSource(video.name, last.time_s + step, len(moments), first.width_px, first.height_px, 1 / step if step else 0.0)
