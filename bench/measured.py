"""What a benchmark gives back: figures, the baselines measured in the same run, and the targets."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
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
        """What is held against the target: the ratio to the baseline where there is one, else the value; None for NaN."""
        if self.value is None or isnan(self.value):
            return None
        if self.baseline is None:
            return self.value
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None when there is no target or nothing was measured."""
        if self.target is None or self.figure is None:
            return None
        return self.figure <= self.target if self.sense == "at most" else self.figure >= self.target

    @property
    def verdict(self) -> str:
        """One word: met, missed, not measured; nothing where there is no target."""
        if self.figure is None:
            return "not measured"
        return {True: "met", False: "missed", None: ""}[self.met]

    @property
    def figure_unit(self) -> str:
        """Unit of the figure: none for a ratio."""
        return self.unit if self.baseline is None else ""


@dataclass(frozen=True)
class Result:
    """What one benchmark measured; ``details`` is Markdown for its section of the page."""

    rows: tuple[Measured, ...]
    details: str = ""


def shown(value: float | None, unit: str = "") -> str:
    """A figure for people: three digits that matter, a dash for what was not measured."""
    if value is None or isnan(value):
        return "-"
    text = f"{value:.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
    return f"{text} {unit}".strip()
