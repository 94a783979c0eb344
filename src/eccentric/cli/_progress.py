"""The bar of a long command, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

Tell = Callable[[int, int | None], None]


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar with the time left on standard error; None when that is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
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


def step(bar: Progress | None, name: str) -> Tell | None:
    """Add a line to the progress display and return what moves it."""
    if bar is None:
        return None
    task = bar.add_task(name, total=None)

    def tell(done: int, total: int | None) -> None:
        bar.update(task, completed=done, total=total)

    return tell
