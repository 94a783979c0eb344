"""e1RM: known answers of each formula (evidence section 6) and the limits of the estimate."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.e1rm import brzycki, confidence_of, day_estimates, e1rm_kg, epley, estimate_of, mayhew, wathan
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.records import Contraction, Entry, Session, SetKind, SetRecord

# Repetitions, then Epley, Brzycki, Mayhew and Wathan at 100 kg.
VECTORS = [
    (1, 100, 100.0, 108.9, 101.3),
    (3, 110.0, 105.9, 114.0, 109.0),
    (5, 116.7, 112.5, 119.0, 116.6),
    (8, 126.7, 124.1, 126.3, 127.7),
    (10, 133.3, 133.3, 130.9, 134.7),
    (12, 140.0, 144.0, 135.4, 141.5),
    (15, 150.0, 163.6, 141.7, 150.9),
    (20, 166.7, 211.8, 151.2, 164.5),
]


@pytest.mark.parametrize(("reps", "by_epley", "by_brzycki", "by_mayhew", "by_wathan"), VECTORS)
def test_formulas_give_the_published_numbers(reps: int, by_epley: float, by_brzycki: float, by_mayhew: float, by_wathan: float) -> None:
    found = [formula(100, reps) for formula in (epley, brzycki, mayhew, wathan)]
    assert found == pytest.approx([by_epley, by_brzycki, by_mayhew, by_wathan], abs=0.06)


@pytest.mark.parametrize(("reps", "value"), [(5, 116.65), (8, 126.5), (10, 133.3), (12, 140.75)])
def test_the_estimate_is_the_median(reps: int, value: float) -> None:
    assert e1rm_kg(100, reps) == pytest.approx(value, abs=0.06)


def test_no_estimate_above_fifteen_or_without_load() -> None:
    assert e1rm_kg(100, 15) is not None
    assert e1rm_kg(100, 15.5) is None
    assert e1rm_kg(0, 5) is None
    assert e1rm_kg(100, 0) is None


def test_confidence_bands_and_effort_not_asked() -> None:
    bands = [confidence_of(reps) for reps in (6, 6.5, 10, 10.5, 15, 15.5)]
    assert bands == [Confidence.HIGH, Confidence.MEDIUM, Confidence.MEDIUM, Confidence.LOW, Confidence.LOW, Confidence.NONE]
    assert confidence_of(5, rir_known=False) is Confidence.MEDIUM


def test_reserve_counts_as_repetitions() -> None:
    estimate = estimate_of(SetRecord(reps=6, rir=2, external_load_kg=100))
    assert estimate is not None
    assert estimate[0] == pytest.approx(126.5, abs=0.06)
    assert estimate[1] is Confidence.MEDIUM


@pytest.mark.parametrize(
    "done",
    [
        SetRecord(reps=5, external_load_kg=100, contraction=Contraction.ECCENTRIC),
        SetRecord(reps=5, external_load_kg=100, contraction=Contraction.ISOMETRIC),
        SetRecord(reps=5, external_load_kg=100, kind=SetKind.WARM_UP),
        SetRecord(reps=5, assist_kg=20),
        SetRecord(reps=0, external_load_kg=100),
        SetRecord(duration_s=30, external_load_kg=100),
        SetRecord(reps=14, rir=4, external_load_kg=20),
    ],
)
def test_sets_that_say_nothing_about_the_maximum(done: SetRecord) -> None:
    assert estimate_of(done) is None


def test_a_set_to_failure_knows_its_effort() -> None:
    estimate = estimate_of(SetRecord(reps=5, external_load_kg=100, kind=SetKind.FAILURE))
    assert estimate is not None
    assert estimate[1] is Confidence.HIGH


def test_the_days_best_is_taken() -> None:
    sets = tuple(SetRecord(reps=reps, rir=0, external_load_kg=50) for reps in (5, 8, 6))
    session = Session(day=date(2025, 1, 1), entries=(Entry(exercise="nordic-curl", name="N", sets=sets),))
    found = day_estimates(Journal(sessions=(session,)), "nordic-curl")
    assert [round(point.value_kg, 1) for point in found] == [63.2]
    assert day_estimates(Journal(sessions=(session,)), "N") != []
    assert day_estimates(Journal(sessions=(session,)), "other") == []


@given(st.floats(1, 300), st.floats(1, 14))
def test_more_repetitions_or_load_never_mean_less(load: float, reps: float) -> None:
    now, more, heavier = e1rm_kg(load, reps), e1rm_kg(load, reps + 1), e1rm_kg(load + 1, reps)
    assert now is not None and more is not None and heavier is not None
    assert more >= now
    assert heavier > now
