"""Watches a whole video: its pose landmarks, frame by frame, and what the video is."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose import wire
from eccentric.motion.pose.decode import VideoSource
from eccentric.motion.pose.job import Job
from eccentric.motion.pose.join import Part, one_person
from eccentric.motion.pose.model import Image, Quality
from eccentric.motion.pose.process import messages
from eccentric.motion.pose.starting import Begun, begin
from eccentric.terms.errors import bad_input

Progress = Callable[[int, int | None], None]
EVERY_S = 0.1


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
    begun: Begun | None = None,
) -> PoseTrack:
    """Find the exercising person in every frame of ``video``, decoding in ``workers`` separate processes.

    ``subject`` is a point (x, y) in pixels of the upright image on the person to watch; ``progress`` is called with
    (frames done, frames in all as far as the file tells, or None). ``begun`` takes up processes that ``begin`` started
    with the same ``video``, ``model`` and ``workers``. Raises BadInput for everything that is not a watchable video.
    """
    with begun or begin(video, model=model, workers=workers) as processes:
        parts = _gather(processes, progress)
    moments = [moment for part in parts for moment in part]
    if not moments:
        raise bad_input(str(video), "a video with frames", "no frame that can be decoded")
    frames = one_person(parts, subject)
    return PoseTrack(frames, _source(video, moments))


def read_images(video: Path, *, most_px: int | None = None) -> Iterator[tuple[float, Image]]:
    """Frames of ``video`` as (time in seconds, upright RGB (row, column, rgb)), decoded in a separate process.

    ``most_px`` limits the longer side. Raises BadInput for everything that is not a watchable video.
    """
    for _, body in messages(Job(str(video), "images", most_px=most_px)):
        yield wire.unpack_image(body)


@dataclass(slots=True)
class Heard:
    """What came from one process so far: its moments, and how many frames it expects the whole video to have."""

    part: Part = field(default_factory=list)
    total: int = 0


def _gather(begun: Begun, progress: Progress | None) -> list[Part]:
    """Collect what each of the processes sees, all at the same time."""
    heard = [Heard() for _ in begun.jobs]
    errors: list[BaseException] = []
    work = zip(begun.jobs, begun.processes, heard, strict=True)
    threads = [threading.Thread(target=_listen, args=(*each, errors), daemon=True) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        while thread.is_alive():
            thread.join(EVERY_S)
            if progress:
                _tell(progress, heard)
    if errors:
        raise errors[0]
    return [each.part for each in heard]


def _tell(progress: Progress, heard: list[Heard]) -> None:
    """Tell how far all processes are together."""
    done, total = sum(len(each.part) for each in heard), max(each.total for each in heard)
    progress(done, max(total, done) if total else None)


def _listen(job: Job, process: subprocess.Popen[bytes], heard: Heard, errors: list[BaseException]) -> None:
    """Collect what one process saw, until another one failed."""
    try:
        for kind, body in messages(job, process):
            if kind == wire.TOTAL:
                (heard.total,) = wire.COUNT.unpack(body)
            else:
                heard.part.append(wire.unpack_moment(body))
            if errors:
                return
    except BaseException as error:
        errors.append(error)


def _source(video: Path, moments: list[wire.Moment]) -> VideoSource:
    """What the video is, from its frames."""
    first, last = moments[0], moments[-1]
    step = (last.time_s - first.time_s) / (len(moments) - 1) if len(moments) > 1 else 0.0
    return VideoSource(video.name, last.time_s + step, len(moments), first.width_px, first.height_px, 1 / step if step else 0.0)
