"""The process that decodes a video and looks for people in it, with limits: ``python -m eccentric.motion.pose.worker``.

It reads one job (JSON) from standard input and writes messages (wire) to standard output.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose import wire
from eccentric.motion.pose.decode import Picture, read_pictures, video_length_s
from eccentric.motion.pose.job import Job
from eccentric.motion.pose.people import People
from eccentric.motion.pose.sighting import Sighting
from eccentric.terms.errors import BadInput, bad_input

WATCHED_PX = 1280  # enough for squares of 256 pixels, and quick to turn into RGB
WARM_UP_S = 0.5  # a later part follows people from so long before its start
MOST_MEMORY = 4_000_000_000  # bytes of private address space; what is really used is checked in _stay_small
MOST_USED_KB = 600_000
LOOK_EVERY = 16  # frames between two looks at the memory used
MOST_CPU_S = 7200


def main() -> None:
    """Do the job on standard input."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what libraries print shall not mix with the messages
    limit()
    job = Job(**json.loads(sys.stdin.readline()))
    try:
        run(job, out)
        wire.send(out, wire.DONE)
    except BadInput as error:
        wire.send(out, wire.BAD, wire.pack_bad(error))
    except MemoryError:
        wire.send(out, wire.BAD, wire.pack_bad(bad_input(job.video, "a video that decodes within the memory limit", "one that needs more")))
    except BrokenPipeError:
        os._exit(1)
    except Exception as error:  # a fault of ours is told as such, never taken for a damaged file
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        wire.send(out, wire.BAD, wire.pack_bad(bad_input(job.video, "a video", f"one on which Eccentric itself failed ({reason})")))


def limit() -> None:
    """Limit this process's memory and processor time."""
    for kind, most in ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_CPU_S), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


def run(job: Job, out: BinaryIO) -> None:
    """Write the poses or images that ``job`` asks for."""
    video = Path(job.video)
    if job.wanted == "images":
        for picture in read_pictures(video, most_px=job.most_px):
            wire.send(out, wire.IMAGE, wire.pack_image(picture.time_s, picture.rgb))
        return
    from_s, to_s = bounds(job.part, job.parts, video_length_s(video) if job.parts > 1 else None)
    if from_s == to_s:
        return

    def expect(frames: int | None) -> None:
        wire.send(out, wire.TOTAL, wire.COUNT.pack(frames or 0))

    people: People | None = None
    pictures = read_pictures(video, most_px=WATCHED_PX, from_s=max(0.0, from_s - WARM_UP_S), expect=expect)
    for index, picture in enumerate(_until(pictures, to_s)):
        people = people or People(job.model)
        seen = people.push(picture.time_s, picture.rgb)
        if index % LOOK_EVERY == 0:
            _stay_small(video)
        if picture.time_s >= from_s:
            wire.send(out, wire.POSES, wire.pack_moment(full_size(picture, seen)))


def _stay_small(video: Path) -> None:
    """Raise BadInput when this process has become too large."""
    if used_kb() > MOST_USED_KB:
        raise bad_input(str(video), f"a video that decodes in {MOST_USED_KB // 1000} MB", "one that needs more memory")


def used_kb(status: Path = Path("/proc/self/status")) -> int:
    """The most memory that this program used so far, 0 where the system does not say.

    ``ru_maxrss`` will not do: it counts what the program that started this one used.
    """
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return 0
    sizes = [int(line.split()[1]) for line in lines if line.startswith(("VmHWM:", "VmRSS:"))]
    return max(sizes, default=0)


def bounds(part: int, parts: int, length_s: float | None) -> tuple[float, float]:
    """Where a part begins and ends (seconds, half-open); later parts are shorter by the time they take to warm up."""
    if parts == 1 or not length_s or length_s < 4 * WARM_UP_S * parts:
        return (0.0, float("inf")) if part == 0 else (0.0, 0.0)
    share = (length_s + (parts - 1) * WARM_UP_S) / parts
    edges = [0.0] + [k * share - (k - 1) * WARM_UP_S for k in range(1, parts)] + [float("inf")]
    return edges[part], edges[part + 1]


def _until(pictures: Iterator[Picture], to_s: float) -> Iterator[Picture]:
    """Pictures before ``to_s``."""
    for picture in pictures:
        if picture.time_s >= to_s:
            return
        yield picture


def full_size(picture: Picture, seen: list[Sighting]) -> wire.Moment:
    """What was seen, in pixels of the full image."""
    scale = picture.width_px / picture.rgb.shape[1]
    return wire.Moment(picture.time_s, picture.width_px, picture.height_px, tuple(_scaled(s, scale, picture) for s in seen))


def _scaled(sighting: Sighting, scale: float, picture: Picture) -> Sighting:
    """One sighting in pixels of the full image."""
    frame: PoseFrame = sighting.frame
    if frame.image is None:
        return sighting
    image = replace(frame.image, xyz_px=frame.image.xyz_px * scale, width_px=picture.width_px, height_px=picture.height_px)
    return replace(sighting, frame=replace(frame, image=image))


if __name__ == "__main__":
    main()
