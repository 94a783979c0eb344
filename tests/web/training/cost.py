"""What a request costs, in a unit that is the same on every machine."""

from __future__ import annotations

import time
from collections.abc import Callable


def in_loops(work: Callable[[], object], times: int = 30) -> float:
    """The processor time of some work as a multiple of a plain loop's, run in turn: the lower quartile of each, which other work spares."""
    spent, plain = [], []
    for _ in range(times):
        began = time.thread_time()
        work()
        spent.append(time.thread_time() - began)
        began = time.thread_time()
        sum(number * number for number in range(250_000))
        plain.append(time.thread_time() - began)
    return sorted(spent)[times // 4] / sorted(plain)[times // 4]
