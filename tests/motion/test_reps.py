"""The state machine of repetitions on angles that are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.motion.builders import Step, path

from eccentric.motion.reps import Ends, Found, RepetitionFinder, State

CURL = Ends(5.0, 112.0)


def found_in(ends: Ends, start_deg: float, *steps: Step, lasts_s: float, fps: int = 30) -> list[Found]:
    finder, angle, out = RepetitionFinder(ends), path(start_deg, *steps), []
    for index in range(int(lasts_s * fps)):
        out += finder.push(index, index / fps, angle(index / fps))
    return out + finder.finish()


@settings(deadline=None)
@given(
    tops=st.lists(st.floats(60, 130), min_size=1, max_size=8),
    bottoms=st.lists(st.floats(-3, 25), min_size=8, max_size=8),
    up_s=st.floats(0.4, 3),
    down_s=st.floats(0.4, 5),
    hold_s=st.floats(0, 2),
)
def test_every_there_and_back_is_one_repetition(tops: list[float], bottoms: list[float], up_s: float, down_s: float, hold_s: float) -> None:
    steps = [step for top, low in zip(tops, bottoms, strict=False) for step in (Step(top, up_s, hold_s), Step(low, down_s, hold_s))]
    lasts_s = 2.5 + len(tops) * (up_s + down_s + 2 * hold_s)
    found = found_in(CURL, 5.0, *steps, lasts_s=lasts_s)
    assert len(found) == len(tops) and all(item.complete for item in found)
    assert all(item.base < item.turn < item.end <= item.until for item in found)


@given(to_deg=st.floats(6, 30), count=st.integers(1, 6))
def test_fidgets_are_not_repetitions(to_deg: float, count: int) -> None:
    assert found_in(CURL, 5.0, *[Step(to_deg, 0.4, 0.1), Step(5, 0.4, 0.1)] * count, lasts_s=8) == []


def test_the_same_movement_the_other_way_round_is_found_alike() -> None:
    up = found_in(Ends(0.0, 100.0), 0.0, *[Step(100, 1, 0.3), Step(0, 2, 0.3)] * 3, lasts_s=13)
    down = found_in(Ends(100.0, 0.0), 100.0, *[Step(0, 1, 0.3), Step(100, 2, 0.3)] * 3, lasts_s=13)
    assert up == down and len(up) == 3


def test_a_bounce_near_the_turn_does_not_make_two() -> None:
    assert len(found_in(CURL, 5.0, Step(112, 1), Step(90, 0.4), Step(112, 0.4), Step(5, 2), lasts_s=7)) == 1


@pytest.mark.parametrize(("rest_s", "rested"), [(0.3, False), (1.0, False), (6.0, True)])
def test_a_repetition_knows_whether_another_followed(rest_s: float, rested: bool) -> None:
    first = found_in(CURL, 5.0, Step(112, 1, 0.3), Step(5, 2, rest_s), Step(112, 1, 0.3), Step(5, 2), lasts_s=16)[0]
    assert first.rested is rested


def test_an_incomplete_repetition_is_told_from_a_complete_one_at_the_end() -> None:
    whole = found_in(CURL, 5.0, Step(112, 1, 0.3), Step(5, 2), lasts_s=4.4)
    half = found_in(CURL, 5.0, Step(112, 1, 0.3), Step(5, 2), lasts_s=3.0)
    assert [item.complete for item in whole] == [True] and [item.complete for item in half] == [False]


def test_states_follow_the_table() -> None:
    finder, angle = RepetitionFinder(CURL), path(5.0, Step(112, 1, 0.3), Step(5, 2, 2))
    states: list[State] = []
    for index in range(200):
        finder.push(index, index / 30, angle(index / 30))
        if not states or states[-1] is not finder.state:
            states.append(finder.state)
    assert states == [State.REST, State.OUT, State.BACK, State.REST]
