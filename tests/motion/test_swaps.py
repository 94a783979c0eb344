"""Left and right legs keep their names."""

from __future__ import annotations

import numpy as np
import pytest

from eccentric.motion.landmarks import ImageLandmarks, Point, PoseFrame, WorldLandmarks
from eccentric.motion.swaps import LEFT_LEG, SwapRepair, swap_legs

P = Point
RATE = 15


def standing_curl(frames: int = 90) -> list[PoseFrame]:
    """Somebody seen from the side, standing on the right leg and curling the left one every three seconds."""
    out = []
    for index in range(frames):
        bend = np.radians(50 - 50 * np.cos(2 * np.pi * index / RATE / 3))
        xyz = np.zeros((33, 3))
        xyz[[P.LEFT_SHOULDER, P.RIGHT_SHOULDER]] = [(300, 100, -20), (302, 100, 20)]
        xyz[[P.LEFT_HIP, P.RIGHT_HIP]] = [(300, 200, -10), (301, 200, 10)]
        for side, angle in ((0, bend), (1, 0.0)):
            knee = np.array([300 + 3 * side, 280, 0])
            ankle = knee + 80 * np.array([np.sin(angle), np.cos(angle), 0])
            for point, offset in (
                (P.LEFT_KNEE, knee),
                (P.LEFT_ANKLE, ankle),
                (P.LEFT_HEEL, ankle + 4),
                (P.LEFT_TOE, ankle + np.array([-20, 8, 0])),
            ):
                xyz[point + side] = offset
        ones = np.ones(33)
        out.append(PoseFrame(index / RATE, ImageLandmarks(xyz, ones, ones, 640, 480), WorldLandmarks(xyz / 100), 1.0))
    return out


def points(frames: list[PoseFrame]) -> np.ndarray:
    return np.array([f.image.xyz_px for f in frames if f.image])


def test_swapping_twice_changes_nothing_and_once_exchanges_image_and_world() -> None:
    frame = standing_curl(30)[-1]
    once = swap_legs(frame)
    assert frame.image and once.image and frame.world and once.world
    assert (once.image.xyz_px[P.LEFT_ANKLE] == frame.image.xyz_px[P.RIGHT_ANKLE]).all()
    assert (once.world.xyz_m[P.RIGHT_TOE] == frame.world.xyz_m[P.LEFT_TOE]).all()
    assert (once.image.xyz_px[P.LEFT_HIP] == frame.image.xyz_px[P.LEFT_HIP]).all()
    assert (points([swap_legs(once)]) == points([frame])).all()


def test_a_clean_motion_is_left_alone() -> None:
    frames = standing_curl()
    repair = SwapRepair()
    assert (points([repair.push(f) for f in frames]) == points(frames)).all()


@pytest.mark.parametrize("wrong", [[20], [15, 16, 17], [12, 20, 28, 60, 61, 62, 63]])
def test_frames_with_exchanged_legs_are_repaired(wrong: list[int]) -> None:
    frames = standing_curl()
    broken = [swap_legs(f) if i in wrong else f for i, f in enumerate(frames)]
    repair = SwapRepair()
    assert (points([repair.push(f) for f in broken]) == points(frames)).all()


def test_a_swap_of_most_of_a_second_is_repaired() -> None:
    frames = standing_curl()
    repair = SwapRepair()
    got = points([repair.push(swap_legs(f) if 18 <= i < 30 else f) for i, f in enumerate(frames)])
    assert (got == points(frames)).all()


def test_a_naming_that_stays_is_believed_in_the_end() -> None:
    frames = standing_curl(60)
    broken = [swap_legs(f) if i >= 20 else f for i, f in enumerate(frames)]
    repair = SwapRepair()
    got = points([repair.push(f) for f in broken])
    assert (got[22] == points(frames)[22]).all()
    assert (got[40:] == points(broken)[40:]).all()


def test_a_leg_that_jumps_onto_the_other_is_not_seen() -> None:
    frames = standing_curl(30)
    frames[22] = onto_the_other(frames[22], 0.0)
    repair = SwapRepair()
    got = [repair.push(f) for f in frames]
    assert got[22].image and got[23].image
    assert got[22].image.visibility[P.LEFT_ANKLE] < 0.2
    assert got[22].image.visibility[P.RIGHT_ANKLE] == 1.0
    assert got[23].image.visibility.min() == 1.0
    assert np.isnan(got[22].image.xyz_px[P.LEFT_ANKLE]).all()


def onto_the_other(frame: PoseFrame, beside_px: float) -> PoseFrame:
    """The left leg where the right one is, its ankle some pixels beside."""
    assert frame.image
    xyz = frame.image.xyz_px.copy()
    for left in LEFT_LEG:
        xyz[left] = xyz[left + 1]
    xyz[P.LEFT_ANKLE, 0] += beside_px
    return PoseFrame(frame.time_s, ImageLandmarks(xyz, np.ones(33), np.ones(33), 640, 480), frame.world, 1.0)


def test_a_jump_faster_than_a_swing_need_not_land_exactly_and_is_not_measured() -> None:
    frames = standing_curl(30)
    frames[22:24] = [onto_the_other(frame, 12.0) for frame in frames[22:24]]
    repair = SwapRepair()
    got = points([repair.push(f) for f in frames])
    assert np.isnan(got[22:24, P.LEFT_ANKLE]).all()
    assert np.isfinite(np.delete(got, [22, 23], axis=0)).all() and np.isfinite(got[:, P.RIGHT_ANKLE]).all()


def test_a_leg_that_stays_beside_the_other_is_believed_in_the_end() -> None:
    frames = standing_curl(60)
    frames[22:] = [onto_the_other(frame, 0.0) for frame in frames[22:]]
    repair = SwapRepair()
    got = points([repair.push(f) for f in frames])
    assert np.isnan(got[25, P.LEFT_ANKLE]).all()
    assert np.isfinite(got[40:]).all()


def test_after_a_gap_the_names_begin_anew_and_nobody_is_passed_on() -> None:
    repair = SwapRepair()
    frames = standing_curl(40)
    repair.push(frames[20])
    nobody = PoseFrame(1.5, None, None)
    assert repair.push(nobody) is nobody
    late = swap_legs(frames[38])
    assert repair.push(late) is late
