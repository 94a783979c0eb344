"""At most two cues, the most important first."""

from __future__ import annotations

from eccentric.library.read import read_exercise
from eccentric.motion.cues import cues_for
from eccentric.motion.watched import FoundFault, Repetition
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

LYING = read_exercise("lying-leg-curl")


def rep(index: int, *faults: tuple[FaultId, Severity], complete: bool = True) -> Repetition:
    found = tuple(FoundFault(fault, severity, 1.0, "deg", 0.0, 1.0) for fault, severity in faults)
    return Repetition(index, Side.BOTH, 0, 1, 2, 1.0, 0.0, 2.0, 0.0, 5.0, 110.0, complete, faults=found)


RUSHED, LIFT, PARTIAL = (FaultId.RUSHED_LOWERING, Severity.FAIL), (FaultId.HIPS_LIFT, Severity.FAIL), (FaultId.PARTIAL_RANGE, Severity.FAIL)


def test_a_cue_counts_and_advises_in_the_exercises_words() -> None:
    cues = cues_for(LYING, [rep(1, RUSHED), rep(2), rep(3, RUSHED), rep(4)])
    mistake = LYING.mistake(FaultId.RUSHED_LOWERING)
    assert mistake is not None and mistake.cue is not None
    assert cues == (f"The lowering was rushed in two of four repetitions. {mistake.cue}",)


def test_one_repetition_of_many_is_no_cue() -> None:
    assert cues_for(LYING, [rep(1, RUSHED), rep(2), rep(3)]) == ()


def test_at_most_two_and_the_most_frequent_failure_first() -> None:
    cues = cues_for(LYING, [rep(1, RUSHED, PARTIAL, LIFT), rep(2, RUSHED, PARTIAL, LIFT), rep(3, RUSHED, LIFT)])
    assert len(cues) == 2
    assert cues[0].startswith("The hips came up in every repetition") and cues[1].startswith("The lowering")


def test_failures_come_before_warnings_and_cut_off_repetitions_do_not_count() -> None:
    warned = (FaultId.HIPS_LIFT, Severity.WARN)
    cues = cues_for(LYING, [rep(1, warned, PARTIAL), rep(2, warned, PARTIAL), rep(3, warned, RUSHED, complete=False)])
    assert [cue.split(" ")[1] for cue in cues] == ["movement", "hips"]


def test_nothing_wrong_nothing_said() -> None:
    assert cues_for(LYING, []) == () and cues_for(LYING, [rep(1), rep(2)]) == ()
