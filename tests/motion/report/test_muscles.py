"""The muscles section is there when the angles are, and says what the model says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.motion.report import builders

from eccentric.motion.report import muscles_section
from eccentric.motion.watched import WatchedSet
from eccentric.terms.body import Side

EXERCISE = builders.exercise()


def with_hips(watched: WatchedSet, hip_deg: float) -> WatchedSet:
    hips = np.full(len(watched.signals.time_s), hip_deg)
    return replace(watched, signals=replace(watched.signals, angles={**watched.signals.angles, "hip_flexion_left_deg": hips}))


def test_bent_hips_lengthen_and_straight_ones_do_not() -> None:
    watched = builders.watched(builders.rep(1))
    assert "none of its work at long length" in (muscles_section(with_hips(watched, 0.0), EXERCISE) or "")
    assert "all of its work at long length" in (muscles_section(with_hips(watched, 90.0), EXERCISE) or "")


def test_without_a_hip_angle_there_is_no_section() -> None:
    assert muscles_section(builders.watched(builders.rep(1)), EXERCISE) is None
    assert muscles_section(with_hips(builders.nobody(), 0.0), EXERCISE) is None


def test_only_the_leg_that_was_seen_counts() -> None:
    other = replace(builders.rep(1), side=Side.RIGHT)
    assert "too little lowering in view" in (muscles_section(with_hips(builders.watched(other), 0.0), EXERCISE) or "")
