"""The one picture of the home page: a repetition as a line over time, up in one second and down in three, with the body at both ends."""

from __future__ import annotations

import re
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from eccentric.library.figure import figure_svg
from eccentric.web.library.looks import bare
from eccentric.web.library.queries import shelf

SHOWN = "lying-leg-curl"
NAMES = re.compile(r"<(title|desc)[^>]*>.*?</\1>|\s(?:role|aria-labelledby|xmlns)=\"[^\"]*\"", re.DOTALL)
WORDS = "One repetition of a leg curl as a line over time: the leg is lifted in one second, then lowered in three, counted one, two, three."
LOW, HIGH, A_SECOND = 398.0, 202.0, 128.0
START = 34.0


@lru_cache(maxsize=1)
def one_repetition() -> SafeString:
    """The drawing; its figures take the drawings' style and the page's colours."""
    page = shelf().exercises[SHOWN]
    turn, end = START + A_SECOND, START + 4 * A_SECOND
    short = _placed(figure_svg(page, "shortened"), turn - 146, HIGH, 330)
    long = _placed(figure_svg(page, "lengthened"), end - 218, HIGH + 112, 308)
    lines = (
        f'<line class="floor" x1="0" x2="640" y1="{LOW}" y2="{LOW}"/>'
        f'<line class="concentric" x1="{START}" y1="{LOW}" x2="{turn}" y2="{HIGH}"/>'
        f'<line class="eccentric" x1="{turn}" y1="{HIGH}" x2="{end}" y2="{LOW}"/>'
    )
    counts = "".join(_count(number, turn + number * A_SECOND) for number in (1, 2, 3))
    words = f'<text x="{START + 8}" y="{LOW + 38}">up</text><text x="{turn + 1.5 * A_SECOND}" y="{LOW + 38}">three counts down</text>'
    svg = f'<svg class="one-rep" viewBox="0 0 640 446" role="img" aria-label="{WORDS}">{lines}{short}{long}{counts}{words}</svg>'
    return mark_safe(svg)


def _placed(svg: str, x: float, floor_y: float, width: float) -> str:
    """A figure as a part of a larger drawing, its floor at a height, without its own name."""
    _, top, wide, high = (float(part) for part in re.findall(r'viewBox="([^"]+)"', svg)[0].split())
    size = f'x="{x:g}" y="{floor_y + top * width / wide:.0f}" width="{width:g}" height="{width * high / wide:.0f}"'
    return NAMES.sub("", bare(svg)).replace("<svg", f"<svg {size}", 1)


def _count(number: int, x: float) -> str:
    y = HIGH + (LOW - HIGH) * number / 3
    return f'<circle class="beat" cx="{x:g}" cy="{y:.1f}" r="17"/><text class="beat-number" x="{x:g}" y="{y + 7.5:.1f}">{number}</text>'
