"""Left against right (TEST-01): a gap counts when two tests in a row show it, on the same side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Source
from eccentric.journal.tests_of_person import TestKind
from eccentric.terms.body import Side

SOURCE = Source("TEST-01", "Bourne 2015 (relative risk 2.4 at 15 %, 3.4 at 20 %); Opar 2015 found none at 10 %", "B")
NOTE_PCT, ACT_PCT, HIGH_PCT = 10.0, 15.0, 20.0
COMPARED = (TestKind.STRENGTH, TestKind.BRIDGE)


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference of one test: per cent of the stronger side, the weaker side, and what to make of it."""

    day: date
    kind: TestKind
    label: str
    asymmetry_pct: float
    weaker: Side | None
    verdict: str


def asymmetry_pct(left: float, right: float) -> float:
    """(strong - weak) / strong x 100; 0 when both are 0."""
    strong, weak = max(left, right), min(left, right)
    return 0.0 if strong == 0 else (strong - weak) / strong * 100


def _verdict(now: float, before: float | None) -> str:
    """What a gap means, given the test before it on the same side (None = there was none)."""
    if now < NOTE_PCT:
        return "even"
    if before is None or before < NOTE_PCT:
        return "test again before acting on it"
    both = min(now, before)
    return "high" if both >= HIGH_PCT else "act" if both >= ACT_PCT else "note"


def gaps(journal: Journal) -> list[Gap]:
    """Every test with both sides, oldest first, judged together with the test of the same kind and label before it."""
    found: list[Gap] = []
    last: dict[tuple[TestKind, str], Gap] = {}
    for test in sorted(journal.tests, key=lambda test: test.day):
        if test.kind not in COMPARED or test.left is None or test.right is None:
            continue
        pct = asymmetry_pct(test.left, test.right)
        weaker = None if test.left == test.right else Side.LEFT if test.left < test.right else Side.RIGHT
        before = last.get((test.kind, test.label))
        same_side = before.asymmetry_pct if before and before.weaker is weaker else None
        gap = Gap(test.day, test.kind, test.label, pct, weaker, _verdict(pct, same_side))
        last[(test.kind, test.label)] = gap
        found.append(gap)
    return found
