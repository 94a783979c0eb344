"""Where a Nordic breaks: known descents, controlled and not (TEST-03)."""

from __future__ import annotations

import pytest
from tests.motion.builders import Person, frames

from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set
from eccentric.motion.angles import KNEE_TOO_STRAIGHT_DEG
from eccentric.motion.watched import Repetition


def descent(break_deg: float, slow_deg_s: float, fast_deg_s: float = 120.0) -> Repetition:
    """Kneel a second, lower at one speed to the break, fall at another to 20 degrees, wait, come back."""

    def knee(time_s: float) -> float:
        slow_s = (85 - break_deg) / slow_deg_s
        fast_s = (break_deg - 20) / fast_deg_s
        now = time_s - 1
        if now < 0:
            return 85.0
        if now < slow_s:
            return 85 - slow_deg_s * now
        if now < slow_s + fast_s:
            return break_deg - fast_deg_s * (now - slow_s)
        return min(85.0, 20 + 50 * max(0.0, now - slow_s - fast_s - 0.6))

    person = Person(knee_left=knee, knee_right=knee, trunk=lambda time_s: 90 - knee(time_s))
    watched = watch_set(read_exercise("nordic-curl"), frames(person, 4 + (85 - break_deg) / slow_deg_s + 3, fps=60))
    assert len(watched.reps) == 1
    return watched.reps[0]


@pytest.mark.parametrize("break_deg", [40, 50, 60])
def test_a_controlled_descent_breaks_where_it_breaks(break_deg: float) -> None:
    rep = descent(break_deg, slow_deg_s=12)
    assert rep.break_point_deg == pytest.approx(break_deg + KNEE_TOO_STRAIGHT_DEG, abs=4) and rep.break_point_reason is None


def test_a_fall_has_no_break_point_and_says_why() -> None:
    rep = descent(50, slow_deg_s=45)
    assert rep.break_point_deg is None and rep.break_point_reason is not None and "faster than 15" in rep.break_point_reason


def test_only_nordics_have_one() -> None:
    from tests.motion.builders import curls, lying, path

    watched = watch_set(read_exercise("lying-leg-curl"), frames(lying(path(5.0, *curls(1))), 6))
    assert watched.reps[0].break_point_deg is None and watched.reps[0].break_point_reason is None


def test_a_descent_that_hurries_before_it_breaks_was_not_controlled() -> None:
    rep = descent(50, slow_deg_s=17.5)
    assert rep.break_point_deg is None
