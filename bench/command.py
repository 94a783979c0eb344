"""The installed ``eccentric`` command, as benchmarks run it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).with_name("eccentric"))


class Refused(Exception):
    """The command ended with an error; the message is what it said."""


def watch(video: Path, exercise: str, *options: str) -> tuple[dict[str, Any], float]:
    """The JSON of ``eccentric watch`` and the seconds that the whole command took; raises Refused."""
    began = time.perf_counter()
    done = subprocess.run(
        [PROGRAM, "watch", str(video), "--exercise", exercise, "--json", "-", *options],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        raise Refused((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    report: dict[str, Any] = json.loads(done.stdout)
    return report, seconds
