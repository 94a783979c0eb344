"""A chart as a page holds it: the sentence it shows, its lines, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

Value = float | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart; ``phase`` is ``eccentric`` only for what is about the lowering, else empty."""

    name: str
    values: tuple[Value, ...]
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of values over days; ``says`` is its sentence, ``unit`` stands at its axis, ``note`` tells how far to trust it."""

    key: str
    says: str
    unit: str
    days: tuple[date, ...]
    lines: tuple[Line, ...]
    kind: str = "line"
    digits: int = 0
    note: str = ""
    rule: str = ""
    bands: tuple[float, ...] = ()
    from_zero: bool = True
    highest: float | None = None
    columns: tuple[Line, ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """What the drawing script reads: seconds since 1970 at midnight UTC, and the values of each line."""
        moments = [int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) for day in self.days]
        return {
            "unit": self.unit,
            "kind": self.kind,
            "digits": self.digits,
            "bands": self.bands,
            "zero": self.from_zero,
            "highest": self.highest,
            "x": moments,
            "lines": [{"name": line.name, "phase": line.phase, "y": [_short(value) for value in line.values]} for line in self.lines],
        }

    @property
    def headers(self) -> list[str]:
        """The table's columns: those given apart, else the lines."""
        return [line.name for line in self.columns or self.lines]

    @property
    def rows(self) -> list[tuple[date, list[str]]]:
        """The table's rows, newest first; a dash where nothing was recorded."""
        found = []
        for at, day in enumerate(self.days):
            values = [line.values[at] for line in self.columns or self.lines]
            found.append((day, ["–" if value is None else f"{value:,.{self.digits}f}" for value in values]))
        return found[::-1]


def _short(value: Value) -> Value:
    return None if value is None else round(value, 3)


def together(lines: Iterable[Line], everything: str, but: str) -> tuple[Line, ...]:
    """Lines with the same values as one line, so that none hides another: named ``everything`` when all are the same,
    ``but`` and the other's name when all but one are, else by all their names."""
    groups: dict[tuple[Value, ...], list[Line]] = {}
    every = list(lines)
    for line in every:
        groups.setdefault(line.values, []).append(line)
    found = []
    for values, same in groups.items():
        others = [line.name for line in every if line not in same]
        name = " and ".join(line.name for line in same)
        if len(same) > 1 and len(others) <= 1:
            name = f"{but} {others[0].lower()}" if others else everything
        found.append(Line(name, values, same[0].phase))
    return tuple(found)


def over_days(points: dict[str, list[tuple[date, float]]]) -> tuple[tuple[date, ...], tuple[Line, ...]]:
    """Lines over all days on which any of them has a value."""
    days = tuple(sorted({day for series in points.values() for day, _ in series}))
    lines = []
    for name, series in points.items():
        known = dict(series)
        lines.append(Line(name, tuple(known.get(day) for day in days)))
    return days, tuple(lines)


def ends(values: Sequence[Value]) -> tuple[float, float] | None:
    """The first and the last known value, or None with fewer than two."""
    known = [value for value in values if value is not None]
    return (known[0], known[-1]) if len(known) >= 2 else None
