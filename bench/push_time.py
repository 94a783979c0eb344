"""How long the motion core takes for one frame: ``Analyser.push`` on landmarks of real pictures."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench import clips
from bench.measured import Measured, Result
from eccentric.library.read import read_exercise
from eccentric.motion.analyse import Analyser
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.watch import watch_poses

CLIPS = {"dev02": "lying-leg-curl", "dev07": "standing-leg-curl", "dev08": "nordic-curl"}
PASSES = 5


def measure() -> Result:
    """The 50th and 99th percentile of the time of one push, all clips and passes together."""
    taken: list[Taken] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, exercise in CLIPS.items():
            frames = watch_poses(clips.unpack(Path(folder), name)[0], model="lite").frames
            for _ in range(PASSES):
                taken += push_times(exercise, frames)
    middle, slow = np.percentile([push.wall_ms for push in taken], [50, 99])
    slow_processor = float(np.percentile([push.processor_ms for push in taken], 99))
    return Result(
        (
            Measured("analyse.push, p50", float(middle), "ms"),
            Measured("analyse.push, p99", float(slow), "ms", target=0.5, note=f"{len(taken)} frames"),
            Measured("analyse.push, p99 of processor time (what other programs take left out)", slow_processor, "ms"),
        )
    )


@dataclass(frozen=True)
class Taken:
    """What one push took: by the clock, and of the processor."""

    wall_ms: float
    processor_ms: float


def push_times(exercise: str, frames: tuple[PoseFrame, ...]) -> list[Taken]:
    """The time of each push of one set."""
    analyser = Analyser(read_exercise(exercise))
    taken = []
    for frame in frames:
        began, began_processor = time.perf_counter_ns(), time.thread_time_ns()
        analyser.push(frame)
        processor = time.thread_time_ns() - began_processor
        taken.append(Taken((time.perf_counter_ns() - began) / 1e6, processor / 1e6))
    return taken
