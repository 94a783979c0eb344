"""A sheet to draw on, kept as SVG: text, lines, bars and marks in points of a page, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

INK, QUIET, HAIRLINE, PAPER = "#1d1c1a", "#6b6862", "#cfccc4", "#fbfaf7"
ECCENTRIC = "#c8401f"
FONT = "'Atkinson Hyperlegible', 'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif"
# Mean width of a letter as a part of its size, on the wide side, so that wrapped lines never run over.
LETTER_WIDTH = 0.51
Point = tuple[float, float]


def drawable(text: str) -> str:
    """A text for SVG: characters that XML cannot hold are left out, the rest is escaped."""
    return escape("".join(letter for letter in text if letter >= " " and letter not in "\x7f\ufffe\uffff"))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """A text broken into lines that fit a width; a word longer than the line stands alone."""
    most = max(int(width / (size * LETTER_WIDTH)), 1)
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def shortened(text: str, width: float, size: float) -> str:
    """A text cut to one line with an ellipsis where it is too long."""
    most = max(int(width / (size * LETTER_WIDTH)), 1)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


class Canvas:
    """Collects SVG elements; coordinates and sizes in pixels of the page."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self._parts: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = 12, *, fill: str = INK, bold: bool = False, anchor: str = "start") -> None:
        """One line of text with its baseline at y."""
        weight = ' font-weight="700"' if bold else ""
        place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"'
        self._parts.append(f"<text {place}{weight}>{drawable(text)}</text>")

    def paragraph(self, x: float, y: float, width: float, text: str, size: float = 12, *, fill: str = INK, bold: bool = False) -> float:
        """Wrapped text that begins at baseline y; gives the baseline for what comes next."""
        for line in wrapped(text, width, size):
            self.text(x, y, line, size, fill=fill, bold=bold)
            y += size * 1.4
        return y

    def line(self, a: Point, b: Point, stroke: str = HAIRLINE, width: float = 1, dash: str = "") -> None:
        """A straight line."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        ends = f'x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}"'
        self._parts.append(f'<line {ends} stroke="{stroke}" stroke-width="{width:g}"{dashed}/>')

    def path(self, points: Iterable[Point], stroke: str = INK, width: float = 1.6, dash: str = "") -> None:
        """A line through points."""
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        coordinates = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(f'<polyline points="{coordinates}" fill="none" stroke="{stroke}" stroke-width="{width:g}"{dashed}/>')

    def bar(self, x: float, y: float, width: float, height: float, fill: str = INK) -> None:
        """A filled rectangle from its upper left corner."""
        self._parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(height, 0):.1f}" fill="{fill}"/>')

    def dot(self, x: float, y: float, radius: float = 3, *, filled: bool = True, stroke: str = INK) -> None:
        """A round mark, filled or hollow."""
        fill = stroke if filled else PAPER
        self._parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" stroke="{stroke}" stroke-width="1.3"/>')

    def svg(self) -> str:
        """The whole sheet as an SVG document."""
        size = f'width="{self.width:g}" height="{self.height:g}" viewBox="0 0 {self.width:g} {self.height:g}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" role="img">'
        ground = f'<rect width="{self.width:g}" height="{self.height:g}" fill="{PAPER}"/>'
        return "\n".join((head, f"<title>{drawable(self.title)}</title>", ground, *self._parts, "</svg>")) + "\n"
