"""Runs the decoding process, listens to it, and stops it when it hangs."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO

import eccentric
from eccentric.motion.pose import wire
from eccentric.terms.errors import bad_input

SILENT_S = 90.0  # a process that says nothing for so long hangs
CHUNK = 1 << 20


def messages(job: wire.Job, silent_s: float = SILENT_S) -> Iterator[tuple[bytes, bytes]]:
    """Messages (kind, body) of a process doing ``job`` until it is done; raises BadInput when it fails, dies or hangs."""
    process = start(job)
    try:
        yield from listen(process, job, silent_s)
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


def start(job: wire.Job) -> subprocess.Popen[bytes]:
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


def listen(process: subprocess.Popen[bytes], job: wire.Job, silent_s: float = SILENT_S) -> Iterator[tuple[bytes, bytes]]:
    """Messages of a started process."""
    assert process.stdout is not None
    while True:
        deadline = time.monotonic() + silent_s
        kind, size = wire.HEAD.unpack(_read(process.stdout, wire.HEAD.size, deadline, job))
        if size > wire.LARGEST:
            raise bad_input(job.video, "a video that decodes", "pictures that are too large")
        body = _read(process.stdout, size, deadline, job)
        if kind == wire.DONE:
            return
        if kind == wire.BAD:
            raise wire.unpack_bad(body)
        yield kind, body


def _read(stream: IO[bytes], size: int, deadline: float, job: wire.Job) -> bytes:
    """Exactly ``size`` bytes."""
    parts: list[bytes] = []
    left = size
    while left:
        ready, _, _ = select.select([stream], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise bad_input(job.video, "a video that decodes in time", f"a decoder that is silent for {SILENT_S:.0f} s")
        part = os.read(stream.fileno(), min(left, CHUNK))
        if not part:
            raise bad_input(job.video, "a video that decodes", "one on which the decoder stopped: it is damaged or needs too much memory")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
