"""The whole ``eccentric`` command many times over for the price of its imports once: each run is a fork of a program that has imported it.

``python -m tests.motion.pose.many_commands`` reads one JSON list of arguments a line and answers with exit code and standard error as one
JSON line. The watching process, which the command starts as a program of its own, is a fork too; limits, pipes and messages are real.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[3]
PATIENCE_S = 60
IMPORTED_ONCE = (
    "rich.progress",
    "rich.table",
    "eccentric.cli.watch",
    "eccentric.library.read",
    "eccentric.motion.analyse",
    "eccentric.motion.pose.people",
    "eccentric.motion.pose.watch",
    "eccentric.motion.pose.worker",
    "eccentric.motion.report.verdict",
    "eccentric.motion.signals",
    "eccentric.motion.watch_json",
)


@dataclass(frozen=True)
class Ended:
    """How one run of the command ended; ``code`` is -14 for one that hung."""

    code: int
    stderr: str


class ManyCommands:
    """Runs commands one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *words: str | Path) -> Ended:
        """Run ``eccentric`` with these words."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(word) for word in words]) + "\n")
        self._process.stdin.flush()
        code, stderr = json.loads(self._process.stdout.readline())
        return Ended(code, stderr)


@contextmanager
def many_commands() -> Iterator[ManyCommands]:
    """A program that has imported the command and waits for words to run it with."""
    words = [sys.executable, "-m", "tests.motion.pose.many_commands"]
    quiet = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=quiet) as process:
        try:
            yield ManyCommands(process)
        finally:
            process.kill()


class Forked:
    """What the command needs of a started process, for one that was forked."""

    def __init__(self, pid: int, stdin: int, stdout: int) -> None:
        self.pid, self.stdin, self.stdout = pid, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb", buffering=0)
        self._ended = False

    def kill(self) -> None:
        if not self._ended:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> None:
        if not self._ended:
            os.waitpid(self.pid, 0)
            self._ended = True


def start_forked(job: object) -> Forked:
    """Start the watching process on a job."""
    from eccentric.motion.pose import worker

    (theirs_in, ours_in), (ours_out, theirs_out) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours_in)
        os.close(ours_out)
        _become(theirs_in, theirs_out, os.open(os.devnull, os.O_WRONLY), worker.main)
    os.close(theirs_in)
    os.close(theirs_out)
    process = Forked(pid, ours_in, ours_out)
    process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")  # type: ignore[call-overload]
    process.stdin.flush()
    return process


def _become(stdin: int, stdout: int, stderr: int, program: object) -> None:
    """Run a program in this forked process and never come back."""
    for number, stream in enumerate((stdin, stdout, stderr)):
        os.dup2(stream, number)
    sys.stdin = os.fdopen(0, "r", closefd=False)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
    code = 1
    try:
        program()  # type: ignore[operator]
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Answer requests until there are no more."""
    from eccentric import cli
    from eccentric.motion.pose import process, starting

    for name in IMPORTED_ONCE:
        import_module(name)
    for module in (starting, process):
        vars(module)["start"] = start_forked
    for line in sys.stdin:
        sys.argv = ["eccentric", *json.loads(line)]
        with tempfile.TemporaryFile() as said:
            pid = os.fork()
            if pid == 0:
                signal.alarm(PATIENCE_S)
                nowhere = os.open(os.devnull, os.O_RDWR)
                _become(nowhere, nowhere, said.fileno(), cli.main)
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            said.seek(0)
            print(json.dumps([code, said.read().decode(errors="replace")]), flush=True)


if __name__ == "__main__":
    main()
