"""``eccentric watch``: a video of a set goes in; counted repetitions, tempo, range and named mistakes come out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from eccentric.terms.errors import BadInput, Problem, bad_input

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class TimeLeft(TimeRemainingColumn):
        """Silent until the time left is known."""

        def render(self, task: Task) -> Text:
            return Text("") if task.time_remaining is None else super().render(task) + Text(" left")

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} frames"), TimeLeft())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar


def _step(bar: Progress | None, name: str) -> Tell | None:
    """Add a line to the progress display and return what moves it."""
    if bar is None:
        return None
    task = bar.add_task(name, total=None)

    def tell(done: int, total: int | None) -> None:
        bar.update(task, completed=done, total=total)

    return tell


@contextmanager
def _termination_as_interrupt() -> Iterator[None]:
    """Let a polite kill clean up as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, interrupt)
    except ValueError:  # not the main thread: signals are not ours
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
