"""Weeks: hard sets per muscle head, volume, long lengths and lowering, against counts done by hand and by plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.samples import rehab_journal

from eccentric.journal.frames import SET_COLUMNS, sessions_frame, sets_frame, week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.weekly import weekly_sets, weekly_volume_by_exercise, weekly_work
from eccentric.journal.muscles import set_shares, trains_long
from eccentric.journal.records import Entry, Session, SetKind, SetRecord
from eccentric.terms.body import Muscle

MONDAY = date(2025, 3, 3)


def shares(exercises: Iterable[str]) -> list[tuple[str, str, float]]:
    table = {"curl": [("bflh", 1.0), ("gasmed", 0.5)], "squat": [("bflh", 0.5)]}
    return [(exercise, muscle, count) for exercise in exercises for muscle, count in table.get(exercise, [])]


def long(exercise: str) -> bool:
    return exercise == "curl"


def session(day: date, exercise: str | None, *sets: SetRecord) -> Session:
    return Session(day=day, entries=(Entry(exercise=exercise, name=exercise or "?", sets=sets),))


def frame(*sessions: Session) -> pl.DataFrame:
    return sets_frame(Journal(sessions=sessions))


def test_direct_sets_count_one_and_indirect_a_half() -> None:
    found = weekly_sets(
        frame(
            session(MONDAY, "curl", *[SetRecord(reps=8, rir=1)] * 3), session(MONDAY + timedelta(days=6), "squat", *[SetRecord(reps=8)] * 2)
        ),
        shares,
    )
    rows = {row["muscle"]: row for row in found.iter_rows(named=True)}
    assert (rows["bflh"]["hard_sets"], rows["bflh"]["direct_sets"], rows["bflh"]["indirect_sets"]) == (4.0, 3, 2)
    assert rows["gasmed"]["hard_sets"] == 1.5
    assert rows["bflh"]["rir_known"] == 0.6
    assert rows["bflh"]["week"] == MONDAY


def test_warm_ups_easy_sets_empty_sets_and_unknown_exercises_are_not_hard() -> None:
    easy = (SetRecord(reps=8, kind=SetKind.WARM_UP), SetRecord(reps=8, rir=4.5), SetRecord(), SetRecord(reps=0))
    assert weekly_sets(frame(session(MONDAY, "curl", *easy)), shares).is_empty()
    assert weekly_sets(frame(session(MONDAY, None, SetRecord(reps=8))), shares).is_empty()
    assert weekly_sets(frame(session(MONDAY, "curl", SetRecord(duration_s=30.0), SetRecord(reps=8, rir=4))), shares)[
        "hard_sets"
    ].to_list() == [
        2.0,
        1.0,
    ]


def test_sunday_and_monday_are_in_different_weeks() -> None:
    found = weekly_work(
        frame(session(MONDAY - timedelta(days=1), "curl", SetRecord(reps=8)), session(MONDAY, "curl", SetRecord(reps=8))), long
    )
    assert found["week"].to_list() == [MONDAY - timedelta(days=7), MONDAY]


def test_work_of_a_week() -> None:
    sets = (
        SetRecord(reps=10, external_load_kg=40.0, rir=2, tempo_asked="3-0-1-0"),
        SetRecord(reps=8, external_load_kg=40.0, rir=6, tempo_asked="3-0-1-0", tempo_seen="2.5-0-1-0"),
        SetRecord(reps=8, kind=SetKind.WARM_UP, external_load_kg=99.0),
    )
    row = weekly_work(frame(session(MONDAY, "curl", *sets)), long).row(0, named=True)
    assert (row["work_sets"], row["hard_sets"], row["long_length_sets"]) == (2, 1, 1)
    assert row["volume_load_kg"] == 720
    assert row["eccentric_s"] == 10 * 3 + 8 * 2.5
    assert row["eccentric_measured"] == 0


def test_what_was_not_recorded_is_null_never_zero() -> None:
    row = weekly_work(frame(session(MONDAY, "curl", SetRecord(reps=8))), long).row(0, named=True)
    assert row["volume_load_kg"] is None
    assert row["eccentric_s"] is None


def test_measured_lowering_beats_the_tempo() -> None:
    done = rehab_journal().sessions[0]
    row = weekly_work(frame(done), long).row(0, named=True)
    assert row["eccentric_s"] == pytest.approx(20.8 + 10 * 2.6 + 9 * 2.6 + 4 * 4 * 2)
    assert row["eccentric_measured"] == 0.2


def test_volume_by_exercise() -> None:
    found = weekly_volume_by_exercise(
        frame(session(MONDAY, "curl", SetRecord(reps=5, external_load_kg=10.0)), session(MONDAY, "squat", SetRecord(reps=5)))
    )
    assert found["volume_load_kg"].to_list() == [50.0, None]


def test_an_empty_journal_has_no_weeks() -> None:
    empty = sets_frame(Journal())
    assert empty.columns == list(SET_COLUMNS)
    assert weekly_sets(empty).is_empty()
    assert weekly_work(empty).is_empty()
    assert sessions_frame(Journal()).is_empty()


def test_real_exercises_have_their_muscles_and_lengths() -> None:
    curl = set_shares("seated-leg-curl")
    assert {curl[head] for head in (Muscle.BFLH, Muscle.BFSH, Muscle.SEMITEN, Muscle.SEMIMEM)} == {1.0}
    assert curl[Muscle.GASMED] == 0.5
    assert Muscle.ERECTOR not in curl
    assert set_shares("no-such-exercise") == {}
    assert [trains_long(name) for name in ("seated-leg-curl", "romanian-deadlift", "lying-leg-curl", "nordic-curl", "nothing")] == [
        True,
        True,
        False,
        False,
        False,
    ]


SETS = st.builds(
    SetRecord,
    kind=st.sampled_from(SetKind),
    reps=st.none() | st.integers(0, 30),
    rir=st.none() | st.floats(0, 10),
    external_load_kg=st.none() | st.floats(0, 200),
)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["curl", "squat", None]), st.lists(SETS, max_size=4)), max_size=8))
def test_tables_agree_with_counting_one_by_one(made: list[tuple[int, str | None, list[SetRecord]]]) -> None:
    sessions = [session(MONDAY + timedelta(days=day), exercise, *sets) for day, exercise, sets in made]
    counts: dict[tuple[date, str], float] = {}
    for one in sessions:
        for done in one.entries[0].sets:
            worked = done.kind is not SetKind.WARM_UP and bool(done.reps)
            if worked and (done.rir is None or done.rir <= 4):
                for _, muscle, count in shares([one.entries[0].exercise or ""]):
                    key = (week_of(one.day), muscle)
                    counts[key] = counts.get(key, 0.0) + count
    found = weekly_sets(frame(*sessions), shares)
    assert {(row["week"], row["muscle"]): row["hard_sets"] for row in found.iter_rows(named=True)} == pytest.approx(counts)
