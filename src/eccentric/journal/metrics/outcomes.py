"""Pain and function over time, called changed only past the least change that people notice (OUT-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Confidence, Source
from eccentric.journal.tests_of_person import TestKind, TestResult


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale's least important changes (small, medium, large; None = no such figure) and which way is better."""

    name: str
    unit: str
    lower_is_better: bool
    steps: tuple[float, ...]
    source: Source


SCALES: dict[TestKind, Scale] = {
    TestKind.NPRS: Scale("pain", "of 10", True, (1.5, 2.0, 3.5), Source("OUT-01", "Abbott 2014 (NPRS)", "B")),
    TestKind.PSFS: Scale("function", "of 10", False, (1.3, 2.3, 2.7), Source("OUT-01", "Abbott 2014 (PSFS)", "B")),
    TestKind.BREAK_POINT: Scale("Nordic break point", "degrees", True, (8.0,), Source("TEST-03", "Lee 2018: least detectable 8", "B")),
}
LEFS = Scale("LEFS", "of 80", False, (9.0,), Source("OUT-01", "Binkley 1999: least detectable 9", "B"))
_SIZES = ("small", "medium", "large")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scale from its first to its last result; ``change`` is last minus first, ``meaning`` says what to make of it."""

    scale: Scale
    first_day: date
    first: float
    last_day: date
    last: float
    results: int
    meaning: str
    confidence: Confidence

    @property
    def change(self) -> float:
        """Last minus first."""
        return self.last - self.first


def meaning_of(scale: Scale, change: float) -> str:
    """``no meaningful change`` below the smallest step; else better or worse, with the size of the change."""
    passed = sum(abs(change) >= step for step in scale.steps)
    if not passed:
        return "no meaningful change"
    better = (change < 0) == scale.lower_is_better
    size = f", {_SIZES[passed - 1]} change" if len(scale.steps) == 3 else ", more than measurement error"
    return ("better" if better else "worse") + size


def _scale_of(test: TestResult) -> Scale | None:
    if test.kind is TestKind.TOTAL:
        return LEFS if test.label.strip().upper() == "LEFS" else None
    return SCALES.get(test.kind)


def outcomes(journal: Journal) -> list[Outcome]:
    """Every scale that has results, from its first to its last; one result alone is a start, not a trend."""
    series: dict[str, tuple[Scale, list[tuple[date, float]]]] = {}
    for test in sorted(journal.tests, key=lambda test: test.day):
        scale, score = _scale_of(test), test.score
        if scale is not None and score is not None:
            series.setdefault(scale.name, (scale, []))[1].append((test.day, score))
    found = []
    for scale, points in series.values():
        (first_day, first), (last_day, last) = points[0], points[-1]
        alone = len(points) == 1
        meaning = "first result" if alone else meaning_of(scale, round(last - first, 6))
        confidence = Confidence.NONE if alone else Confidence.MEDIUM
        found.append(Outcome(scale, first_day, first, last_day, last, len(points), meaning, confidence))
    return found
