"""Session load, monotony and strain: worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import pstdev

import pytest

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.session_load import session_load, week_loads
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.records import Session

MONDAY = date(2025, 3, 3)


def one(day: int, rpe: float | None, minutes: float | None) -> Session:
    return Session(day=MONDAY + timedelta(days=day), session_rpe=rpe, minutes=minutes)


def test_load_is_effort_times_minutes_or_unknown() -> None:
    assert session_load(one(0, 6, 45)) == 270
    assert session_load(one(0, None, 45)) is None
    assert session_load(one(0, 0, 45)) == 0


def test_a_week_worked_out_by_hand() -> None:
    week = week_loads(Journal(sessions=(one(0, 6, 50), one(2, 5, 60), one(4, 7, 60))))[0]
    days = [300, 0, 300, 0, 420, 0, 0]
    assert week.load == 1020
    monotony = (1020 / 7) / pstdev(days)
    assert week.monotony == pytest.approx(monotony)
    assert week.strain == pytest.approx(1020 * monotony)
    assert week.confidence is Confidence.HIGH


def test_two_sessions_of_a_day_add_up() -> None:
    assert week_loads(Journal(sessions=(one(0, 5, 10), one(0, 5, 20))))[0].load == 150


def test_every_day_alike_has_no_monotony() -> None:
    week = week_loads(Journal(sessions=tuple(one(day, 5, 60) for day in range(7))))[0]
    assert week.load == 2100
    assert (week.monotony, week.strain) == (None, None)


def test_weeks_without_training_are_there_with_nothing() -> None:
    weeks = week_loads(Journal(sessions=(one(0, 5, 60), one(21, None, 60), one(22, 5, 10))))
    assert [week.load for week in weeks] == [300, 0, 0, 50]
    assert weeks[3].confidence is Confidence.MEDIUM
    assert week_loads(Journal()) == []


def test_a_week_without_any_effort_asked_is_unknown_not_zero() -> None:
    week = week_loads(Journal(sessions=(one(0, None, 60),)))[0]
    assert (week.load, week.confidence) == (None, Confidence.NONE)
