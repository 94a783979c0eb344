"""The few SVG parts that the muscle pictures are made of: paper, words, lines, bands; light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

import numpy as np
import numpy.typing as npt

from eccentric.library.colours import ECCENTRIC

Floats = npt.NDArray[np.float64]
STYLE = """
svg.muscles{--paper:#fbf9f5;--ink:#1d1b19;--quiet:#67605a;--hair:#d5cec4;--eccentric:__LIGHT__;background:var(--paper)}
svg.muscles text{font-family:'Atkinson Hyperlegible',system-ui,sans-serif;font-size:14px;fill:var(--ink);font-variant-numeric:tabular-nums}
svg.muscles .title{font-size:20px;font-weight:700}
svg.muscles .head{font-size:16px;font-weight:700}
svg.muscles .quiet{fill:var(--quiet)}
svg.muscles .hair{stroke:var(--hair);stroke-width:1;fill:none}
svg.muscles .ink{stroke:var(--ink);stroke-width:2;fill:none}
svg.muscles .dash{stroke-dasharray:6 5}
svg.muscles .dot{stroke-dasharray:2 4}
svg.muscles .lower{stroke:var(--eccentric);stroke-width:2.5;fill:none;stroke-linecap:round}
svg.muscles .fill{fill:var(--eccentric)}
svg.muscles .band{fill:var(--eccentric);opacity:.16}
svg.muscles .grey{fill:var(--quiet);opacity:.18}
svg.muscles .mark{fill:var(--ink)}
@media (prefers-color-scheme:dark){svg.muscles{--paper:#161412;--ink:#f1ebe3;--quiet:#a8a097;--hair:#3d3833;--eccentric:__DARK__}}
[data-theme=light] svg.muscles{--paper:#fbf9f5;--ink:#1d1b19;--quiet:#67605a;--hair:#d5cec4;--eccentric:__LIGHT__}
[data-theme=dark] svg.muscles{--paper:#161412;--ink:#f1ebe3;--quiet:#a8a097;--hair:#3d3833;--eccentric:__DARK__}
""".replace("__LIGHT__", ECCENTRIC.light).replace("__DARK__", ECCENTRIC.dark)


@dataclass(frozen=True, slots=True)
class Axes:
    """A rectangle of the page with its scales; x and y are data, right and up."""

    left: float
    top: float
    width: float
    height: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, value: float) -> float:
        """Page x of a value."""
        low, high = self.x_range
        return self.left + (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        """Page y of a value."""
        low, high = self.y_range
        return self.top + self.height - (value - low) / (high - low) * self.height

    def points(self, x: Floats, y: Floats) -> str:
        """Page points of a curve, without what is missing."""
        return " ".join(f"{self.x(a):.1f},{self.y(b):.1f}" for a, b in zip(x, y, strict=True) if np.isfinite(b))

    def line(self, x: Floats, y: Floats, css: str) -> str:
        """A curve."""
        return f'<polyline class="{css}" points="{self.points(x, y)}"/>'

    def band(self, x: Floats, low: Floats, high: Floats, css: str = "band") -> str:
        """The area between two curves."""
        there = np.isfinite(low) & np.isfinite(high)
        if not there.any():
            return ""
        return f'<polygon class="{css}" points="{self.points(x[there], low[there])} {self.points(x[there][::-1], high[there][::-1])}"/>'

    def rule(self, value: float, label: str, css: str = "hair") -> str:
        """A level line with its label at the left."""
        y = self.y(value)
        line = f'<line class="{css}" x1="{self.left:.1f}" x2="{self.left + self.width:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>'
        return line + text(self.left - 8, y + 5, label, "quiet", "end")


def text(x: float, y: float, words: str, css: str = "", anchor: str = "start") -> str:
    """One line of words."""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{css}" text-anchor="{anchor}">{escape(words)}</text>'


def lines_of(x: float, y: float, words: str, css: str = "", width: int = 90, step: float = 20) -> tuple[str, float]:
    """Words broken into lines of at most ``width`` letters; returns them and the y below."""
    rows: list[str] = [""]
    for word in words.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return "".join(text(x, y + step * row, line, css) for row, line in enumerate(rows)), y + step * len(rows)


def bar(x: float, y: float, width: float, height: float, css: str) -> str:
    """A filled bar."""
    return f'<rect class="{css}" x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="2"/>'


def apart(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The same places moved as little as needed so that labels are ``gap`` apart and inside low..high."""
    order = np.argsort(values, kind="stable")
    placed = np.array(values, dtype=float)
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + gap)
    over = placed[order[-1]] - high if len(order) else 0.0
    if over > 0:
        placed[order[-1]] = high
        for after, before in pairwise(order[::-1]):
            placed[before] = min(placed[before], placed[after] - gap)
    return [float(max(value, low)) for value in placed]


def page(width: int, height: float, label: str, parts: Iterable[str]) -> str:
    """The finished picture: it scales with its container and says in words what it shows."""
    body = "\n".join(part for part in parts if part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="muscles" viewBox="0 0 {width} {height:.0f}" role="img" '
        f'aria-label="{escape(label, {chr(34): "&quot;"})}" style="width:100%;height:auto;max-width:{width}px">\n'
        f"<style>{STYLE}</style>\n"
        f'<rect width="{width}" height="{height:.0f}" style="fill:var(--paper)"/>\n{body}\n</svg>\n'
    )
