"""The motion core on people with known joints."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.builders import Person, Step, constant, curls, frames, half_cosine_phase_s, lying, path

from eccentric.library.read import read_exercise
from eccentric.motion.analyse import Analyser, RepetitionEnded, watch_set
from eccentric.motion.angles import KNEE_TOO_STRAIGHT_DEG
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.watched import Repetition
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

LYING = read_exercise("lying-leg-curl")
STANDING = read_exercise("standing-leg-curl")
NORDIC = read_exercise("nordic-curl")
RDL = read_exercise("romanian-deadlift")
GHR = read_exercise("glute-ham-raise")


def lying_set(*steps: Step) -> Person:
    return lying(path(5.0, *steps))


def fails(rep: Repetition) -> set[FaultId]:
    return {fault.id for fault in rep.faults if fault.severity is Severity.FAIL}


@pytest.mark.parametrize("fps", [10, 15, 24, 30, 60, 120])
def test_clean_curls_are_counted_timed_and_blameless_at_any_frame_rate(fps: int) -> None:
    watched = watch_set(LYING, frames(lying_set(*curls(4)), 19, fps=fps))
    assert watched.summary.reps == watched.summary.good_reps == 4
    within_s = max(0.12, 2 / fps)
    for rep in watched.reps:
        assert rep.concentric_s == pytest.approx(half_cosine_phase_s(1.0, 107), abs=within_s)
        assert rep.eccentric_s == pytest.approx(half_cosine_phase_s(2.5, 107), abs=within_s)
        assert rep.driver_max_deg == pytest.approx(112 + KNEE_TOO_STRAIGHT_DEG, abs=2)
        assert rep.driver_min_deg == pytest.approx(5 + KNEE_TOO_STRAIGHT_DEG, abs=2)


@settings(max_examples=12, deadline=None)
@given(
    count=st.integers(1, 5),
    high_deg=st.floats(100, 125),
    up_s=st.floats(0.9, 2.0),
    down_s=st.floats(1.8, 4.0),
    yaw_deg=st.floats(-40, 40),
    turn=st.sampled_from([-1, 1]),
)
def test_any_clean_set_is_counted_from_any_side(count: int, high_deg: float, up_s: float, down_s: float, yaw_deg: float, turn: int) -> None:
    knee = path(5.0, *curls(count, high_deg=high_deg, up_s=up_s, down_s=down_s))
    person = Person(knee_left=knee, knee_right=knee, trunk=constant(90.0), turn=turn, yaw_deg=yaw_deg)
    watched = watch_set(LYING, frames(person, 2 + count * (up_s + down_s + 0.8), fps=20, noise_px=0.5))
    assert watched.summary.reps == count
    assert watched.view.near_side is (Side.RIGHT if turn > 0 else Side.LEFT)
    assert watched.view.camera_yaw_deg == pytest.approx(yaw_deg, abs=4)
    assert not any(fails(rep) for rep in watched.reps)


@settings(max_examples=10, deadline=None)
@given(cut=st.integers(1, 400), seed=st.integers(0, 100))
def test_live_and_recorded_give_the_same_repetitions(cut: int, seed: int) -> None:
    """Whoever takes events as they come hears exactly what the recording's fold says, wherever they listen from."""
    recorded = list(frames(lying_set(*curls(3)), 14, noise_px=1.0, seed=seed))
    live = Analyser(LYING)
    first = [event for frame in recorded[:cut] for event in live.push(frame)]
    rest = [event for frame in recorded[cut:] for event in live.push(frame)] + live.finish()
    heard = tuple(event.repetition for event in first + rest if isinstance(event, RepetitionEnded))
    assert heard == watch_set(LYING, recorded).reps


def hidden(recorded: list[PoseFrame], *spans_s: tuple[float, float]) -> tuple[list[PoseFrame], list[PoseFrame]]:
    """A recording in which nobody is seen for some spans of time, and the same with those frames never taken."""
    away = [any(begin <= frame.time_s < end for begin, end in spans_s) for frame in recorded]
    nobody = [PoseFrame(frame.time_s, None, None) if gone else frame for frame, gone in zip(recorded, away, strict=True)]
    return nobody, [frame for frame, gone in zip(recorded, away, strict=True) if not gone]


@settings(max_examples=10, deadline=None)
@given(first_s=st.floats(0.0, 1.5), lasts_s=st.floats(0.05, 0.4), fps=st.sampled_from([12.0, 30.0]))
def test_a_moment_without_anybody_is_like_one_not_filmed_and_costs_no_repetition(first_s: float, lasts_s: float, fps: float) -> None:
    recorded = list(frames(lying_set(*curls(3)), 15, fps=fps, noise_px=0.5))
    spans_s = [(first_s + 1.5 * number, first_s + 1.5 * number + lasts_s) for number in range(10)]
    nobody, never = (watch_set(LYING, shown) for shown in hidden(recorded, *spans_s))
    assert len(nobody.reps) == len(never.reps) == 3
    for one, other in zip(nobody.reps, never.reps, strict=True):
        assert (one.complete, fails(one)) == (other.complete, fails(other))
        assert one.driver_max_deg == pytest.approx(other.driver_max_deg, abs=3)
    assert len(nobody.signals.time_s) == len(recorded)


def test_a_repetition_mostly_out_of_sight_is_not_counted() -> None:
    recorded = list(frames(lying_set(*curls(3)), 15))
    for shown in hidden(recorded, (5.8, 7.8)):  # the second goes up from 5.3 to 6.3 s, and down from 6.7 to 9.2 s
        assert len(watch_set(LYING, shown).reps) == 2


def test_a_repetition_is_told_when_it_is_over_not_at_the_end_of_the_set() -> None:
    live = Analyser(LYING)
    told_s = [
        frame.time_s for frame in frames(lying_set(*curls(2)), 20) for event in live.push(frame) if isinstance(event, RepetitionEnded)
    ]
    assert len(told_s) == 2
    assert told_s[0] < 6.5


def test_nobody_and_nobody_moving_are_no_repetitions() -> None:
    nobody = watch_set(LYING, [PoseFrame(index / 30, None, None) for index in range(90)])
    assert nobody.reps == () and nobody.view.problems == ("Nobody was seen in the video.",)
    still = watch_set(STANDING, frames(Person(), 10, noise_px=1.0))
    assert still.summary.reps == 0 and still.summary.rom_mean_deg is None and "No repetition" in still.view.problems[0]


def test_a_leg_outside_the_picture_is_not_measured() -> None:
    whole = list(frames(lying_set(*curls(3)), 15))
    cut = [
        replace(each, image=replace(each.image, xyz_px=each.image.xyz_px - np.array([400.0, 0, 0]))) if each.image else each
        for each in whole
    ]
    assert watch_set(LYING, whole).summary.reps == 3
    watched = watch_set(LYING, cut)
    assert not watched.view.usable and "show the whole leg" in watched.view.problems[0]
    assert not any(rep.faults or rep.driver_max_deg is not None for rep in watched.reps)


def test_walking_in_and_fidgeting_are_not_repetitions() -> None:
    def stride(time_s: float) -> float:
        return 5 + 45 * max(0.0, np.sin(2 * np.pi * time_s)) if time_s < 3 else 5.0

    def twitch(time_s: float) -> float:
        return 5 + 20 * np.sin(np.pi * (time_s - 4)) if 4 < time_s < 5 else stride(time_s)

    work = path(5.0, *curls(2, high_deg=101), rests_s=6)
    walker = Person(
        knee_left=lambda time_s: twitch(time_s) if time_s < 6 else work(time_s),
        knee_right=lambda time_s: stride(time_s + 0.5) if time_s < 3 else 5.0,
        across_m=lambda time_s: 1.0 - 0.6 * min(time_s, 3.0),
        turn=-1,
    )
    watched = watch_set(STANDING, frames(walker, 15))
    assert [rep.side for rep in watched.reps] == [Side.LEFT, Side.LEFT]
    assert watched.reps[0].start_s > 5.5


def test_a_partial_repetition_is_found_marked_and_counted() -> None:
    watched = watch_set(LYING, frames(lying_set(*curls(1), *curls(1, high_deg=70), *curls(1)), 15))
    assert [fails(rep) for rep in watched.reps] == [set(), {FaultId.PARTIAL_RANGE}, set()]
    assert watched.summary.reps == 3 and watched.summary.good_reps == 2


def test_an_incomplete_return_is_judged_where_it_ends_not_where_the_next_begins() -> None:
    steps = [Step(112, 1, 0.4), Step(40, 1.6, 0.3), Step(112, 0.9, 0.4), Step(5, 2.5, 0.4), *curls(1)]
    watched = watch_set(LYING, frames(lying_set(*steps), 14))
    assert [fails(rep) for rep in watched.reps] == [{FaultId.INCOMPLETE_RETURN}, set(), set()]


def test_repetitions_cut_off_by_the_recording_are_listed_but_not_counted() -> None:
    person = lying_set(*curls(3))
    whole = list(frames(person, 19))
    watched = watch_set(LYING, [frame for frame in whole if 2.2 < frame.time_s < 10.2])
    assert [rep.complete for rep in watched.reps] == [False, True, False]
    assert watched.summary.reps == 1


def test_alternating_legs_count_one_each() -> None:
    left = path(5.0, Step(100, 1, 0.4), Step(5, 2, 5.2), Step(100, 1, 0.4), Step(5, 2))
    right = path(5.0, Step(5, 4.3), Step(100, 1, 0.4), Step(5, 2))
    watched = watch_set(STANDING, frames(Person(knee_left=left, knee_right=right), 15))
    assert [rep.side for rep in watched.reps] == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_alternating_legs_filmed_from_a_held_curl_lose_only_the_one_cut_off() -> None:
    held, other = path(101, Step(5, 2.5, 5.0), *curls(1, high_deg=101)), path(5, *curls(1, high_deg=101), rests_s=4.5)
    watched = watch_set(STANDING, frames(Person(knee_left=other, knee_right=held), 14, fps=15))
    assert [(rep.side, rep.complete) for rep in watched.reps] == [(Side.RIGHT, False), (Side.LEFT, True), (Side.RIGHT, True)]


def test_a_nordic_begins_shortened_and_lowers_first() -> None:
    knee = path(85.0, *[Step(34, 2.2, 0.4), Step(85, 1.2, 0.4)] * 3)
    person = Person(knee_left=knee, knee_right=knee, trunk=lambda time_s: 90 - knee(time_s))
    watched = watch_set(NORDIC, frames(person, 15))
    assert watched.summary.reps == 3
    first = watched.reps[0]
    assert first.eccentric_from_s is not None and first.concentric_from_s is not None
    assert first.eccentric_from_s < first.concentric_from_s
    assert first.eccentric_s == pytest.approx(half_cosine_phase_s(2.2, 51), abs=0.12)
    assert all(rep.good for rep in watched.reps)


def test_a_nordic_filmed_from_its_lowest_point_loses_no_repetition() -> None:
    """Lying low is no posture of a Nordic's start, but it is where this recording's first repetition begins."""
    knee = path(12.0, *[Step(85, 1.2, 0.4), Step(12, 2.2, 0.6)] * 3)
    person = Person(knee_left=knee, knee_right=knee, trunk=lambda time_s: 90 - knee(time_s))
    assert watch_set(NORDIC, frames(person, 15)).summary.reps == 3


@pytest.mark.parametrize("hanging", [True, False])
def test_a_glute_ham_raise_may_begin_at_either_end(hanging: bool) -> None:
    steps = [Step(77, 1.2, 0.4), Step(3, 2.2, 0.4)] if hanging else [Step(3, 2.2, 0.4), Step(77, 1.2, 0.4)]
    knee = path(3.0 if hanging else 77.0, *steps * 3)
    person = Person(knee_left=knee, knee_right=knee, trunk=lambda time_s: 90 - knee(time_s))
    watched = watch_set(GHR, frames(person, 15))
    assert watched.summary.reps == 3
    for rep in watched.reps:
        assert rep.concentric_s == pytest.approx(half_cosine_phase_s(1.2, 74), abs=0.12)


def hinge(count: int, *, knee_deg: float = 15.0, depth_deg: float = 100.0) -> Person:
    bend = path(0.0, *[Step(1.0, 2.0, 0.4), Step(0.0, 1.2, 0.5)] * count)
    return Person(
        hip=lambda time_s: 2 + (depth_deg - 2) * bend(time_s),
        trunk=lambda time_s: 2 + (depth_deg - 15) * bend(time_s),
        knee_left=lambda time_s: 8 + (knee_deg - 8) * bend(time_s),
        knee_right=lambda time_s: 8 + (knee_deg - 8) * bend(time_s),
    )


def test_a_hinge_is_counted_by_its_hips_and_squatting_is_seen() -> None:
    clean = watch_set(RDL, frames(hinge(3), 15))
    assert clean.summary.reps == 3 and not any(fails(rep) for rep in clean.reps)
    squatted = watch_set(RDL, frames(hinge(2, knee_deg=55), 11))
    assert [fails(rep) for rep in squatted.reps] == [{FaultId.SQUATTING}] * 2


def test_gaps_in_seeing_do_not_lose_or_double_repetitions() -> None:
    whole = list(frames(lying_set(*curls(3)), 15))
    holes = [PoseFrame(frame.time_s, None, None) if int(frame.time_s * 10) % 7 == 0 else frame for frame in whole]
    assert watch_set(LYING, holes).summary.reps == 3


def test_a_view_too_far_off_counts_and_times_but_measures_no_angle() -> None:
    knee = path(5.0, *curls(1), *curls(1, high_deg=60, down_s=0.4))
    watched = watch_set(LYING, frames(Person(knee_left=knee, knee_right=knee, trunk=constant(90.0), yaw_deg=65), 11))
    assert not watched.view.usable and "Move the camera side-on" in watched.view.problems[0]
    assert [rep.driver_max_deg for rep in watched.reps] == [None, None]
    assert [fails(rep) for rep in watched.reps] == [set(), {FaultId.RUSHED_LOWERING}]
    assert not any(rep.good for rep in watched.reps)


def test_somebody_tiny_in_the_picture_is_counted_but_not_measured() -> None:
    tiny = [
        replace(frame, image=replace(frame.image, xyz_px=frame.image.xyz_px * 0.05))
        for frame in frames(lying_set(*curls(2)), 11)
        if frame.image
    ]
    watched = watch_set(LYING, tiny)
    assert watched.summary.reps == 2 and watched.summary.good_reps == 0
    assert "film from nearer" in watched.view.problems[0]


def test_frames_out_of_order_are_ignored() -> None:
    ordered = list(frames(lying_set(*curls(2)), 10))
    shuffled = [ordered[0], ordered[0], *ordered[1:50], ordered[10], *ordered[50:]]
    assert [rep.start_s for rep in watch_set(LYING, shuffled).reps] == [rep.start_s for rep in watch_set(LYING, ordered).reps]


def test_a_push_takes_less_than_a_thirtieth_of_a_second_by_far() -> None:
    """The figure itself is measured by `make bench`; here only that it is nowhere near a frame's time."""
    live = Analyser(LYING)
    took_s = []
    for frame in frames(lying_set(*curls(3)), 15):
        began = time.thread_time()
        live.push(frame)
        took_s.append(time.thread_time() - began)
    assert np.percentile(took_s, 90) < 0.005
