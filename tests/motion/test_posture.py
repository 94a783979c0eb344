"""Another exercise's movement is not counted as this one's."""

from __future__ import annotations

import pytest
from tests.motion.builders import Person, constant, curls, frames, lying, path

from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set


@pytest.mark.parametrize("exercise_id", ["nordic-curl", "seated-leg-curl", "standing-leg-curl"])
def test_a_lying_curl_is_none_of_these(exercise_id: str) -> None:
    watched = watch_set(read_exercise(exercise_id), frames(lying(path(5.0, *curls(3))), 15))
    assert watched.summary.reps == 0 and any("No repetition" in problem for problem in watched.view.problems)


def test_a_standing_curl_is_no_lying_curl() -> None:
    knee = path(5.0, *curls(3))
    watched = watch_set(read_exercise("lying-leg-curl"), frames(Person(knee_left=knee, knee_right=knee, trunk=constant(5.0)), 15))
    assert watched.summary.reps == 0
