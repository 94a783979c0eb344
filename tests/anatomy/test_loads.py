"""Loads against closed forms: where they are zero, where they peak, how they scale."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.anatomy.body import _TABLES, Body, segments
from eccentric.anatomy.loads import (
    ANKLE_WEIGHT_AT,
    BackExtension,
    Band,
    Bridge,
    Demand,
    Hinge,
    Kneeling,
    LegRaise,
    Limb,
    Load,
    Machine,
    _chain,
)
from eccentric.terms.body import Sex
from eccentric.terms.errors import BadInput
from eccentric.terms.units import GRAVITY_M_S2

MAN = segments(Body(75, 1.75, Sex.MALE))
KNEE = np.arange(0.0, 131.0)


def _at(load: Load, hip: float, knee: float) -> Demand:
    return load.demand(np.array([float(hip)]), np.array([float(knee)]), MAN)


def test_nordic_torque_follows_the_closed_form() -> None:
    """Both legs, 75 kg, 1.75 m: about 199 sin(lean) newton metres a leg, lean = 90 - knee flexion, hips straight."""
    torque = Kneeling().demand(np.zeros(91), np.arange(91.0), MAN).knee_nm
    closed = 199 * np.sin(np.radians(90 - np.arange(91.0)))
    np.testing.assert_allclose(torque[:86], closed[:86], rtol=0.03)
    assert torque[90] == pytest.approx(0, abs=1e-9)


def test_nordic_with_bent_hips_follows_the_general_form() -> None:
    phi, hip = np.radians(50), np.radians(30)
    thigh = MAN.thigh_kg * MAN.thigh_com_m * np.sin(phi)
    hat = MAN.hat_kg / 2 * (MAN.thigh_m * np.sin(phi) + MAN.hat_com_m * np.sin(phi + hip))
    assert _at(Kneeling(), 30, 40).knee_nm[0] == pytest.approx(GRAVITY_M_S2 * (thigh + hat))


@pytest.mark.parametrize(("lean_deg", "torque_nm"), [(30, 119), (60, 205), (90, 237)])
def test_romanian_deadlift_with_sixty_kilograms(lean_deg: float, torque_nm: float) -> None:
    assert Hinge(60).at_lean(np.array([float(lean_deg)]), MAN).hip_nm[0] == pytest.approx(torque_nm, rel=0.01)


@pytest.mark.parametrize(("posture", "zero_deg", "peak_deg"), [("standing", 0, 90), ("prone", 90, 0), ("seated", 90, 130)])
def test_limb_torque_is_zero_and_peaks_where_gravity_says(posture: str, zero_deg: int, peak_deg: int) -> None:
    torque = Limb(posture, 5).demand(np.zeros(131), KNEE, MAN).knee_nm  # type: ignore[arg-type]
    assert torque[zero_deg] == pytest.approx(0, abs=1e-9)
    assert int(torque.argmax()) == peak_deg


def test_five_kilograms_at_the_ankle() -> None:
    assert _at(Limb("standing", 5), 0, 90).knee_nm[0] == pytest.approx(30.6, rel=0.01)
    assert _at(Limb("prone", 5), 0, 0).knee_nm[0] == pytest.approx(30.6, rel=0.01)


def test_a_band_pulls_harder_the_further_it_is_stretched() -> None:
    """Anchored beyond the feet and just taut at 15 degrees: nothing there, rising all the way to 108."""
    knee = np.arange(15.0, 109.0)
    anchor = ANKLE_WEIGHT_AT * MAN.shank_m + 0.8
    rest = float(Band(0, 0, anchor).stretched_m(knee[:1], MAN)[0])
    torque = Band(300, rest, anchor).demand(np.zeros_like(knee), knee, MAN).knee_nm
    assert torque[0] == pytest.approx(0, abs=1e-9)
    assert np.all(np.diff(torque) > 0)


def test_a_slack_band_pulls_nothing() -> None:
    assert not Band(300, 5.0, 1.0).demand(np.zeros(131), KNEE, MAN).knee_nm.any()


@given(st.floats(1, 129))
def test_band_torque_is_the_work_it_stores(knee: float) -> None:
    """The torque is the derivative of the band's energy with the angle."""
    band, step = Band(400, 0.6, 0.9, offset_deg=20), 1e-4
    stretch = [band.stretched_m(np.array([knee + d]), MAN)[0] - 0.6 for d in (-step, step)]
    energy = [200 * max(value, 0.0) ** 2 for value in stretch]
    assert _at(band, 0, knee).knee_nm[0] == pytest.approx((energy[1] - energy[0]) / np.radians(2 * step), rel=1e-4, abs=1e-3)


def test_a_machine_is_even_or_follows_its_cam() -> None:
    assert set(Machine(50).demand(np.zeros(131), KNEE, MAN).knee_nm) == {50.0}
    cam = Machine(50, ((0, 0.5), (60, 1.0), (120, 0.8)))
    assert [_at(cam, 0, angle).knee_nm[0] for angle in (0, 30, 60, 130)] == pytest.approx([25, 37.5, 50, 40])


def test_a_cam_out_of_order_is_an_error() -> None:
    with pytest.raises(BadInput, match="rising order"):
        _at(Machine(50, ((60, 1), (0, 1))), 0, 0)


def test_back_extensions_peak_where_the_trunk_is_level() -> None:
    hip = np.arange(0.0, 91.0)
    steep = BackExtension().demand(hip, np.zeros(91), MAN).hip_nm
    assert int(steep.argmax()) == 45
    assert steep.max() == pytest.approx(79, rel=0.01)
    assert int(BackExtension(incline_deg=90).demand(hip, np.zeros(91), MAN).hip_nm.argmax()) == 0


def test_legs_lifted_behind_are_heaviest_level_with_the_trunk() -> None:
    """As heavy as the whole leg about the hip, and nothing where it hangs straight down."""
    leg = (
        MAN.thigh_kg * (MAN.thigh_m - MAN.thigh_com_m)
        + MAN.shank_kg * (MAN.thigh_m + MAN.shank_com_m)
        + MAN.foot_kg * (MAN.thigh_m + MAN.foot_m)
    )
    assert _at(LegRaise(), 0, 0).hip_nm[0] == pytest.approx(GRAVITY_M_S2 * leg)
    assert _at(LegRaise(5), 90, 0).hip_nm[0] == pytest.approx(0, abs=1e-9)


def test_a_bridge_with_the_feet_further_away_loads_the_knee_more() -> None:
    near, far = _at(Bridge(), 0, 100), _at(Bridge(), 0, 30)
    assert far.knee_nm[0] > 1.5 * near.knee_nm[0] > 0
    assert _at(Bridge(40), 0, 90).hip_nm[0] > 1.5 * _at(Bridge(), 0, 90).hip_nm[0] > 0


def test_a_bridge_folds_the_way_people_fold() -> None:
    """Hip and knee at right angles: the ankle lies a thigh across and a trunk and a shank along."""
    _, _, ankle = _chain(np.array([90.0]), np.array([90.0]), MAN)
    assert ankle[0] == pytest.approx(np.hypot(MAN.shoulder_m + MAN.shank_m, MAN.thigh_m))


def test_a_bridge_balances_the_whole_body() -> None:
    """Hip torque from the feet's side equals that from the shoulders' side."""
    hip_x, trunk_com = MAN.shoulder_m, MAN.shoulder_m - MAN.hat_com_m
    flat = Bridge().demand(np.array([0.0]), np.array([0.0]), MAN)
    ankle_x = hip_x + MAN.thigh_m + MAN.shank_m
    legs = 2 * (MAN.thigh_kg * (hip_x + MAN.thigh_m - MAN.thigh_com_m) + MAN.shank_kg * (hip_x + MAN.thigh_m + MAN.shank_com_m))
    foot = (MAN.hat_kg * trunk_com + legs + 2 * MAN.foot_kg * ankle_x) / ankle_x
    shoulder = MAN.hat_kg + 2 * (MAN.thigh_kg + MAN.shank_kg + MAN.foot_kg) - foot
    from_shoulders = GRAVITY_M_S2 * (shoulder * hip_x - MAN.hat_kg * MAN.hat_com_m) / 2
    assert flat.hip_nm[0] == pytest.approx(from_shoulders, rel=1e-9)


@given(st.floats(40, 150), st.floats(1.4, 2.1), st.sampled_from(Sex))
def test_scaling_the_body_scales_the_torque(mass_kg: float, height_m: float, sex: Sex) -> None:
    """Body-weight torque grows with mass times height."""
    one, other = segments(Body(70, 1.7, sex)), segments(Body(mass_kg, height_m, sex))
    hip, knee = np.array([20.0]), np.array([40.0])
    for load in (Kneeling(), Limb("standing"), BackExtension(), Hinge(), Bridge()):
        ours, base = load.demand(hip, knee, other), load.demand(hip, knee, one)
        for torque, reference in ((ours.hip_nm, base.hip_nm), (ours.knee_nm, base.knee_nm)):
            np.testing.assert_allclose(torque, reference * mass_kg * height_m / (70 * 1.7), rtol=1e-9)


@pytest.mark.parametrize("sex", Sex)
def test_segments_add_up_to_the_body(sex: Sex) -> None:
    parts = segments(Body(80, 1.8, sex))
    total = parts.hat_kg + 2 * (parts.thigh_kg + parts.shank_kg + parts.foot_kg)
    assert total == pytest.approx(80, rel=0.002)


@pytest.mark.parametrize(("sex", "centre_from_neck"), [(Sex.MALE, 0.5138), (Sex.FEMALE, 0.4964)])
def test_both_definitions_of_the_trunk_give_one_centre(sex: Sex, centre_from_neck: float) -> None:
    """The table gives the trunk's centre from the neck vertebra and from mid-shoulder; both must be one height above the hips."""
    table = _TABLES[sex]
    from_shoulder = table.trunk[1] * (1 - table.trunk[2])
    assert table.neck_trunk_m * (1 - centre_from_neck) == pytest.approx(from_shoulder, abs=0.0002)


def test_an_impossible_body_names_both_faults() -> None:
    with pytest.raises(BadInput) as caught:
        Body(10, 3.0)
    assert [problem.where for problem in caught.value.problems] == ["mass_kg", "height_m"]
