"""Starts watching processes: they load their models while the program that wants the poses is still being imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import eccentric
from eccentric.motion.pose.job import Job

if TYPE_CHECKING:
    from eccentric.motion.pose.model import Quality


@dataclass(frozen=True, slots=True)
class Begun:
    """Processes that are at work on the parts of one video; as a context they are stopped at its end."""

    jobs: tuple[Job, ...]
    processes: tuple[subprocess.Popen[bytes], ...]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in self.processes:
            stop(process)


def begin(video: Path, *, model: Quality = "heavy", workers: int = 1) -> Begun:
    """Start looking for people in ``video``; hand the result to ``watch_poses`` or close it."""
    jobs = tuple(Job(str(video), "poses", model, part, workers) for part in range(workers))
    return Begun(jobs, tuple(start(job) for job in jobs))


def start(job: Job) -> subprocess.Popen[bytes]:
    """Start a process on ``job``."""
    source = str(Path(eccentric.__file__).parent.parent)
    path = os.pathsep.join([source, *filter(None, [os.environ.get("PYTHONPATH")])])
    quiet = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    process = subprocess.Popen(
        [sys.executable, "-m", "eccentric.motion.pose.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **quiet, "PYTHONPATH": path},
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
    process.stdin.flush()
    return process


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, whatever it is doing; ending it twice does nothing."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()
