"""The numbers of a set, and what is said of its view."""

from __future__ import annotations

import numpy as np
import pytest
from tests.motion.builders import curls, frames, lying, path

from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.summary import summary_of
from eccentric.terms.dose import Tempo

LYING = read_exercise("lying-leg-curl")


def test_nothing_is_null_not_zero() -> None:
    summary = summary_of([])
    assert (summary.reps, summary.good_reps) == (0, 0)
    assert summary.tempo is None and summary.rom_mean_deg is None and summary.eccentric_total_s is None


def test_tempo_is_written_eccentric_first() -> None:
    watched = watch_set(LYING, frames(lying(path(5.0, *curls(3, up_s=1.0, down_s=3.0))), 16))
    assert watched.summary.tempo is not None
    tempo = Tempo.parse(watched.summary.tempo)
    assert tempo.eccentric_s > 2.5 > tempo.concentric_s > 0.8
    assert watched.summary.eccentric_total_s == pytest.approx(sum(rep.eccentric_s or 0 for rep in watched.reps))
    assert watched.summary.rom_mean_deg == pytest.approx(107, abs=2)


def test_signals_have_one_row_a_frame_and_mark_the_repetitions() -> None:
    seen = list(frames(lying(path(5.0, *curls(2))), 10))
    seen[20] = PoseFrame(seen[20].time_s, None, None)
    watched = watch_set(LYING, seen)
    signals = watched.signals
    assert len(signals.time_s) == len(seen) == len(signals.rep)
    assert set(signals.angles) == {
        "knee_flexion_left_deg", "knee_flexion_right_deg", "hip_flexion_left_deg", "hip_flexion_right_deg", "trunk_lean_deg",
    }  # fmt: skip
    assert np.isnan(signals.angles["knee_flexion_left_deg"][20]) and np.isnan(signals.visibility["visibility_left"][20])
    for rep in watched.reps:
        assert set(signals.rep[(signals.time_s >= rep.start_s) & (signals.time_s < rep.end_s)]) == {rep.index}
    assert signals.rep[0] == 0


def test_a_person_half_out_of_view_is_told_so() -> None:
    seen = [frame if frame.time_s < 4 else PoseFrame(frame.time_s, None, None) for frame in frames(lying(path(5.0, *curls(2))), 10)]
    assert any("in view for 40 %" in problem for problem in watch_set(LYING, seen).view.problems)
