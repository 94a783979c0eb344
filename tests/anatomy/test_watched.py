"""Muscles of a watched set: known angles in, known shares out, and no trouble with gaps."""

from __future__ import annotations

import numpy as np
import pytest
from tests.anatomy.conftest import Make

from eccentric.anatomy.profile import profile
from eccentric.anatomy.section import section_html
from eccentric.anatomy.watched import WatchedMuscles, muscles_of_set, phases_of_frames
from eccentric.terms.body import Muscle, Phase
from eccentric.terms.errors import BadInput


def _set(
    make_exercise: Make, hip_deg: float, knee: tuple[float, float] = (100, 0), frames: int = 200, jitter: float = 0.0
) -> WatchedMuscles:
    """A set of one curl up, quick, and one lowering, on a machine."""
    frames = 200
    down = np.linspace(*knee, frames)
    angles = np.concatenate([down[::-1], down]) + jitter * np.random.default_rng(7).normal(size=2 * frames)
    phase = [Phase.CONCENTRIC] * frames + [Phase.ECCENTRIC] * frames
    exercise = make_exercise(posture="seated" if hip_deg > 60 else "prone", hip_flexion_deg=(hip_deg, hip_deg))
    return muscles_of_set(exercise, np.arange(2 * frames) / 30, np.full(2 * frames, hip_deg), angles, phase, external_load_kg=30)


def test_hips_straight_never_reach_long_and_seated_never_leaves_it(make_exercise: Make) -> None:
    assert _set(make_exercise, 0).long_work_share == 0.0
    assert _set(make_exercise, 90).long_work_share == 1.0
    assert "none of its work" in _set(make_exercise, 0).sentence


def test_in_between_the_share_follows_the_length(make_exercise: Make) -> None:
    """Hips at 25 degrees: the muscle passes standing length on the way down."""
    seen = _set(make_exercise, 25)
    assert seen.long_work_share is not None
    assert 0.2 < seen.long_work_share < 0.95
    assert f"{100 * seen.long_work_share:.0f} % of its work" in seen.sentence
    assert seen.bin_work_j.sum() == pytest.approx(sum(seen.work_j[m] for m in (Muscle.BFLH, Muscle.SEMITEN, Muscle.SEMIMEM)), rel=1e-6)


def test_a_watched_lowering_does_the_work_of_the_modelled_one(make_exercise: Make) -> None:
    exercise = make_exercise(hip_flexion_deg=(0, 0))
    model = profile(exercise, external_load_kg=30).curves.muscles
    seen = _set(make_exercise, 0)
    for muscle in (Muscle.BFLH, Muscle.BFSH, Muscle.SEMITEN):
        assert seen.work_j[muscle] == pytest.approx(model[muscle].lengthening_work_j()[0], rel=0.01)


def test_a_noisy_camera_does_not_invent_work(make_exercise: Make) -> None:
    clean, noisy = _set(make_exercise, 25), _set(make_exercise, 25, (98, 6), jitter=1.0)
    clean = _set(make_exercise, 25, (98, 6))
    assert noisy.work_j[Muscle.BFSH] == pytest.approx(clean.work_j[Muscle.BFSH], rel=0.05)
    assert noisy.long_work_share == pytest.approx(clean.long_work_share, abs=0.05)


def test_gaps_and_wild_angles_are_left_out_and_said(make_exercise: Make) -> None:
    exercise = make_exercise(hip_flexion_deg=(0, 0))
    knee = np.linspace(100, -3, 100)
    knee[10:15], knee[20] = np.nan, 200
    seen = muscles_of_set(exercise, np.arange(100) / 30, np.full(100, 10.0), knee, ["eccentric"] * 100)
    assert seen.long_work_share is not None
    assert any("1 frames lay outside" in note for note in seen.notes)
    assert any("You gave no load" in note for note in seen.notes)
    assert np.isnan(seen.length_rel_standing[Muscle.BFLH][20])
    assert np.isfinite(seen.length_rel_standing[Muscle.BFLH][-1])


def test_nothing_lowered_says_so(make_exercise: Make) -> None:
    still = np.full(50, 20.0)
    seen = muscles_of_set(make_exercise(), np.arange(50) / 30, still, still, [None] * 50)
    assert seen.long_work_share is None
    assert "too little" in seen.sentence
    assert "<svg" not in section_html(seen)


def test_without_a_load_model_time_stands_in(make_exercise: Make) -> None:
    exercise = make_exercise("none", "sprint-drill", posture="standing")
    knee = np.linspace(90, 0, 90)
    seen = muscles_of_set(exercise, np.arange(90) / 30, np.full(90, 80.0), knee, ["eccentric"] * 90)
    assert seen.long_work_share is None
    assert seen.long_time_share == 1.0
    assert "of its time" in seen.sentence


def test_arrays_of_different_length_are_an_error(make_exercise: Make) -> None:
    with pytest.raises(BadInput, match="one length"):
        muscles_of_set(make_exercise(), [0.0, 1.0], [0.0], [0.0, 1.0], ["", ""])


def test_the_section_stands_alone_and_says_model(make_exercise: Make) -> None:
    html = section_html(_set(make_exercise, 25))
    assert "model" in html
    assert "<script" not in html
    assert 'href="' not in html
    assert html.count("<section") == html.count("</section>") == 1


def test_spans_become_phases_half_open() -> None:
    found = phases_of_frames([0.0, 1.0, 2.0, 3.0], [(Phase.ECCENTRIC, 1.0, 3.0)])
    assert found == [None, Phase.ECCENTRIC, Phase.ECCENTRIC, None]
