"""The clinician's page: one A4 sheet that says what was prescribed, done, hurt and changed."""

from __future__ import annotations

from eccentric.journal.journal import Journal
from eccentric.journal.period import Period
from eccentric.journal.report import words
from eccentric.journal.report.canvas import ECCENTRIC, QUIET, Canvas, shortened, wrapped
from eccentric.journal.report.facts import Facts, facts_of
from eccentric.journal.report.plots import Box, Line, bars, lines, nice_top, plan_strip

WIDTH, HEIGHT, MARGIN = 794.0, 1123.0, 56.0
LEFT_WIDTH, GUTTER = 330.0, 28.0
# Sizes of letters, the first that fits.
SIZES = (12.5, 11.5, 10.5)
LEFT_ROWS = 4
RIGHT_X = MARGIN + LEFT_WIDTH + GUTTER
RIGHT_WIDTH = WIDTH - MARGIN - RIGHT_X
TOPS = {"Prescribed": 118.0, "Done": 346.0, "Hurt": 584.0, "Changed": 776.0}
END = 1040.0
SOURCES = (
    "Sources: hard sets count 1 direct, 0.5 indirect (HYP-03, Pelland 2024). e1RM: median of four formulas (LOAD-01, engineering default). "
    "Least important changes: Abbott 2014 (OUT-01). Pain light: 0-2, 3-5, above 5 (PAIN-01). Sides: Bourne 2015; Opar 2015 found none at "
    "10 % (TEST-01). Session load describes, it predicts no injury (LOAD-07). This page records training; it is no diagnosis."
)


def _height(rows: list[str], size: float) -> float:
    """Pixels that rows of text take in a column."""
    return sum(len(wrapped(row, RIGHT_WIDTH, size)) * size * 1.4 + 3 for row in rows)


def _rows(canvas: Canvas, x: float, y: float, rows: list[str], bottom: float) -> None:
    """Lines down to ``bottom``: in smaller letters where they would not fit, then cut and counted."""
    size = next((size for size in SIZES if y + _height(rows, size) <= bottom), SIZES[-1])
    for place, row in enumerate(rows):
        left = len(rows) - place
        if y + _height([row], size) + (size * 1.4 if left > 1 else 0) > bottom:
            canvas.text(x, y, f"and {left} more", size, fill=QUIET)
            return
        y = canvas.paragraph(x, y, RIGHT_WIDTH, row, size) + 3


def _section(canvas: Canvas, name: str, sentence: str, rows: list[str], bottom: float) -> None:
    """A heading with its sentence and its lines in the left column."""
    top = TOPS[name]
    canvas.line((MARGIN, top - 22), (WIDTH - MARGIN, top - 22))
    canvas.text(MARGIN, top, name, 17, bold=True)
    y = canvas.paragraph(MARGIN, top + 24, LEFT_WIDTH, sentence, SIZES[0]) + 4 if sentence else top + 24
    _rows(canvas, MARGIN, y, rows, bottom)


def _prescribed(canvas: Canvas, facts: Facts) -> None:
    """The prescription, from the fifth exercise on in the right column below the strip of sessions."""
    rows, bottom, top = [f"{name}: {asked}." for name, asked in facts.prescribed], TOPS["Done"] - 30, TOPS["Prescribed"]
    _section(canvas, "Prescribed", words.prescribed_sentence(facts), rows[:LEFT_ROWS], bottom)
    _rows(canvas, RIGHT_X, top + 66, rows[LEFT_ROWS:], bottom)
    if facts.plan_days:
        missed = sum(not done for _, done in facts.plan_days)
        title = f"Planned sessions: filled = done, hollow = missed ({missed})"
        plan_strip(canvas, Box(RIGHT_X, top - 12, RIGHT_WIDTH, 60), title, facts.plan_days)


def _done(canvas: Canvas, facts: Facts) -> None:
    _section(canvas, "Done", words.done_sentence(facts), words.done_lines(facts), TOPS["Hurt"] - 30)
    top = TOPS["Done"] - 12
    bars(canvas, Box(RIGHT_X, top, RIGHT_WIDTH, 96), words.hard_sets_sentence(facts), facts.hard_sets)
    if any(value is not None for _, value in facts.eccentric_s):
        bars(canvas, Box(RIGHT_X, top + 112, RIGHT_WIDTH, 96), words.eccentric_sentence(facts), facts.eccentric_s, ECCENTRIC)
    else:
        canvas.text(RIGHT_X, top + 123, words.eccentric_sentence(facts), 11, fill=QUIET)


def _hurt(canvas: Canvas, facts: Facts) -> None:
    _section(canvas, "Hurt", words.hurt_sentence(facts), words.hurt_lines(facts), TOPS["Changed"] - 30)
    during = Line("in training", [(week.week, week.during) for week in facts.pain])
    morning = Line("next morning", [(week.week, week.next_morning) for week in facts.pain], hollow=True)
    if facts.pain:
        box = Box(RIGHT_X, TOPS["Hurt"] - 12, RIGHT_WIDTH, 150)
        lines(canvas, box, "Worst pain of each week, 0 to 10", [during, morning], 10.0, guides=(2.0, 5.0))


def _changed(canvas: Canvas, facts: Facts) -> None:
    rows = words.changed_lines(facts) or ["Nothing that was tested twice, and no load from which to estimate strength."]
    _section(canvas, "Changed", "", rows, END)
    drawn = [
        Line(shortened(name, 96, 9.5), [(point.day, point.value_kg) for point in points], hollow=place > 0)
        for place, (name, points) in enumerate(facts.strength[:2])
    ]
    if drawn:
        top = nice_top(max(value for line in drawn for _, value in line.values if value is not None))
        box = Box(RIGHT_X, TOPS["Changed"] - 12, RIGHT_WIDTH, 200)
        lines(canvas, box, "Estimated one-repetition maximum, kg", drawn, top)


def draw_page(journal: Journal, period: Period | None, title: str = "Training report") -> str:
    """The page as SVG (A4 at 96 pixels an inch); a journal without records gives a page that says so."""
    canvas = Canvas(WIDTH, HEIGHT, title)
    canvas.text(MARGIN, 62, shortened(title, WIDTH - 2 * MARGIN, 24), 24, bold=True)
    if period is None:
        canvas.text(MARGIN, 96, "Nothing is recorded yet.", 14)
        return canvas.svg()
    facts = facts_of(journal, period)
    span = f"{words.day_text(period.first)} to {words.day_text(period.last)}"
    canvas.text(MARGIN, 82, span, 13, fill=QUIET)
    for draw in (_prescribed, _done, _hurt, _changed):
        draw(canvas, facts)
    canvas.line((MARGIN, END + 8), (WIDTH - MARGIN, END + 8))
    canvas.paragraph(MARGIN, END + 24, WIDTH - 2 * MARGIN, SOURCES, 8.5, fill=QUIET)
    return canvas.svg()
