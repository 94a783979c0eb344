"""Run the benchmarks: ``python -m bench [NAME ...]``; each is a module here with ``measure() -> list[Measured]``.

Prints one row a figure, with the ratio to a baseline of the same run. Always 0: it measures, it does not judge.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from bench.measured import Measured, shown, verdict

HERE = Path(__file__).resolve().parent


def names() -> list[str]:
    """The benchmarks that there are, by their modules' names."""
    return sorted(path.stem for path in HERE.glob("*.py") if "\ndef measure(" in path.read_text())


def main(wanted: list[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"bench: expected one of {', '.join(names())}, found {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    print(f"{'':60}{'measured':>12}{'baseline':>12}{'ratio':>8}  target")
    for name in wanted or names():
        print(f"{name}:", flush=True)
        measure: Callable[[], list[Measured]] = importlib.import_module(f"bench.{name}").measure
        for row in measure():
            ratio = shown(row.figure) if row.baseline is not None else ""
            target = f"{row.sense} {shown(row.target)}: {verdict(row)}" if row.target is not None else ""
            note = f"  ({row.note})" if row.note else ""
            print(f"  {row.name:58}{shown(row.value, row.unit):>12}{shown(row.baseline, row.unit) if row.baseline else '':>12}{ratio:>8}  {target}{note}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
