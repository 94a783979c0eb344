"""Session load, monotony and strain: worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.frames import sets_frame
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.session_load import session_load, week_loads
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.metrics.weekly_load import weekly_load
from eccentric.journal.records import Entry, Session, SetRecord

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


@given(st.lists(st.tuples(st.integers(0, 20), st.none() | st.integers(0, 10), st.none() | st.integers(1, 120)), max_size=12))
def test_the_table_gives_the_same_weeks(made: list[tuple[int, int | None, int | None]]) -> None:
    done = (Entry(name="x", sets=(SetRecord(reps=5),)),)
    sessions = tuple(one(day, rpe, minutes).model_copy(update={"entries": done}) for day, rpe, minutes in made)
    expected = {week.week: week for week in week_loads(Journal(sessions=sessions)) if week.sessions}
    found = {row["week"]: row for row in weekly_load(sets_frame(Journal(sessions=sessions))).iter_rows(named=True)}
    assert set(found) == set(expected)
    for monday, week in expected.items():
        assert (found[monday]["load"], found[monday]["sessions"]) == (week.load, week.sessions)
        assert found[monday]["monotony"] == (None if week.monotony is None else pytest.approx(week.monotony, rel=1e-6))
        assert found[monday]["strain"] == (None if week.strain is None else pytest.approx(week.strain, rel=1e-6))
