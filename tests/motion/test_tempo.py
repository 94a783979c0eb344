"""Phase times against movements whose speed is known at every moment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.motion.builders import Step, half_cosine_phase_s, path

from eccentric.motion.tempo import phase_between


def sampled(takes_s: float, range_deg: float, fps: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    angle = path(0.0, Step(range_deg, takes_s, 1.0))
    time_s = np.arange(0, takes_s + 2, 1 / fps)
    values = np.array([angle(moment) for moment in time_s])
    return time_s, values, np.gradient(values, time_s)


@given(takes_s=st.floats(0.5, 4.0), range_deg=st.floats(45, 120), fps=st.sampled_from([15.0, 30.0, 60.0]))
def test_a_half_cosine_lasts_as_long_as_it_is_faster_than_the_limit(takes_s: float, range_deg: float, fps: float) -> None:
    phase = phase_between(*sampled(takes_s, range_deg, fps), rising=True)
    mean_deg_s = np.pi / 4 * np.pi * range_deg / (2 * takes_s) / (np.pi / 4 * np.pi / 2)
    if phase is None or mean_deg_s < 25:
        return
    assert phase.lasts_s == pytest.approx(half_cosine_phase_s(takes_s, range_deg), abs=1.5 / fps)
    assert phase.from_s == pytest.approx(1 + (takes_s - phase.lasts_s) / 2, abs=1.5 / fps)


def test_a_slow_phase_is_measured_by_half_its_mean_speed() -> None:
    phase = phase_between(*sampled(10.0, 60.0, 30.0), rising=True)
    assert phase is not None
    assert phase.lasts_s == pytest.approx(half_cosine_phase_s(10.0, 60.0, limit_deg_s=3.8), abs=0.5)


def test_a_stall_in_the_middle_does_not_end_the_phase() -> None:
    angle = path(0.0, Step(50, 0.8, 0.5), Step(100, 0.8, 1.0))
    time_s = np.arange(0, 4, 1 / 30)
    values = np.array([angle(moment) for moment in time_s])
    phase = phase_between(time_s, values, np.gradient(values, time_s), rising=True)
    assert phase is not None and phase.lasts_s == pytest.approx(2.1, abs=0.15)


def test_falling_is_rising_upside_down() -> None:
    time_s, values, rate = sampled(1.5, 90.0, 30.0)
    assert phase_between(time_s, -values, -rate, rising=False) == phase_between(time_s, values, rate, rising=True)


def test_nothing_to_measure_is_none() -> None:
    empty = np.array([])
    assert phase_between(empty, empty, empty, rising=True) is None
    flat = np.zeros(10)
    assert phase_between(np.arange(10.0), flat, flat, rising=True) is None
