"""Smoothing against curves whose value and slope are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eccentric.motion.filters import HALF_WINDOW_S, LocalFit, Smoothed


def smoothed(times: list[float], rows: list[list[float]]) -> list[Smoothed]:
    fit = LocalFit(len(rows[0]))
    out = [moment for time_s, row in zip(times, rows, strict=True) for moment in fit.push(time_s, np.array(row))]
    return out + fit.finish()


@settings(deadline=None, max_examples=40)
@given(gaps=st.lists(st.floats(0.008, 0.09), min_size=20, max_size=60), slope=st.floats(-200, 200), bend=st.floats(-100, 100))
def test_a_parabola_comes_back_exactly_at_uneven_times(gaps: list[float], slope: float, bend: float) -> None:
    """Monotonic stretches only: the median of three leaves those alone, and a parabola is what is fitted."""
    times = list(np.cumsum(gaps))
    rows = [[slope * t + (bend * t * t if slope * bend > 0 else 0.0)] for t in times]
    for moment, time_s, row in zip(smoothed(times, rows), times, rows, strict=True):
        assert moment.time_s == time_s
        if times[3] < time_s < times[-4]:
            assert moment.value[0] == pytest.approx(row[0], abs=1e-5)
            assert moment.rate[0] == pytest.approx(slope + (2 * bend * time_s if slope * bend > 0 else 0.0), abs=1e-3)


def test_every_frame_comes_out_once_in_order_and_after_the_delay() -> None:
    fit, out = LocalFit(1), []
    for index in range(60):
        time_s = index / 30
        for moment in fit.push(time_s, np.array([float(index)])):
            assert moment.time_s <= time_s - HALF_WINDOW_S
            out.append(moment.time_s)
    out += [moment.time_s for moment in fit.finish()]
    assert out == [index / 30 for index in range(60)]


def test_one_wild_frame_is_taken_out() -> None:
    rows = [[20.0]] * 60
    rows[30] = [95.0]
    moments = smoothed([index / 30 for index in range(60)], rows)
    assert max(abs(moment.value[0] - 20.0) for moment in moments) < 1e-6


def test_what_was_not_seen_stays_unknown_and_does_not_spread() -> None:
    rows = [[float(index), float(index)] for index in range(60)]
    for index in range(25, 35):
        rows[index] = [float("nan"), float(index)]
    moments = smoothed([index / 30 for index in range(60)], rows)
    assert np.isnan(moments[30].value[0]) and moments[30].value[1] == pytest.approx(30.0)
    assert np.isfinite(moments[15].value[0]) and np.isfinite(moments[45].value[0])


def test_a_frame_without_anybody_is_a_moment_of_its_own_and_empties_no_other() -> None:
    times = [index / 15 for index in range(40)]
    rows = [[30 * np.sin(time_s), time_s] for time_s in times]
    nobody = {0, 9, 10, 11, 25, 39}
    got = smoothed(times, [[np.nan, np.nan] if index in nobody else row for index, row in enumerate(rows)])
    assert [moment.time_s for moment in got] == times
    assert all(np.isnan(got[index].value).all() and np.isnan(got[index].rate).all() for index in nobody)
    kept = [index for index in range(40) if index not in nobody]
    for index, moment in zip(kept, smoothed([times[index] for index in kept], [rows[index] for index in kept]), strict=True):
        assert np.isfinite(got[index].value).all()
        if min(abs(index - away) for away in nobody) > 3:  # nearer than that, one of the two had to be told before the next frame came
            assert got[index].value.tolist() == moment.value.tolist() and got[index].rate.tolist() == moment.rate.tolist()
