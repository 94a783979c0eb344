"""What passes between processes comes out as it went in."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.motion.landmarks import ImageLandmarks, PoseFrame, WorldLandmarks
from eccentric.motion.pose import wire
from eccentric.motion.pose.join import one_person, same_people
from eccentric.motion.pose.sighting import Sighting
from eccentric.motion.pose.worker import MOST_USED_KB, WARM_UP_S, bounds, used_kb
from eccentric.terms.errors import BadInput, Problem


def sighting(person: int, time_s: float, at_px: float) -> Sighting:
    rng = np.random.default_rng(int(at_px))
    image = ImageLandmarks(np.full((33, 3), at_px), rng.random(33), rng.random(33), 640, 480)
    return Sighting(person, PoseFrame(time_s, image, WorldLandmarks(rng.random((33, 3))), 0.75))


def moment(time_s: float, *people: tuple[int, float]) -> wire.Moment:
    return wire.Moment(time_s, 640, 480, tuple(sighting(person, time_s, at) for person, at in people))


def test_a_moment_survives() -> None:
    sent = moment(1.25, (0, 100), (2, 300))
    got = wire.unpack_moment(wire.pack_moment(sent))
    assert (got.time_s, got.width_px, got.height_px, [s.person for s in got.seen]) == (1.25, 640, 480, [0, 2])
    for a, b in zip(sent.seen, got.seen, strict=True):
        assert a.frame.image and b.frame.image and a.frame.world and b.frame.world
        assert b.frame.score == 0.75
        assert np.allclose(a.frame.image.xyz_px, b.frame.image.xyz_px)
        assert np.allclose(a.frame.image.visibility, b.frame.image.visibility)
        assert np.allclose(a.frame.image.presence, b.frame.image.presence)
        assert np.allclose(a.frame.world.xyz_m, b.frame.world.xyz_m)


def test_an_image_survives() -> None:
    image = np.random.default_rng(1).integers(0, 255, (7, 5, 3)).astype(np.uint8)
    time_s, got = wire.unpack_image(wire.pack_image(0.5, image))
    assert time_s == 0.5
    assert (got == image).all()


def test_every_problem_survives() -> None:
    sent = BadInput([Problem("a", "b", "c"), Problem("d", 'é"', "f")])
    assert wire.unpack_bad(wire.pack_bad(sent)).problems == sent.problems


@given(st.integers(1, 6), st.floats(0.1, 600))
def test_parts_follow_each_other_and_take_equally_long(parts: int, length_s: float) -> None:
    edges = [bounds(part, parts, length_s) for part in range(parts)]
    used = [e for e in edges if e[0] != e[1]]
    assert used[0][0] == 0
    assert used[-1][1] == float("inf")
    assert all(a[1] == b[0] for a, b in pairwise(used))
    if len(used) > 1:
        work = [min(to, length_s) - from_s + (WARM_UP_S if from_s else 0) for from_s, to in used]
        assert max(work) - min(work) < 1e-6


def test_a_person_keeps_the_number_across_parts() -> None:
    first = [moment(0.0, (0, 100), (1, 400)), moment(0.1, (0, 100), (1, 400))]
    second = [moment(0.2, (0, 395), (1, 105)), moment(0.3, (0, 395))]
    joined = same_people([first, second])
    assert {person: frame.image.xyz_px[0, 0] for person, frame in joined[1][0].items() if frame.image} == {1: 395, 0: 105}


def test_frames_without_the_watched_person_are_empty_and_keep_their_time() -> None:
    frames = one_person([[moment(0.0, (0, 100)), moment(0.1), moment(0.2, (0, 100))]])
    assert [f.image is not None for f in frames] == [True, False, True]
    assert [f.time_s for f in frames] == [0.0, 0.1, 0.2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process its own size")
def test_memory_counts_only_this_program_not_the_one_that_started_it(tmp_path: Path) -> None:
    ballast = np.ones(100_000_000, np.uint8)
    assert used_kb() > 100_000
    code = "from eccentric.motion.pose.worker import used_kb; print(used_kb())"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 10_000 < int(child.stdout) < min(100_000, MOST_USED_KB)
    assert ballast.all()
    assert used_kb(tmp_path / "nothing") == 0
