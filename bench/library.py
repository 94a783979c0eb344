"""Searching the library: milliseconds of processor time, as it is and at a size that it may grow to."""

from __future__ import annotations

import time

from bench.measured import Measured, Result
from eccentric.library.read import Library, read_library
from eccentric.library.search import search

QUERIES = (
    "nordic",
    "hips come up",
    "leg curl machine at home",
    "sprain",
    "sore under the buttock",
    "romanian deadlfit",
    "hamstring band",
    "",
)
GROWN, PASSES = 5_000, 5


def measure() -> Result:
    """Search among the pages that there are and among 5,000."""
    library = read_library()
    return Result(
        (
            Measured(f"a search among {len(library.exercises)} pages, slowest of {len(QUERIES)}", slowest_ms(library), "ms", target=5),
            Measured(f"a search among {GROWN} pages, slowest of {len(QUERIES)}", slowest_ms(grown(library)), "ms", target=20),
        )
    )


def slowest_ms(library: Library) -> float:
    """The dearest of the queries, each at the best of a few passes."""
    search(library, "warm up")
    return max(min(once_ms(library, query) for _ in range(PASSES)) for query in QUERIES)


def once_ms(library: Library, query: str) -> float:
    """Processor time of one search."""
    began = time.thread_time()
    search(library, query)
    return (time.thread_time() - began) * 1000


def grown(library: Library) -> Library:
    """The same pages again and again, each with a name of its own."""
    pages = list(library.exercises.values())
    many = {}
    for number in range(GROWN):
        page, word = pages[number % len(pages)], f"{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{number}"
        many[f"{page.id}-{number}"] = page.model_copy(update={"id": f"{page.id}-{number}", "name": f"{page.name} {word}"})
    return Library(many, library.sources)
