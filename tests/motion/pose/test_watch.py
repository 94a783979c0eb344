"""Whole videos, through the decoding process."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from eccentric.motion.landmarks import Point
from eccentric.motion.pose import begin, process, read_images, watch_poses
from eccentric.motion.pose.job import Job
from eccentric.motion.pose.starting import start as begin_one
from eccentric.terms.errors import BadInput

from .videos import corners, turned, write

SHARED = Path(__file__).parents[4] / "shared"
CLIPS = SHARED / "clips"
shared = [pytest.mark.shared, pytest.mark.slow, pytest.mark.skipif(not CLIPS.is_dir(), reason="no reference clips beside the checkout")]


def test_a_video_with_nobody_gives_empty_frames(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    track = watch_poses(write(tmp_path / "set.mp4", range(0, 1000, 100)), progress=lambda done, total: told.append((done, total)))
    assert [f.image for f in track.frames] == [None] * 10
    assert track.source.name == "set.mp4"
    assert track.source.duration_s == pytest.approx(1.0)
    assert (track.source.frames, track.source.width_px, track.source.height_px) == (10, 96, 64)
    assert track.source.fps_mean == pytest.approx(10)
    assert told[-1] == (10, 10)


def test_an_unknown_number_of_frames_is_told_as_none(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    raw = write(tmp_path / "set.h264", range(0, 1000, 100))  # a bare stream states neither frames nor length
    watch_poses(raw, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (10, None)


def test_processes_begun_early_are_taken_up_and_ended(tmp_path: Path) -> None:
    video = write(tmp_path / "set.mp4", range(0, 1000, 100))
    with begin(video) as begun:
        track = watch_poses(video, begun=begun)
    assert len(track.frames) == 10
    with begin(video, workers=2) as unused:
        pass
    assert all(p.returncode is not None for p in (*begun.processes, *unused.processes))


def test_beginning_imports_nothing_heavy() -> None:
    code = "import sys; from eccentric.motion.pose import begin; print([m for m in ('numpy', 'cv2', 'av', 'pydantic') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_images_come_upright_through_the_process(tmp_path: Path) -> None:
    video = turned(write(tmp_path / "turned.mp4", [0, 100]), (0, 1, -1, 0))
    images = list(read_images(video))
    assert [t for t, _ in images] == pytest.approx([0, 0.1])
    assert images[0][1].shape == (96, 64, 3)
    assert np.abs(images[0][1].astype(int) - np.rot90(corners(), -1)).mean() < 12


def test_bad_input_crosses_the_process_whole(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"found no such file"):
        watch_poses(tmp_path / "nothing.mp4", workers=2)


def test_a_decoder_that_dies_or_hangs_is_bad_input(tmp_path: Path) -> None:
    job = Job(str(tmp_path / "set.mp4"), "poses")
    dead = begin_one(job)
    dead.kill()
    with pytest.raises(BadInput, match="stopped"):
        list(process.listen(dead, job))
    silent = begin_one(Job(str(write(tmp_path / "set.mp4", range(0, 1000, 100))), "poses"))
    begun = time.monotonic()
    with pytest.raises(BadInput, match="silent"):
        list(process.listen(silent, job, silent_s=0.0))
    assert time.monotonic() - begun < 5
    silent.kill()


def hips_and_knees(clip: str, **kwargs: int) -> np.ndarray:
    """(frame, point, xy) of hips, knees and ankles; NaN where nobody was found."""
    track = watch_poses(CLIPS / f"{clip}.mp4", **kwargs)  # type: ignore[arg-type]
    points = list(range(Point.LEFT_HIP, Point.RIGHT_ANKLE + 1))
    return np.array([f.image.xyz_px[points, :2] if f.image else np.full((6, 2), np.nan) for f in track.frames])


class TestClips:
    """On the rendered clips."""

    pytestmark = shared

    def test_somebody_lying_is_followed_in_every_frame(self) -> None:
        assert not np.isnan(hips_and_knees("dev01_lying_clean")).any()

    def test_an_empty_gym_has_nobody(self) -> None:
        assert np.isnan(hips_and_knees("dev12_noperson")).all()

    def test_two_processes_see_the_same_as_one(self) -> None:
        one, two = hips_and_knees("dev11_ghr"), hips_and_knees("dev11_ghr", workers=2)
        assert one.shape == two.shape
        assert np.nanmedian(np.linalg.norm(one - two, axis=-1)) < 1.0
