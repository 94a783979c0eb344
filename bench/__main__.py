"""Run the benchmarks: ``python -m bench [NAME ...]``; each is a module here with ``measure() -> Result``.

Prints one row a figure, with the ratio to a baseline of the same run, and writes docs/reference/accuracy.md.
Always 0 when it ran: it measures, it does not judge.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from bench import page
from bench.measured import Measured, Result, shown

HERE = Path(__file__).resolve().parent


def names() -> list[str]:
    """The benchmarks that there are, by their modules' names."""
    return sorted(path.stem for path in HERE.glob("*.py") if "\ndef measure(" in path.read_text())


def line(row: Measured) -> str:
    """One printed row: value, baseline, ratio, target and whether it is met."""
    baseline = shown(row.baseline, row.unit) if row.baseline is not None else ""
    ratio = shown(row.figure) if row.baseline is not None else ""
    target = f"{row.sense} {shown(row.target, row.figure_unit)}: {row.verdict}" if row.target is not None else ""
    note = f"  ({row.note})" if row.note else ""
    return f"  {row.name:64}{shown(row.value, row.unit):>12}{baseline:>12}{ratio:>8}  {target}{note}"


def main(wanted: list[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"bench: expected one of {', '.join(names())}, found {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    print(f"  {'':64}{'measured':>12}{'baseline':>12}{'ratio':>8}  target")
    for name in wanted or names():
        print(f"{name}:", flush=True)
        measure: Callable[[], Result] = importlib.import_module(f"bench.{name}").measure
        result = measure()
        for row in result.rows:
            print(line(row), flush=True)
        page.update({name: result})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
