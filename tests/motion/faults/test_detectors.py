"""Each detector fires on the fault it is for, and is silent on a clean repetition."""

from __future__ import annotations

from math import sin

import pytest
from tests.motion.builders import Angle, Person, Step, constant, curls, frames, path

from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set
from eccentric.motion.faults import DETECTORS
from eccentric.motion.watched import FoundFault
from eccentric.terms.faults import SEEN_BY_CAMERA, FaultId, Severity


def first_rep_faults(exercise_id: str, person: Person, lasts_s: float = 12) -> dict[FaultId, FoundFault]:
    watched = watch_set(read_exercise(exercise_id), frames(person, lasts_s))
    assert watched.reps
    return {fault.id: fault for fault in watched.reps[0].faults}


def lying(knee: Angle, other: Angle | None = None, hip: Angle | None = None) -> Person:
    return Person(knee_left=other or knee, knee_right=knee, hip=hip or constant(3.0), trunk=constant(90.0))


def bump(size_deg: float, from_s: float = 1.0, lasts_s: float = 3.0, base_deg: float = 3.0) -> Angle:
    return path(base_deg, Step(base_deg + size_deg, lasts_s / 2), Step(base_deg, lasts_s / 2), rests_s=from_s)


CLEAN = path(5.0, *curls(2))


@pytest.mark.parametrize(("size_deg", "severity"), [(5, None), (12, Severity.WARN), (20, Severity.FAIL)])
def test_hips_lift_by_how_far_the_hip_bends(size_deg: float, severity: Severity | None) -> None:
    found = first_rep_faults("lying-leg-curl", lying(CLEAN, hip=bump(size_deg))).get(FaultId.HIPS_LIFT)
    assert (found.severity if found else None) == severity
    if found:
        assert found.value == pytest.approx(size_deg, abs=2) and 1 < found.from_s < found.to_s < 5


@pytest.mark.parametrize(("down_s", "severity"), [(2.5, None), (1.3, Severity.WARN), (0.8, Severity.FAIL)])
def test_rushed_lowering_by_how_long_it_lasts(down_s: float, severity: Severity | None) -> None:
    found = first_rep_faults("lying-leg-curl", lying(path(5.0, *curls(2, down_s=down_s)))).get(FaultId.RUSHED_LOWERING)
    assert (found.severity if found else None) == severity


@pytest.mark.parametrize(("up_s", "fires"), [(1.0, False), (0.55, True)])
def test_momentum_by_how_short_the_lifting_is(up_s: float, fires: bool) -> None:
    assert (FaultId.MOMENTUM in first_rep_faults("lying-leg-curl", lying(path(5.0, *curls(2, up_s=up_s))))) is fires


def test_a_heave_before_the_pull_does_not_hide_how_fast_the_pull_was() -> None:
    heaved = path(5.0, Step(14, 0.5), Step(112, 0.5, 0.4), Step(5, 2.5, 0.4), *curls(1))
    found = first_rep_faults("lying-leg-curl", lying(heaved))[FaultId.MOMENTUM]
    assert found.severity is Severity.FAIL and found.value < 0.7


@pytest.mark.parametrize(("high_deg", "severity"), [(110, None), (70, Severity.FAIL)])
def test_partial_range_by_where_it_turns(high_deg: float, severity: Severity | None) -> None:
    found = first_rep_faults("lying-leg-curl", lying(path(5.0, *curls(2, high_deg=high_deg)))).get(FaultId.PARTIAL_RANGE)
    assert (found.severity if found else None) == severity


@pytest.mark.parametrize(("low_deg", "fires"), [(8, False), (30, True)])
def test_incomplete_return_by_where_it_ends(low_deg: float, fires: bool) -> None:
    knee = path(5.0, Step(112, 1, 0.4), Step(low_deg, 2, 0.4), Step(112, 1, 0.4), Step(5, 2.4))
    found = first_rep_faults("lying-leg-curl", lying(knee)).get(FaultId.INCOMPLETE_RETURN)
    assert (found is not None) is fires
    if found:
        assert found.value == pytest.approx(low_deg - 5, abs=2)


@pytest.mark.parametrize(("behind_deg", "fires"), [(4, False), (25, True)])
def test_asymmetry_by_how_far_one_leg_stays_behind(behind_deg: float, fires: bool) -> None:
    weak = path(5.0, *curls(2, high_deg=112 - behind_deg))
    assert (FaultId.ASYMMETRY in first_rep_faults("lying-leg-curl", lying(CLEAN, other=weak))) is fires


@pytest.mark.parametrize(("jumps_deg", "fires"), [(0, True), (25, False)])
def test_a_far_leg_that_jumps_about_is_guessed_and_accuses_nobody(jumps_deg: float, fires: bool) -> None:
    weak = path(5.0, *curls(2, high_deg=87))
    guessed = lying(CLEAN, other=lambda t: weak(t) + jumps_deg * sin(5 * t) ** 2)
    assert (FaultId.ASYMMETRY in first_rep_faults("lying-leg-curl", guessed)) is fires


def test_a_gap_that_every_repetition_shows_is_the_cameras() -> None:
    weak = path(5.0, *curls(4, high_deg=100))
    watched = watch_set(read_exercise("lying-leg-curl"), frames(lying(path(5.0, *curls(4)), other=weak), 19))
    assert not any(fault.id is FaultId.ASYMMETRY for rep in watched.reps[2:] for fault in rep.faults)


@pytest.mark.parametrize(("size_deg", "fires"), [(4, False), (25, True)])
def test_thigh_drift_in_a_standing_curl(size_deg: float, fires: bool) -> None:
    person = Person(knee_right=path(5.0, *curls(2, high_deg=101)), hip=bump(size_deg))
    assert (FaultId.THIGH_DRIFT in first_rep_faults("standing-leg-curl", person)) is fires


@pytest.mark.parametrize(("size_deg", "fires"), [(4, False), (22, True)])
def test_trunk_lean_in_a_standing_curl(size_deg: float, fires: bool) -> None:
    """The trunk leans over a thigh that stays where it is, so hip and trunk move together."""
    lean = bump(size_deg, base_deg=2)
    person = Person(knee_right=path(5.0, *curls(2, high_deg=101)), trunk=lambda t: -lean(t), hip=lambda t: -lean(t))
    assert (FaultId.TRUNK_LEAN in first_rep_faults("standing-leg-curl", person)) is fires


@pytest.mark.parametrize(("size_deg", "severity"), [(10, None), (18, Severity.WARN), (42, Severity.FAIL)])
def test_hip_break_in_a_nordic(size_deg: float, severity: Severity | None) -> None:
    knee = path(85.0, *[Step(34, 2.2, 0.4), Step(85, 1.2, 0.4)] * 2)
    hip = bump(size_deg)
    person = Person(knee_left=knee, knee_right=knee, hip=hip, trunk=lambda t: 90 - knee(t) + hip(t))
    found = first_rep_faults("nordic-curl", person).get(FaultId.HIP_BREAK)
    assert (found.severity if found else None) == severity


def test_hips_that_are_read_behind_straight_from_the_start_are_the_persons_straight() -> None:
    knee = path(3.0, *[Step(77, 1.2, 0.4), Step(3, 2.2, 0.4)] * 2)
    for hip, fires in ((constant(-12.0), False), (lambda t: -12.0 - bump(20, base_deg=0)(t), True)):
        person = Person(knee_left=knee, knee_right=knee, hip=hip, trunk=lambda t: 90 - knee(t))
        assert (FaultId.HYPEREXTENSION in first_rep_faults("glute-ham-raise", person)) is fires


def hinge(knee_deg: float, end_hip_deg: float = 2.0) -> Person:
    bend = path(0.0, Step(1.0, 2.0, 0.4), Step(0.0, 1.2, 0.5), Step(1.0, 2.0, 0.4), Step(0.0, 1.2))
    past = path(2.0, Step(2.0, 3.2), Step(end_hip_deg, 0.6, 0.5), Step(2.0, 0.6))
    return Person(
        hip=lambda t: past(t) + 96 * bend(t),
        trunk=lambda t: past(t) + 82 * bend(t),
        knee_left=lambda t: 8 + (knee_deg - 8) * bend(t),
        knee_right=lambda t: 8 + (knee_deg - 8) * bend(t),
    )


@pytest.mark.parametrize(("knee_deg", "fires"), [(18, False), (50, True)])
def test_squatting_in_a_hinge(knee_deg: float, fires: bool) -> None:
    assert (FaultId.SQUATTING in first_rep_faults("romanian-deadlift", hinge(knee_deg))) is fires


@pytest.mark.parametrize(("end_hip_deg", "fires"), [(2, False), (-20, True)])
def test_hyperextension_at_the_top_of_a_hinge(end_hip_deg: float, fires: bool) -> None:
    assert (FaultId.HYPEREXTENSION in first_rep_faults("romanian-deadlift", hinge(15, end_hip_deg))) is fires


def test_every_fault_but_the_rounded_back_has_a_detector() -> None:
    """Landmarks have no point on the back: that one stays with the reader's own eyes."""
    assert set(DETECTORS) == SEEN_BY_CAMERA
