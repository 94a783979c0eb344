"""How long the whole ``watch`` command takes, against bare landmark inference of as many frames in the same run.

Both are taken in turn, wall clock and processor time, and the medians are compared. Processor time is what the command costs
however busy the machine is; the wall clock is held against the target only when the machine had nothing else to do.
"""

from __future__ import annotations

import os
import resource
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np

from bench import clips
from bench.command import Refused, watch
from bench.measured import Measured, Result
from eccentric.cli.watch import command
from eccentric.motion.pose.model import Model

CLIPS = {"dev02": "lying-leg-curl", "dev10": "romanian-deadlift"}  # the sample, and one where the person walks in
LONG, LONG_EXERCISE = "dev02", CLIPS["dev02"]
REPEATS = 3
LONGER = 2
IDLE = 0.5  # processes waiting for a core before the run, at most
MODEL = next(str(option.default) for option in command.params if option.name == "model")


@dataclass
class Times:
    """Seconds of repeated runs, by the wall clock and of all processors together."""

    wall_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)


def measure() -> Result:
    """Whole command over bare inference, for clips as they are and one made longer; then one process over two."""
    waiting = os.getloadavg()[0]
    idle = waiting <= IDLE
    with tempfile.TemporaryDirectory() as folder:
        rows: list[Measured] = []
        try:
            for clip in clips.unpack(Path(folder)):
                name = clip.stem.split("_")[0]
                if name in CLIPS:
                    rows += against_bare(clip, CLIPS[name], REPEATS, idle)
                if name == LONG:
                    long = repeat_clip(clip, Path(folder) / f"{name}_long.mp4", LONGER)
            rows += [*against_bare(long, LONG_EXERCISE, 1, idle), workers(long, idle)]
        except Refused as refused:
            rows.append(Measured("the whole command over bare landmark inference", None, note=str(refused)))
    said = "The machine was otherwise idle." if idle else f"The machine was busy ({waiting:.1f} processes): the wall clock is noisy."
    return Result(tuple(rows), f"Model: {MODEL}. {said}")


def against_bare(video: Path, exercise: str, repeats: int, idle: bool) -> list[Measured]:
    """The whole command with one process over inference alone, in turn, the medians of both."""
    whole, bare = Times(), Times()
    frames = 0
    for _ in range(repeats):
        before = _children_cpu_s()
        report, seconds = watch(video, exercise, "--workers", "1")
        whole.wall_s.append(seconds)
        whole.cpu_s.append(_children_cpu_s() - before)
        frames = report["source"]["frames"]
        _bare(frames, bare)
    name = f"the whole command over bare landmark inference, {video.stem}, {frames} frames"
    note = "" if idle else "busy machine: no target"
    return [
        Measured(f"{name}: processor time", statistics.median(whole.cpu_s), "s", baseline=statistics.median(bare.cpu_s), target=1.25),
        Measured(
            f"{name}: wall clock",
            statistics.median(whole.wall_s),
            "s",
            baseline=statistics.median(bare.wall_s),
            target=1.25 if idle else None,
            note=note,
        ),
    ]


def _children_cpu_s() -> float:
    """Processor time of all processes that this one started and that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _bare(frames: int, times: Times) -> None:
    """Run the landmark model alone so many times on one thread, and note how long it took."""
    model = Model(f"pose_landmark_{MODEL}")
    image = np.random.default_rng(1).random((model.side_px, model.side_px, 3), dtype=np.float32)
    model(image)
    wall_s, cpu_s = time.perf_counter(), time.process_time()
    for _ in range(frames):
        model(image)
    times.wall_s.append(time.perf_counter() - wall_s)
    times.cpu_s.append(time.process_time() - cpu_s)


def workers(video: Path, idle: bool) -> Measured:
    """How many times faster two processes are than one."""
    _, one = watch(video, LONG_EXERCISE, "--workers", "1")
    _, two = watch(video, LONG_EXERCISE, "--workers", "2")
    cores = len(os.sched_getaffinity(0))
    fair = idle and cores > 1
    note = "" if fair else f"busy machine or one core ({cores}): no target"
    return Measured(
        "one process over two (times faster)", one, "s", baseline=two, target=1.7 if fair else None, sense="at least", note=note
    )


def repeat_clip(clip: Path, to: Path, times: int) -> Path:
    """The same clip several times in a row, packets copied without encoding; returns ``to``."""
    with av.open(str(to), "w") as out:
        stream, offset = None, 0
        for _ in range(times):
            with av.open(str(clip)) as source:
                video = source.streams.video[0]
                stream = stream or out.add_stream_from_template(video)
                end = offset
                for packet in source.demux(video):
                    if packet.dts is None or packet.pts is None:
                        continue
                    packet.pts, packet.dts, packet.stream = packet.pts + offset, packet.dts + offset, stream
                    end = max(end, packet.pts + (packet.duration or 0))
                    out.mux(packet)
                offset = end
    return to
