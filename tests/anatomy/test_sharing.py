"""Sharing a joint torque: it adds up, it is the optimum, and no load makes it raise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.anatomy.sharing import POWER, Shared, share

ARMS = np.array([0.04, 0.03, -0.02])
ACTIVE = np.array([1000.0, 500.0, 800.0])


def _three(demand_nm: float, cap: tuple[float, float, float] = (1, 1, 1), passive_n: float = 0.0) -> Shared:
    """Two agonists worth 40 and 15 Nm, and one muscle that pulls the other way."""
    return share(np.array([demand_nm]), ARMS[:, None], ACTIVE[:, None], np.full((3, 1), passive_n), np.array(cap))


@given(st.floats(0, 55))
def test_torques_add_up_to_the_demand(demand_nm: float) -> None:
    shared = _three(demand_nm)
    assert (shared.force_n[:, 0] * ARMS).sum() == pytest.approx(demand_nm, abs=1e-9)
    assert shared.shortfall_nm[0] == pytest.approx(0, abs=1e-9)
    assert shared.activation[2, 0] == 0


@given(st.floats(1, 54), st.floats(-0.05, 0.05))
def test_no_other_split_costs_less(demand_nm: float, moved: float) -> None:
    """Moving torque from one muscle to the other raises the sum of cubed activations."""
    best = _three(demand_nm).activation[:2, 0]
    other = best + np.array([moved, -moved * 40 / 15])
    if np.all(other >= 0) and np.all(other <= 1):
        assert (other**POWER).sum() >= (best**POWER).sum() - 1e-9


def test_two_equal_muscles_share_equally() -> None:
    shared = share(np.array([30.0]), np.full((2, 1), 0.03), np.full((2, 1), 1000.0), np.zeros((2, 1)), np.ones(2))
    assert shared.activation[:, 0] == pytest.approx([0.5, 0.5])


def test_a_heavy_bar_is_infeasible_not_an_error() -> None:
    shared = _three(500.0)
    assert shared.infeasible[0]
    assert shared.activation[:2, 0] == pytest.approx([1, 1])
    assert shared.shortfall_nm[0] == pytest.approx(500 - 55)


def test_a_capped_muscle_stays_under_its_cap() -> None:
    shared = _three(20.0, cap=(0.2, 1, 1))
    assert shared.activation[0, 0] == pytest.approx(0.2)
    assert shared.activation[1, 0] == pytest.approx(12 / 15)


def test_passive_force_comes_first() -> None:
    """Resting tension of 300 N gives 15 Nm; a demand of 10 needs no effort and leaves 5 for others to hold."""
    shared = _three(10.0, passive_n=300.0)
    assert shared.passive_nm[0] == pytest.approx(15)
    assert not shared.activation.any()
    assert shared.surplus_nm[0] == pytest.approx(5)


def test_a_missing_demand_stays_missing() -> None:
    shared = _three(float("nan"))
    assert np.isnan(shared.activation).all()
    assert np.isnan(shared.force_n).all()
    assert not shared.infeasible[0]
