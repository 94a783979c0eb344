"""Charts of pain and function."""

from __future__ import annotations

from datetime import date

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.outcomes import SCALES, meaning_of
from eccentric.journal.metrics.pain import AMBER_UP_TO, GREEN_UP_TO, week_pains
from eccentric.journal.period import Period
from eccentric.journal.tests_of_person import TestKind
from eccentric.web.progress.charts import Chart, Line, ends, over_days


def pain_charts(journal: Journal, period: Period) -> list[Chart]:
    """Pain by week and every scale that has results."""
    found = [pain(journal, period)] + [scale(journal, kind) for kind in SCALES]
    return [chart for chart in found if chart is not None]


def pain(journal: Journal, period: Period) -> Chart | None:
    """The worst pain of each week: during, after, and the next morning."""
    weeks = {each.week: each for each in week_pains(journal)}
    if not weeks:
        return None
    lines = []
    for name, key in (("During", "during"), ("After", "after"), ("Next morning", "next_morning")):
        values = tuple(getattr(weeks[monday], key) if monday in weeks else None for monday in period.mondays)
        if any(value is not None for value in values):
            lines.append(Line(name, values))
    if not lines:
        return None
    pair = ends(lines[0].values)
    if pair is None:
        says = "Pain in training, from 0 to 10"
    elif pair[0] == pair[1]:
        says = f"Your worst pain in training stayed at {pair[0]:g} of 10"
    else:
        says = f"Your worst pain in training went from {pair[0]:g} to {pair[1]:g} of 10"
    note = f"Up to {GREEN_UP_TO:g} is fine, up to {AMBER_UP_TO:g} is acceptable when it settles by the next morning, above: do less."
    return Chart(
        "pain", says, "of 10", tuple(period.mondays), tuple(lines), note=note, rule="PAIN-01", bands=(GREEN_UP_TO, AMBER_UP_TO), highest=10
    )


def scale(journal: Journal, kind: TestKind) -> Chart | None:
    """One scale of pain or function over time."""
    about = SCALES[kind]
    points: list[tuple[date, float]] = [
        (test.day, test.score) for test in sorted(journal.tests, key=lambda test: test.day) if test.kind is kind and test.score is not None
    ]
    if not points:
        return None
    days, lines = over_days({about.name.capitalize(): points})
    pair = ends(lines[0].values)
    name = about.name[0].upper() + about.name[1:]
    if pair:
        says = f"{name}: {pair[0]:g} to {pair[1]:g} {about.unit}, {meaning_of(about, round(pair[1] - pair[0], 6))}"
    else:
        says = f"{name}: {points[0][1]:g} {about.unit}, a first result"
    return Chart(f"scale-{kind.value}", says, about.unit, days, lines, digits=1, rule=about.source.rule)
