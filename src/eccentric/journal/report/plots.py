"""Small plots without boxes: each begins with the sentence that it shows and labels its lines directly."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eccentric.journal.report.canvas import HAIRLINE, INK, QUIET, Canvas, shortened

TITLE, LABEL = 11.0, 9.5
# Room at the right of a plot for the names of its lines and the numbers of its scale.
LABELS = 112.0
# Past this many days an axis says the year; past this many points a line has no marks.
LONG_DAYS, MOST_MARKS = 300, 60
Values = Sequence[tuple[date, float | None]]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a plot stands on the page: left, top, width and height in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plot: its label, its values by day, and whether its marks are hollow and its line dashed."""

    label: str
    values: Values
    hollow: bool = False


def nice_top(value: float) -> float:
    """The next round number from a value: 1, 2, 2.5, 4, 5 or 8 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 2.5, 4, 5, 8, 10) if step * power >= value * 0.999999)


def day_label(day: date, year: bool = False) -> str:
    """A day as an axis names it, e.g. ``3 Mar``, over long times with its year."""
    text = f"{day.day} {['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][day.month - 1]}"
    return f"{text} {day.year}" if year else text


def _ends(canvas: Canvas, box: Box, y: float, first: date, last: date) -> None:
    """The days at both ends of an axis."""
    year = (last - first).days > LONG_DAYS
    canvas.text(box.x, y, day_label(first, year), LABEL, fill=QUIET)
    if last != first:
        canvas.text(box.x + box.width, y, day_label(last, year), LABEL, fill=QUIET, anchor="end")


def _frame(canvas: Canvas, box: Box, title: str, first: date, last: date, top: float) -> None:
    """Title, base line, days at its ends and the two numbers of the scale."""
    canvas.text(box.x, box.y + TITLE, shortened(title, box.width, TITLE), TITLE)
    base = box.y + box.height - 14
    canvas.line((box.x, base), (box.x + box.width, base))
    _ends(canvas, box, base + 12, first, last)
    canvas.line((box.x, box.y + 24), (box.x + box.width, box.y + 24), HAIRLINE, 0.6)
    canvas.text(box.x + box.width, box.y + 22, f"{top:g}", LABEL, fill=QUIET, anchor="end")
    canvas.text(box.x + box.width, base - 2, "0", LABEL, fill=QUIET, anchor="end")


def bars(canvas: Canvas, box: Box, title: str, values: Values, fill: str = INK) -> None:
    """One bar for each week; a week with nothing recorded stays empty."""
    if not values:
        canvas.text(box.x, box.y + TITLE, title, TITLE)
        return
    top = nice_top(max((value for _, value in values if value is not None), default=0))
    _frame(canvas, box, title, values[0][0], values[-1][0], top)
    base, height = box.y + box.height - 14, box.height - 38
    step = (box.width - 20) / len(values)
    for place, (_, value) in enumerate(values):
        if value:
            tall = height * value / top
            canvas.bar(box.x + place * step, base - tall, min(step * 0.7, 22), tall, fill)


def lines(canvas: Canvas, box: Box, title: str, drawn: Sequence[Line], top: float, guides: Sequence[float] = ()) -> None:
    """Lines over days from 0 to ``top``, each named at its last point; what was not recorded has no mark, never a zero.

    ``guides`` are values that get a thin line with their number.
    """
    known = [[(day, value) for day, value in line.values if value is not None] for line in drawn]
    days = [day for points in known for day, _ in points]
    if not days:
        canvas.text(box.x, box.y + TITLE, title, TITLE)
        return
    first, last = min(days), max(days)
    _frame(canvas, box, title, first, last, top)
    base, height, width = box.y + box.height - 14, box.height - 38, box.width - LABELS
    for guide in guides:
        y = base - height * guide / top
        canvas.line((box.x, y), (box.x + box.width, y), HAIRLINE, 0.8, "1 3")
        canvas.text(box.x + box.width, y - 2, f"{guide:g}", LABEL, fill=QUIET, anchor="end")
    span = max((last - first).days, 1)
    ends: list[float] = []
    for line, points in zip(drawn, known, strict=True):
        if not points:
            continue
        marks = [(box.x + 4 + width * (day - first).days / span, base - height * value / top) for day, value in points]
        canvas.path(marks, dash="3 3" if line.hollow else "")
        for mark in marks if len(marks) <= MOST_MARKS else marks[-1:]:
            canvas.dot(*mark, 2.6, filled=not line.hollow)
        label_y = min(marks[-1][1] + 3, base - 3)
        while any(abs(label_y - other) < 11 for other in ends):
            label_y -= 11
        ends.append(label_y)
        canvas.text(marks[-1][0] + 7, label_y, line.label, LABEL)


def plan_strip(canvas: Canvas, box: Box, title: str, days: Sequence[tuple[date, bool]]) -> None:
    """One mark for each planned session: filled when done, hollow when missed."""
    canvas.text(box.x, box.y + TITLE, shortened(title, box.width, TITLE), TITLE)
    if not days:
        return
    first, last = days[0][0], days[-1][0]
    span, y = max((last - first).days, 1), box.y + 34
    canvas.line((box.x, y), (box.x + box.width, y))
    for day, done in days:
        canvas.dot(box.x + 5 + (box.width - 10) * (day - first).days / span, y, 4, filled=done)
    _ends(canvas, box, y + 20, first, last)
