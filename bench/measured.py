"""What a benchmark gives back: a figure, the baseline measured in the same run, and the target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Measured:
    """One measured figure; None = it could not be measured here, and ``note`` says why.

    ``baseline`` is what the figure is divided by, measured in the same run on the same machine; without one the figure stands
    for itself. ``target`` is what the figure (or the ratio, where there is a baseline) must be at most or at least.
    """

    name: str
    value: float | None
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    sense: Literal["at most", "at least"] = "at most"
    note: str = ""

    @property
    def figure(self) -> float | None:
        """What is held against the target: the ratio to the baseline where there is one, else the value."""
        if self.value is None or self.baseline is None:
            return self.value
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None when there is no target or nothing was measured."""
        if self.target is None or self.figure is None or self.figure != self.figure:
            return None
        return self.figure <= self.target if self.sense == "at most" else self.figure >= self.target


def shown(value: float | None, unit: str = "") -> str:
    """A figure for people: three digits that matter, a dash for what was not measured."""
    if value is None or value != value:
        return "-"
    text = f"{value:.0f}" if abs(value) >= 100 or (value == int(value) and unit == "") else f"{value:.3g}"
    return f"{text} {unit}".strip()


def verdict(measured: Measured) -> str:
    """One word: met, missed, or why there is none."""
    return {True: "met", False: "missed", None: "not measured" if measured.value is None else ""}[measured.met]


def markdown_rows(rows: list[Measured]) -> str:
    """The table's rows: what, target, measured, whether met."""
    lines = []
    for row in rows:
        target = f"{row.sense} {shown(row.target, row.unit if row.baseline is None else '')}" if row.target is not None else ""
        note = f" ({row.note})" if row.note else ""
        lines.append(f"| {row.name} | {target} | {shown(row.figure, row.unit if row.baseline is None else '')}{note} | {verdict(row)} |\n")
    return "".join(lines)
