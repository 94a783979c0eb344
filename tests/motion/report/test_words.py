"""Sentences say what the numbers say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.motion.report import builders

from eccentric.motion.report import words
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import FaultId, Severity


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (17.2, "deg", "17°"),
        (-0.3, "deg", "0°"),
        (-2.0, "deg", "\u22122°"),
        (0.57, "s", "0.6 s"),
        (63.0, "percent", "63 %"),
        (0.63, "fraction", "63 %"),
        (2.6, "ratio", "2.6 times"),
    ],
)
def test_amounts_have_their_unit(value: float, unit: str, said: str) -> None:
    assert words.amount(value, unit).replace("\u00a0", " ") == said


@pytest.mark.parametrize("value", [None, float("nan"), float("inf")])
def test_what_was_not_measured_is_said_so(value: float | None) -> None:
    assert words.amount(value, "deg") == "not measured"


@pytest.mark.parametrize(("time_s", "said"), [(0.0, "0:00.0"), (9.96, "0:10.0"), (59.97, "1:00.0"), (83.25, "1:23.2"), (-1.0, "0:00.0")])
def test_clock_never_says_sixty_seconds(time_s: float, said: str) -> None:
    assert words.clock(time_s) == said


def test_lists_read_as_sentences() -> None:
    assert words.listed([2]) == "2"
    assert words.listed([2, 5]) == "2 and 5"
    assert words.listed([2, 3, 5]) == "2, 3 and 5"


def test_verdict_counts_and_agrees() -> None:
    bad = builders.fault(FaultId.HIPS_LIFT, 5.5)
    assert words.verdict_sentence(builders.watched(builders.rep(1), builders.rep(2, bad))) == "of 2 repetitions was good"
    assert words.verdict_sentence(builders.watched(builders.rep(1))) == "of 1 repetition was good"
    assert words.verdict_sentence(builders.nobody()) == "No repetition found"


def test_range_names_the_repetitions_that_covered_less() -> None:
    short = replace(builders.rep(2, builders.fault(FaultId.PARTIAL_RANGE, 6.0, unit="percent", value=60.0)), driver_max_deg=70.0)
    watched = builders.watched(builders.rep(1), short, builders.rep(3))
    said = words.range_sentence(watched, builders.exercise())
    assert said == "Your knee went between 5° and 110°; repetition 2 covered less"
    assert words.range_sentence(builders.watched(builders.rep(1)), builders.exercise()) == "Your knee went between 5° and 110° on average"


def test_a_repetition_that_was_cut_off_does_not_count_in_the_range() -> None:
    cut = replace(builders.rep(2), complete=False, driver_max_deg=40.0)
    assert "110°" in words.range_sentence(builders.watched(builders.rep(1), cut), builders.exercise())


def test_tempo_is_held_against_the_target() -> None:
    watched = builders.watched(builders.rep(1))
    assert words.tempo_sentence(watched, 3.0).replace("\u00a0", " ") == "You lowered in 2.0 s on average; the target is 3 s"
    assert words.tempo_sentence(watched, 2.0).replace("\u00a0", " ").endswith("the target of 2 s is met")
    assert "target" not in words.tempo_sentence(watched, None)
    mixed = builders.watched(builders.rep(1), replace(builders.rep(2), eccentric_s=4.2))
    said = words.tempo_sentence(mixed, 3.0).replace("\u00a0", " ")
    assert said == "You lowered in 3.1 s on average; one of two fell short of the target of 3 s", "a mean hides the short ones"


def test_limits_come_from_the_exercise_file() -> None:
    mistake = builders.exercise().mistake(FaultId.HIPS_LIFT)
    assert mistake is not None
    fault = builders.fault(FaultId.HIPS_LIFT, 1.0)
    assert words.limit_of(fault, mistake) == f"{mistake.limits['fail_deg']:.0f}°"
    assert words.limit_of(replace(fault, severity=Severity.WARN), mistake) == f"{mistake.limits['warn_deg']:.0f}°"
    assert words.limit_of(replace(fault, unit="parsec"), mistake) is None
    partial = FoundFault(FaultId.PARTIAL_RANGE, Severity.FAIL, 59.0, "percent", 1.0, 1.2)
    assert words.limit_of(partial, builders.exercise().mistake(FaultId.PARTIAL_RANGE)) == "75\u00a0%"


def test_every_fault_has_a_name() -> None:
    assert set(words.FAULT_NAMES) == set(FaultId)
