"""Listens to a watching process, and stops it when it hangs."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Iterator
from typing import IO

from eccentric.motion.pose import wire
from eccentric.motion.pose.job import Job
from eccentric.motion.pose.starting import start, stop
from eccentric.terms.errors import bad_input

SILENT_S = 90.0  # a process that says nothing for so long hangs
CHUNK = 1 << 20


def messages(job: Job, process: subprocess.Popen[bytes] | None = None) -> Iterator[tuple[bytes, bytes]]:
    """Messages (kind, body) of a process doing ``job`` until it is done; raises BadInput when it fails, dies or hangs."""
    process = process or start(job)
    try:
        yield from listen(process, job)
    finally:
        stop(process)


def listen(process: subprocess.Popen[bytes], job: Job, silent_s: float = SILENT_S) -> Iterator[tuple[bytes, bytes]]:
    """Messages of a started process."""
    assert process.stdout is not None
    heard = bytearray()
    while True:
        deadline = time.monotonic() + silent_s
        _hear(heard, wire.HEAD.size, process.stdout, deadline, job)
        kind, size = wire.HEAD.unpack_from(heard)
        if size > wire.LARGEST:
            raise bad_input(job.video, "a video that decodes", "pictures that are too large")
        end = wire.HEAD.size + size
        _hear(heard, end, process.stdout, deadline, job)
        body = bytes(memoryview(heard)[wire.HEAD.size : end])
        del heard[:end]
        if kind == wire.DONE:
            return
        if kind == wire.BAD:
            raise wire.unpack_bad(body)
        yield kind, body


def _hear(heard: bytearray, size: int, stream: IO[bytes], deadline: float, job: Job) -> None:
    """Read on until at least ``size`` bytes are heard."""
    while len(heard) < size:
        ready, _, _ = select.select([stream], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise bad_input(job.video, "a video that decodes in time", f"a decoder that is silent for {SILENT_S:.0f} s")
        part = os.read(stream.fileno(), CHUNK)
        if not part:
            raise bad_input(job.video, "a video that decodes", "one on which the decoder stopped: it is damaged or needs too much memory")
        heard += part
