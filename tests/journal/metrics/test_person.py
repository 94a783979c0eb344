"""Symmetry, outcomes, pain, records, adherence, range and tempo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.samples import START, rehab_journal

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.adherence import adherence
from eccentric.journal.metrics.bests import bests
from eccentric.journal.metrics.outcomes import SCALES, meaning_of, outcomes
from eccentric.journal.metrics.pain import light, week_pains, worst_pain
from eccentric.journal.metrics.symmetry import asymmetry_pct, gaps
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.metrics.watched_trend import range_trends, tempo_kept, tempo_share
from eccentric.journal.records import Entry, Pain, Session, SetKind, SetRecord
from eccentric.journal.tests_of_person import TestKind, TestResult

DAY = date(2025, 3, 3)


def scored(kind: TestKind, *values: float, label: str = "") -> Journal:
    return Journal(
        tests=tuple(TestResult(day=DAY + timedelta(weeks=n), kind=kind, value=value, label=label) for n, value in enumerate(values))
    )


def sides(*pairs: tuple[float, float]) -> list[str]:
    found = tuple(
        TestResult(day=DAY + timedelta(weeks=n), kind=TestKind.STRENGTH, left=left, right=right, unit="N")
        for n, (left, right) in enumerate(pairs)
    )
    return [gap.verdict for gap in gaps(Journal(tests=found))]


def test_asymmetry_is_of_the_stronger_side() -> None:
    assert asymmetry_pct(80, 100) == asymmetry_pct(100, 80) == 20
    assert asymmetry_pct(0, 0) == 0
    assert asymmetry_pct(0, 5) == 100


def test_a_gap_counts_when_two_tests_show_it() -> None:
    again = "test again before acting on it"
    assert sides((80, 100)) == [again]
    assert sides((80, 100), (84, 100)) == [again, "act"]
    assert sides((80, 100), (79, 100)) == [again, "high"]
    assert sides((80, 100), (89, 100)) == [again, "note"]
    assert sides((88, 100), (78, 100)) == [again, "note"]
    assert sides((80, 100), (95, 100)) == [again, "even"]
    assert sides((80, 100), (100, 80)) == [again, again]


@pytest.mark.parametrize(
    ("kind", "change", "meaning"),
    [
        (TestKind.NPRS, -1.4, "no meaningful change"),
        (TestKind.NPRS, -1.5, "better, small change"),
        (TestKind.NPRS, -2.0, "better, medium change"),
        (TestKind.NPRS, 3.5, "worse, large change"),
        (TestKind.PSFS, 1.2, "no meaningful change"),
        (TestKind.PSFS, 2.3, "better, medium change"),
        (TestKind.PSFS, -2.7, "worse, large change"),
        (TestKind.BREAK_POINT, -7.9, "no meaningful change"),
        (TestKind.BREAK_POINT, -8.0, "better, more than measurement error"),
    ],
)
def test_change_is_named_only_past_what_people_notice(kind: TestKind, change: float, meaning: str) -> None:
    assert meaning_of(SCALES[kind], change) == meaning


def test_outcomes_run_from_first_to_last_and_one_is_only_a_start() -> None:
    outcome = outcomes(scored(TestKind.NPRS, 5, 7, 3))[0]
    assert (outcome.first, outcome.last, outcome.change, outcome.results, outcome.meaning) == (5, 3, -2, 3, "better, medium change")
    alone = outcomes(scored(TestKind.NPRS, 5))[0]
    assert (alone.meaning, alone.confidence) == ("first result", Confidence.NONE)


def test_typed_totals_are_judged_only_where_a_figure_is_known() -> None:
    assert outcomes(scored(TestKind.TOTAL, 50, 60, label="lefs"))[0].meaning == "better, more than measurement error"
    assert outcomes(scored(TestKind.TOTAL, 50, 60, label="KOOS")) == []


def test_pain_lights() -> None:
    assert [light(value) for value in (0, 2, 2.5, 5, 5.1)] == ["green", "green", "amber", "amber", "red"]


def test_worst_pain_of_weeks_is_of_session_and_sets() -> None:
    sets = (SetRecord(reps=5, pain=Pain(during=6)), SetRecord(reps=5))
    session = Session(day=DAY, pain=Pain(during=2, next_morning=1), entries=(Entry(name="x", sets=sets),))
    assert (worst_pain(session), worst_pain(session, "next_morning"), worst_pain(session, "after")) == (6, 1, None)
    assert worst_pain(Session(day=DAY)) is None
    weeks = week_pains(Journal(sessions=(session, Session(day=DAY + timedelta(days=8)))))
    assert [(week.during, week.next_morning) for week in weeks] == [(6, 1)]


def test_records_keep_the_day_on_which_they_were_first_reached() -> None:
    def lift(day: int, reps: int, load: float, kind: SetKind = SetKind.NORMAL) -> Session:
        done = SetRecord(reps=reps, external_load_kg=load, rir=0, kind=kind)
        return Session(day=DAY + timedelta(days=day), entries=(Entry(name="x", sets=(done,)),))

    journal = Journal(sessions=(lift(3, 8, 50), lift(0, 5, 50), lift(1, 12, 30), lift(2, 1, 90, SetKind.WARM_UP)))
    found = {best.measure: best for best in bests(journal)}
    assert (found["load"].value, found["load"].day) == (50, DAY)
    assert (found["repetitions"].value, found["repetitions"].day) == (12, DAY + timedelta(days=1))
    assert found["e1rm"].day == DAY + timedelta(days=3)
    assert "hold" not in found


def test_adherence_counts_what_the_plan_asked_for() -> None:
    journal = rehab_journal()
    found = adherence(journal, START + timedelta(weeks=8))
    assert (found.planned_sessions, found.done_sessions) == (16, 13)
    assert (found.asked_sets, found.done_sets) == (80, 65)
    assert found.sessions_share == 13 / 16
    assert found.longest_gap_days == 7
    assert adherence(journal, START).planned_sessions == 1


def test_more_sets_of_one_exercise_do_not_make_up_for_another() -> None:
    journal = rehab_journal(1)
    session = journal.sessions[0]
    more = session.entries[0].model_copy(update={"sets": session.entries[0].sets * 3})
    done = journal.model_copy(update={"sessions": (session.model_copy(update={"entries": (more,)}),)})
    assert adherence(done, START).done_sets == 3


def test_no_plan_has_no_share() -> None:
    assert adherence(Journal(), DAY).sessions_share is None


def test_range_trend_is_told_from_error_or_not() -> None:
    trend = range_trends(rehab_journal())[0]
    assert (trend.exercise, trend.first_deg, trend.last_deg) == ("seated-leg-curl", 93, 105)
    assert trend.told_from_error
    assert trend.confidence is Confidence.MEDIUM
    assert range_trends(Journal(sessions=rehab_journal().sessions[:1])) == []


def test_tempo_is_kept_within_half_a_second() -> None:
    assert tempo_kept(SetRecord(tempo_asked="3-0-1-0", tempo_seen="2.5-0-1-0")) is True
    assert tempo_kept(SetRecord(tempo_asked="3-0-1-0", tempo_seen="2.4-0-1-0")) is False
    assert tempo_kept(SetRecord(tempo_asked="3-0-1-0")) is None
    share = tempo_share(rehab_journal())
    assert (share.kept, share.judged) == (26, 39)


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_asymmetry_is_between_0_and_100_and_has_no_side(left: float, right: float) -> None:
    assert 0 <= asymmetry_pct(left, right) <= 100
    assert asymmetry_pct(left, right) == asymmetry_pct(right, left)
