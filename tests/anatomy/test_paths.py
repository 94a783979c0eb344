"""Muscle paths against OpenSim's held-out values, and the properties that any muscle path has."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.anatomy.paths import paths
from eccentric.anatomy.tables import load_table
from eccentric.terms.errors import BadInput

SAMPLE = Path(__file__).with_name("held_out_gait2392.csv")
HIPS, KNEES = st.floats(-19.9, 119.9), st.floats(0.1, 129.9)


def _reference() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("name", load_table().names)
def test_held_out_poses_of_the_reference_model(name: str) -> None:
    """Length within 0.5 mm, moment arms within 2 mm and 0.7 mm RMS at poses that the fit never saw."""
    rows = [row for row in _reference() if row["muscle"] == name]
    assert len(rows) >= 50
    ours = paths([float(row["hip_flexion_deg"]) for row in rows], [float(row["knee_flexion_deg"]) for row in rows])
    row_of = ours.names.index(name)
    for key, values in (("length_m", ours.length_m), ("hip_arm_m", ours.hip_arm_m), ("knee_arm_m", ours.knee_arm_m)):
        error_mm = (values[row_of] - [float(row[key]) for row in rows]) * 1000
        assert np.abs(error_mm).max() <= (0.5 if key == "length_m" else 2.0)
        assert np.sqrt((error_mm**2).mean()) <= 0.7


@given(hip=HIPS, knee=KNEES)
def test_arms_are_minus_the_derivative_of_length(hip: float, knee: float) -> None:
    step = 1e-3
    here = paths(hip, knee)
    for arm, (dh, dk) in ((here.hip_arm_m, (step, 0.0)), (here.knee_arm_m, (0.0, step))):
        slope = (paths(hip + dh, knee + dk).length_m - paths(hip - dh, knee - dk).length_m) / (2 * np.radians(step))
        np.testing.assert_allclose(arm, -slope, atol=2e-7)


@given(hip=HIPS, knee=KNEES)
def test_lengths_are_smooth(hip: float, knee: float) -> None:
    """A tenth of a degree never moves a length by more than a lever of 11 cm would."""
    apart = np.abs(paths(hip + 0.1, knee).length_m - paths(hip, knee).length_m)
    assert apart.max() <= 0.11 * np.radians(0.1)


@given(hip=HIPS, knee=KNEES)
def test_one_joint_muscles_ignore_the_other_joint(hip: float, knee: float) -> None:
    here = paths([hip, 0.0], [knee, knee])
    for name in ("bfsh", "gasmed", "gaslat"):
        row = here.names.index(name)
        assert here.hip_arm_m[row, 0] == 0.0
        assert here.length_m[row, 0] == here.length_m[row, 1]
    assert here.knee_arm_m[here.names.index("glmax2"), 0] == 0.0


def test_signs_follow_the_convention() -> None:
    """Hamstrings flex the knee and extend the hip: positive at the knee, negative at the hip."""
    here = paths(45.0, 45.0)
    for name in ("bflh", "semiten", "semimem"):
        row = here.names.index(name)
        assert here.knee_arm_m[row, 0] > 0.01
        assert here.hip_arm_m[row, 0] < -0.02


def test_edges_of_the_range_are_inside() -> None:
    assert np.isfinite(paths([-20, -20, 120, 120], [0, 130, 0, 130]).length_m).all()


def test_missing_angles_give_missing_lengths() -> None:
    here = paths([np.nan, 0.0], [10.0, 10.0])
    assert np.isnan(here.length_m[:, 0]).all()
    assert np.isfinite(here.length_m[:, 1]).all()


def test_every_row_outside_the_range_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        paths([0, 121, -20.5, 30], [0, 10, 131, 20])
    where = [problem.where for problem in caught.value.problems]
    assert where == ["row 2, hip_flexion_deg", "row 3, hip_flexion_deg", "row 3, knee_flexion_deg"]


def test_very_many_bad_rows_are_counted_not_listed() -> None:
    with pytest.raises(BadInput) as caught:
        paths(np.full(1000, 200.0), np.zeros(1000))
    assert len(caught.value.problems) == 51
    assert "950 others" in str(caught.value.problems[-1])


def test_chunks_join_without_a_seam() -> None:
    hip, knee = np.linspace(-20, 120, 5000), np.linspace(130, 0, 5000)
    whole, parts = paths(hip, knee), paths(hip[2040:2060], knee[2040:2060])
    np.testing.assert_allclose(whole.length_m[:, 2040:2060], parts.length_m, rtol=1e-14)


def test_the_header_names_source_and_licence() -> None:
    header = " ".join(load_table().header)
    assert "Delp" in header
    assert "CC BY 3.0" in header
    assert "held-out" in header


def test_a_part_of_the_table_gives_the_same_values() -> None:
    part = load_table().only(["semimem", "bflh"])
    ours, whole = paths(60, 20, part), paths(60, 20)
    assert ours.names == ("semimem", "bflh")
    assert ours.knee_arm_m[1] == pytest.approx(whole.knee_arm_m[whole.names.index("bflh")])
    with pytest.raises(BadInput, match="nomuscle"):
        load_table().only(["nomuscle"])
