"""The accuracy page: one section for each benchmark, replaced when that benchmark ran."""

from __future__ import annotations

import datetime
import os
import platform
import re
from pathlib import Path

from bench.measured import Measured, Result, shown

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "accuracy.md"
INTRODUCTION = """# Accuracy and speed

Written by `make bench`; each section says when and where it was measured. Targets are the project's own.

The clips are rendered people whose joint angles are known exactly. They are cleaner than a phone's video: take the errors as
a lower bound. The limits of the faults were calibrated on these same clips, so the fault figures here flatter; clips that
nobody here has seen are the judge.
"""


def section(name: str, result: Result, where: str) -> str:
    """A benchmark's section: when and where, the table, the details."""
    title = name.replace("_", " ").capitalize()
    table = "| what | target | measured | |\n| --- | --- | --- | --- |\n" + "".join(row_of(row) for row in result.rows)
    return f"## {title}\n\n{where}\n\n{table}" + (f"\n{result.details.rstrip()}\n" if result.details else "")


def row_of(row: Measured) -> str:
    """One line of the table."""
    target = f"{row.sense} {shown(row.target, row.figure_unit)}" if row.target is not None else ""
    note = f" ({row.note})" if row.note else ""
    return f"| {row.name} | {target} | {shown(row.figure, row.figure_unit)}{note} | {row.verdict} |\n"


def here_and_now() -> str:
    """When and on what this is measured."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return f"Measured on {today}, {os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}."


def update(results: dict[str, Result], page: Path = PAGE) -> None:
    """Put the new sections into the page, keep the others."""
    text = page.read_text() if page.is_file() else ""
    kept = dict(re.findall(r"<!-- (\w+) -->\n(.*?)\n<!-- end -->", text, re.DOTALL))
    fresh = {name: section(name, result, here_and_now()).rstrip() for name, result in results.items()}
    sections = sorted({**kept, **fresh}.items())
    page.write_text(INTRODUCTION + "".join(f"\n<!-- {name} -->\n{body}\n<!-- end -->\n" for name, body in sections))
