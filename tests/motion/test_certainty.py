"""The error model: larger off the side and in small pictures, and each measurement gives up by its own limit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eccentric.motion.certainty import MOST_ERROR_DEG, SIDE_VIEW_DEG, angle_error_deg, carries
from eccentric.terms.faults import FaultId

ANGLE = {"warn_deg": 10.0, "fail_deg": 12.0}
RANGE = {"warn_fraction": 0.85, "fail_fraction": 0.8}
TIME = {"warn_s": 1.3, "fail_s": 1.1}


@given(yaw_deg=st.floats(0, 84), more_deg=st.floats(0.5, 20), thigh_px=st.floats(5, 500))
def test_the_error_grows_with_the_yaw_and_with_fewer_pixels(yaw_deg: float, more_deg: float, thigh_px: float) -> None:
    error_deg = angle_error_deg(yaw_deg, thigh_px)
    assert error_deg >= SIDE_VIEW_DEG
    assert error_deg == angle_error_deg(-yaw_deg, thigh_px)
    assert angle_error_deg(yaw_deg + more_deg, thigh_px) >= error_deg
    assert angle_error_deg(yaw_deg, thigh_px / 2) > error_deg


def test_angles_are_measured_up_to_45_degrees_off_the_side_and_not_at_65() -> None:
    assert angle_error_deg(45, 90) < MOST_ERROR_DEG < angle_error_deg(65, 90)


def carried(fault: FaultId, limits: dict[str, float], yaw_deg: float, *, expected_deg: float = 100, bias_known: bool = True) -> bool:
    return carries(fault, limits, error_deg=angle_error_deg(yaw_deg, 90), expected_deg=expected_deg, bias_known=bias_known)


def test_each_fault_gives_up_where_its_own_measurement_is_spoiled() -> None:
    assert carried(FaultId.HIPS_LIFT, ANGLE, 45) and not carried(FaultId.HIPS_LIFT, ANGLE, 65)
    assert carried(FaultId.PARTIAL_RANGE, RANGE, 60) and not carried(FaultId.PARTIAL_RANGE, RANGE, 60, expected_deg=51)
    assert carried(FaultId.RUSHED_LOWERING, TIME, 80)


def test_two_legs_are_compared_only_near_the_side_until_the_cameras_bias_is_known() -> None:
    limits = {"warn_deg": 13.0, "fail_deg": 17.0}
    assert carried(FaultId.ASYMMETRY, limits, 15, bias_known=False) and not carried(FaultId.ASYMMETRY, limits, 30, bias_known=False)
    assert carried(FaultId.ASYMMETRY, limits, 30) and not carried(FaultId.ASYMMETRY, limits, 45)
