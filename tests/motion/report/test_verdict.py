"""The one thing to fix next."""

from __future__ import annotations

from dataclasses import replace

from tests.motion.report import builders

from eccentric.motion.report.verdict import next_fix
from eccentric.terms.faults import FaultId, Severity

EXERCISE = builders.exercise()


def test_a_clean_set_has_nothing_to_fix() -> None:
    assert next_fix(builders.watched(builders.rep(1)), EXERCISE) is None
    assert next_fix(builders.nobody(), EXERCISE) is None


def test_the_fault_that_failed_most_comes_first() -> None:
    lift, rush = FaultId.HIPS_LIFT, FaultId.RUSHED_LOWERING
    watched = builders.watched(
        builders.rep(1, builders.fault(lift, 1.5)),
        builders.rep(2, builders.fault(rush, 6.0, unit="s")),
        builders.rep(3, builders.fault(rush, 10.0, unit="s")),
    )
    fix = next_fix(watched, EXERCISE)
    assert fix is not None
    assert (fix.fault, fix.reps, fix.certain) == (rush, (2, 3), True)
    assert fix.mistake == EXERCISE.mistake(rush)


def test_a_failure_outranks_many_warnings() -> None:
    warned = [builders.rep(n, builders.fault(FaultId.MOMENTUM, 1.0 + 4 * n, Severity.WARN)) for n in (1, 2, 3)]
    watched = builders.watched(*warned, builders.rep(4, builders.fault(FaultId.HIPS_LIFT, 14.0)))
    fix = next_fix(watched, EXERCISE)
    assert fix is not None
    assert fix.fault is FaultId.HIPS_LIFT


def test_warnings_alone_are_something_to_watch() -> None:
    fix = next_fix(builders.watched(builders.rep(1, builders.fault(FaultId.MOMENTUM, 1.0, Severity.WARN))), EXERCISE)
    assert fix is not None
    assert not fix.certain


def test_the_analysers_cue_decides() -> None:
    momentum = EXERCISE.mistake(FaultId.MOMENTUM)
    assert momentum is not None
    watched = builders.watched(
        builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.5)),
        builders.rep(2, builders.fault(FaultId.HIPS_LIFT, 5.5), builders.fault(FaultId.MOMENTUM, 5.0)),
    )
    fix = next_fix(replace(watched, cues=(f"A heave started one repetition. {momentum.cue}",)), EXERCISE)
    assert fix is not None
    assert fix.fault is FaultId.MOMENTUM


def test_a_repetition_that_was_cut_off_is_not_accused() -> None:
    cut = replace(builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.5)), complete=False)
    assert next_fix(builders.watched(cut), EXERCISE) is None
