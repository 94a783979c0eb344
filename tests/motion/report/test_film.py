"""Stills of faults and the annotated video, made in one pass."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from tests.motion.report import builders

from eccentric.motion.report.film import take_pictures
from eccentric.motion.report.overlay import Overlay, film_size
from eccentric.motion.report.palette import ON_VIDEO
from eccentric.motion.report.write import write_report
from eccentric.terms.body import Phase
from eccentric.terms.faults import FaultId

EXERCISE = builders.exercise()
WATCHED = builders.watched(builders.rep(1, builders.fault(FaultId.HIPS_LIFT, 1.9), builders.fault(FaultId.MOMENTUM, 1.1, unit="s")))


def coloured(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], phase: Phase) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where a picture has a phase's colour."""
    return np.asarray((np.abs(picture.astype(int) - ON_VIDEO[phase]) < 12).all(axis=2))


def test_every_fault_has_its_frame() -> None:
    pictures = take_pictures(WATCHED, EXERCISE, builders.images(WATCHED))
    assert set(pictures.stills) == {(1, "hips-lift"), (1, "momentum")}
    still = pictures.stills[1, "hips-lift"]
    assert still.alt == "Repetition 1 at 0:02.0: hips lifted, 17°."
    content = base64.b64decode(still.uri.removeprefix("data:image/jpeg;base64,"))
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (540, 720, 3)
    assert (picture > 230).all(axis=2).sum() > 500, "the skeleton is drawn in near white on the grey"


def test_without_a_video_the_pass_ends_at_the_last_fault() -> None:
    seen = []
    take_pictures(WATCHED, EXERCISE, builders.images(WATCHED), progress=lambda done, total: seen.append(done))
    assert len(seen) < 0.5 * len(WATCHED.frames)


def test_the_film_has_every_frame_at_its_time(tmp_path: Path) -> None:
    told = []
    pictures = take_pictures(WATCHED, EXERCISE, builders.images(WATCHED), tmp_path / "a.mp4", lambda *step: told.append(step))
    assert pictures.video == tmp_path / "a.mp4"
    assert pictures.poster is not None
    assert told[-1] == (len(WATCHED.frames), len(WATCHED.frames))
    with av.open(str(tmp_path / "a.mp4")) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx(WATCHED.signals.time_s, abs=1e-3)


def test_the_descent_fills_from_the_top_as_the_lowering_lasts() -> None:
    overlay = Overlay.of(WATCHED, EXERCISE)
    grey = np.full((builders.HEIGHT_PX, builders.WIDTH_PX, 3), 90, np.uint8)
    filled = []
    for time_s in (2.6, 3.5, 4.4):
        rows = np.flatnonzero(coloured(overlay.draw(grey, None, time_s), Phase.ECCENTRIC).any(axis=1))
        filled.append((rows.min(), rows.max()))
    tops, bottoms = zip(*filled, strict=True)
    assert len(set(tops)) == 1
    height = film_size(builders.WIDTH_PX, builders.HEIGHT_PX)[1] * 0.88
    assert np.array(bottoms) - tops[0] == pytest.approx(np.array([0.1, 1.0, 1.9]) / 3.0 * height, abs=2), "of the three seconds wanted"


def test_phase_colours_mean_their_phase() -> None:
    overlay = Overlay.of(WATCHED, EXERCISE)
    grey = np.full((builders.HEIGHT_PX, builders.WIDTH_PX, 3), 90, np.uint8)
    for time_s, wanted, other in ((1.5, Phase.CONCENTRIC, Phase.ECCENTRIC), (3.5, Phase.ECCENTRIC, Phase.CONCENTRIC)):
        picture = overlay.draw(grey, WATCHED.frames[round(time_s * builders.FPS)], time_s)
        assert coloured(picture, wanted).any()
        assert not coloured(picture, other).any()


def test_landmarks_fit_a_picture_that_was_made_smaller() -> None:
    overlay = Overlay.of(WATCHED, EXERCISE)
    whole = np.full((builders.HEIGHT_PX, builders.WIDTH_PX, 3), 90, np.uint8)
    half = np.full((builders.HEIGHT_PX // 2, builders.WIDTH_PX // 2, 3), 90, np.uint8)
    frame = WATCHED.frames[30]
    assert np.array_equal(overlay.draw(whole, frame, 2.0), overlay.draw(half, frame, 2.0))


@pytest.mark.parametrize(("size", "film"), [((480, 360), (854, 640)), ((3840, 2160), (1280, 720)), ((1080, 1920), (720, 1280))])
def test_the_film_is_of_a_size_that_phones_play(size: tuple[int, int], film: tuple[int, int]) -> None:
    assert film_size(*size) == film


def test_a_report_is_a_page_and_its_video(tmp_path: Path) -> None:
    page = write_report(WATCHED, EXERCISE, builders.Source(), builders.images(WATCHED), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annotated.mp4", "index.html"]
    assert base64.b64encode((tmp_path / "annotated.mp4").read_bytes()).decode() in page.read_text()


def test_a_report_without_video(tmp_path: Path) -> None:
    page = write_report(builders.nobody(), EXERCISE, builders.Source(), builders.images(builders.nobody()), tmp_path, with_video=False)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert "<video" not in page.read_text()


def test_no_angle_is_drawn_where_the_view_spoils_it() -> None:
    grey = np.full((builders.HEIGHT_PX, builders.WIDTH_PX, 3), 90, np.uint8)
    blind = builders.watched(replace(builders.rep(1), driver_min_deg=None, driver_max_deg=None))
    without = replace(blind, signals=replace(blind.signals, angles={}))
    seen, spoiled, bare = (
        Overlay.of(one, EXERCISE).draw(grey, WATCHED.frames[30], 3.5) for one in (builders.watched(builders.rep(1)), blind, without)
    )
    assert np.array_equal(spoiled, bare)
    assert not np.array_equal(seen, bare)
