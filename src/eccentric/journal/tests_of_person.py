"""Tests and questions about the person: pain, function, change, strength, bridge and break point."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from eccentric.journal.ids import new_id
from eccentric.journal.records import Finite, Record, Scale10


class TestKind(StrEnum):
    """What was tested; only free, generic scales have their wording here (rules OUT-01 and OUT-02)."""

    __test__ = False

    NPRS = "nprs"
    PSFS = "psfs"
    GROC = "groc"
    BRIDGE = "single-leg-bridge"
    BREAK_POINT = "nordic-break-point"
    STRENGTH = "strength"
    TOTAL = "total-score"


BOUNDS: dict[TestKind, tuple[float, float, str]] = {
    TestKind.NPRS: (0, 10, "points"),
    TestKind.PSFS: (0, 10, "points"),
    TestKind.GROC: (-7, 7, "points"),
    TestKind.BRIDGE: (0, 1000, "repetitions"),
    TestKind.BREAK_POINT: (-20, 120, "deg"),
    TestKind.STRENGTH: (0, 5000, "as in `unit`"),
    TestKind.TOTAL: (-1000, 1000, "as in `unit`"),
}


class Activity(Record):
    """One activity that is hard for the person, scored 0 (cannot) to 10 (as before)."""

    name: str
    score: Scale10


class TestResult(Record):
    """One result: a single ``value``, or ``left`` and ``right``; PSFS-style results list their activities.

    ``label`` says which test (strength) or which published questionnaire (a typed total: its items are not ours to print, OUT-02).
    """

    __test__ = False

    id: UUID = Field(default_factory=new_id)
    day: date
    kind: TestKind
    value: Finite | None = None
    left: Finite | None = None
    right: Finite | None = None
    unit: str | None = None
    label: str = ""
    activities: tuple[Activity, ...] = ()
    notes: str = ""

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        low, high, unit = BOUNDS[self.kind]
        given = [number for number in (self.value, self.left, self.right) if number is not None]
        if not given and not self.activities:
            raise ValueError("give `value`, or `left` and `right`, or `activities`")
        if any(not low <= number <= high for number in given):
            raise ValueError(f"{self.kind.value} is from {low:g} to {high:g} {unit}")
        if self.activities and self.kind is not TestKind.PSFS:
            raise ValueError("only psfs has `activities`")
        return self

    @property
    def score(self) -> float | None:
        """The single number of the test: ``value``, or the mean of the activities, or of both sides."""
        if self.value is not None:
            return self.value
        if self.activities:
            return sum(activity.score for activity in self.activities) / len(self.activities)
        sides = [number for number in (self.left, self.right) if number is not None]
        return sum(sides) / len(sides)
