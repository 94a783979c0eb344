"""Who of several people exercises."""

from __future__ import annotations

import numpy as np
import pytest

from eccentric.motion.landmarks import ImageLandmarks, Point, PoseFrame
from eccentric.motion.pose.subject import choose, rhythm

P = Point
RATE = 15
SECONDS = np.arange(0, 12, 1 / RATE)


def person(x: float, knee_deg: np.ndarray, *, size: float = 1.0, walks: float = 0.0) -> list[PoseFrame]:
    """Somebody who stands at ``x`` in an image of 640 x 480 and bends the knees by ``knee_deg`` (frame,)."""
    frames = []
    for time_s, bend in zip(SECONDS, np.radians(knee_deg), strict=True):
        xyz = np.zeros((33, 3))
        at = np.array([x + walks * time_s, 240.0, 0.0])
        for side in (0, 1):
            hip, knee = at, at + np.array([0, 80 * size, 0])
            xyz[[P.LEFT_SHOULDER + side, P.LEFT_HIP + side]] = at - np.array([0, 100 * size, 0]), hip
            xyz[P.LEFT_KNEE + side] = knee
            xyz[P.LEFT_ANKLE + side] = knee + 80 * size * np.array([np.sin(bend), np.cos(bend), 0])
        ones = np.ones(33)
        frames.append(PoseFrame(float(time_s), ImageLandmarks(xyz, ones, ones, 640, 480), None, 1.0))
    return frames


def curls() -> np.ndarray:
    return 50 - 50 * np.cos(2 * np.pi * SECONDS / 3)


def still() -> np.ndarray:
    return 5 + np.random.default_rng(3).normal(0, 1.5, len(SECONDS))


def walking() -> np.ndarray:
    return 30 - 30 * np.cos(2 * np.pi * SECONDS / 1.1)


def test_the_one_who_moves_rhythmically_is_chosen_though_smaller_and_off_centre() -> None:
    people = {0: person(320, still(), size=1.3), 1: person(150, curls(), size=0.8)}
    assert choose(people, len(SECONDS)) == 1


def test_somebody_walking_through_is_not_chosen() -> None:
    assert choose({0: person(0, walking(), walks=50), 1: person(320, curls() * 0.6)}, len(SECONDS)) == 1


def test_a_short_visit_is_not_chosen() -> None:
    assert choose({0: person(320, curls())[:25], 1: person(320, curls())}, len(SECONDS)) == 1


def test_the_middle_decides_between_equals() -> None:
    assert choose({0: person(40, still()), 1: person(320, still())}, len(SECONDS)) == 1


def test_the_viewer_overrules() -> None:
    people = {0: person(320, still()), 1: person(150, curls())}
    assert choose(people, len(SECONDS), at_px=(325, 260)) == 0


def test_nobody_is_nobody() -> None:
    assert choose({}, 10) is None
    assert choose({0: [PoseFrame(0.0, None, None)]}, 10) is None


@pytest.mark.parametrize(("angle", "low", "high"), [(curls(), 0.9, 1.0), (still(), 0.0, 0.01), (np.linspace(0, 90, 180), 0.0, 0.01)])
def test_rhythm_is_swing_that_returns(angle: np.ndarray, low: float, high: float) -> None:
    assert low <= rhythm(angle) <= high
