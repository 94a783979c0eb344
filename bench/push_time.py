"""How long the motion core takes for one frame: ``Analyser.push`` on landmarks of real pictures."""

from __future__ import annotations

import tempfile
import time
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
    taken_ms: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, exercise in CLIPS.items():
            frames = watch_poses(clips.unpack(Path(folder), name)[0], model="lite").frames
            for _ in range(PASSES):
                taken_ms += push_times_ms(exercise, frames)
    middle, slowest = np.percentile(taken_ms, [50, 99])
    note = f"{len(taken_ms)} frames"
    return Result((Measured("analyse.push, p50", middle, "ms"), Measured("analyse.push, p99", slowest, "ms", target=0.5, note=note)))


def push_times_ms(exercise: str, frames: tuple[PoseFrame, ...]) -> list[float]:
    """Milliseconds of each push of one set."""
    analyser = Analyser(read_exercise(exercise))
    taken = []
    for frame in frames:
        began = time.perf_counter_ns()
        analyser.push(frame)
        taken.append((time.perf_counter_ns() - began) / 1e6)
    return taken
