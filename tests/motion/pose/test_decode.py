"""Frames come upright, at their presentation times, and what is no video is refused in one line."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from eccentric.motion.pose.decode import read_pictures
from eccentric.terms.errors import BadInput

from .videos import corners, sound, turned, write

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def colour_at(image: np.ndarray, row: float, column: float) -> tuple[int, int, int]:
    """The nearest pure colour at a place given as shares of height and width."""
    pixel = image[int(row * image.shape[0]), int(column * image.shape[1])].astype(int)
    return min((RED, GREEN, BLUE, WHITE), key=lambda c: int(np.abs(np.array(c) - pixel).sum()))


def test_times_are_presentation_times_of_a_variable_rate(tmp_path: Path) -> None:
    times = [0, 40, 50, 300, 333, 1000]
    video = write(tmp_path / "vfr.mp4", times)
    assert [p.time_s for p in read_pictures(video)] == pytest.approx([t / 1000 for t in times], abs=0.001)


@pytest.mark.parametrize("kind", ["mp4", "ts"])
def test_the_first_frame_is_at_zero_when_the_stream_starts_later(tmp_path: Path, kind: str) -> None:
    video = write(tmp_path / f"late.{kind}", [500, 600, 700])
    assert [p.time_s for p in read_pictures(video)] == pytest.approx([0, 0.1, 0.2], abs=0.001)


@pytest.mark.parametrize(
    ("matrix", "top_left", "top_right"),
    [
        ((1, 0, 0, 1), RED, GREEN),
        ((0, 1, -1, 0), BLUE, RED),  # a quarter turn clockwise
        ((-1, 0, 0, -1), WHITE, BLUE),
        ((0, -1, 1, 0), GREEN, WHITE),
        ((-1, 0, 0, 1), GREEN, RED),  # mirrored
    ],
)
def test_turned_and_mirrored_videos_come_upright(
    tmp_path: Path, matrix: tuple[int, int, int, int], top_left: tuple[int, int, int], top_right: tuple[int, int, int]
) -> None:
    video = turned(write(tmp_path / "turned.mp4", [0, 100]), matrix)
    picture = next(read_pictures(video))
    assert colour_at(picture.rgb, 0.25, 0.25) == top_left
    assert colour_at(picture.rgb, 0.25, 0.75) == top_right
    assert (picture.width_px, picture.height_px) == ((96, 64) if matrix[0] else (64, 96))
    assert picture.rgb.shape == (picture.height_px, picture.width_px, 3)


def test_large_images_are_made_smaller_and_say_how_large_they_were(tmp_path: Path) -> None:
    video = write(tmp_path / "large.mp4", [0, 100], corners(640, 320))
    picture = next(read_pictures(video, most_px=160))
    assert picture.rgb.shape == (80, 160, 3)
    assert (picture.width_px, picture.height_px) == (640, 320)


def test_reading_from_a_time_skips_what_is_before(tmp_path: Path) -> None:
    video = write(tmp_path / "long.mp4", range(0, 4000, 100))
    assert [p.time_s for p in read_pictures(video, from_s=3.5)] == pytest.approx([3.5, 3.6, 3.7, 3.8, 3.9])


def bad_files(folder: Path) -> dict[str, Path]:
    """Every kind of file that is no watchable video."""
    whole = write(folder / "whole.mp4", range(0, 20000, 100), container={"movflags": "faststart"})
    files = {name: folder / name for name in ("empty.mp4", "text.mp4", "noise.mp4", "cut.mp4", "cut-late.mp4", "picture.mp4", "codec.mp4")}
    files["empty.mp4"].write_bytes(b"")
    files["text.mp4"].write_text("not a video\n")
    files["noise.mp4"].write_bytes(np.random.default_rng(1).bytes(5000))
    files["cut.mp4"].write_bytes(whole.read_bytes()[:900])
    files["cut-late.mp4"].write_bytes(whole.read_bytes()[: whole.stat().st_size * 6 // 10])
    files["picture.mp4"].write_bytes(cv2.imencode(".png", corners())[1].tobytes())
    files["codec.mp4"].write_bytes(whole.read_bytes().replace(b"avc1", b"zzz9").replace(b"avcC", b"zzzC"))
    files["sound.mp4"] = sound(folder / "sound.mp4")
    files["one.mp4"] = write(folder / "one.mp4", [0])
    files["hours.mp4"] = write(folder / "hours.mp4", [0, 6 * 3600_000, 12 * 3600_000])
    files["unstated.mkv"] = write(folder / "unstated.mkv", range(0, 700_000, 10_000), container={"live": "1"})
    files["large.mkv"] = write(folder / "large.mkv", [0, 100], np.zeros((2400, 4200, 3), np.uint8))
    files["list.m3u8"] = folder / "list.m3u8"
    files["list.m3u8"].write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{whole}\n#EXT-X-ENDLIST\n")
    files["missing.mp4"] = folder / "missing.mp4"
    files["folder"] = folder
    return files


FOUND = {
    "empty.mp4": "an empty file",
    "text.mp4": "no video",
    "noise.mp4": "no video",
    "cut.mp4": "cut off",
    "cut-late.mp4": "truncated",
    "picture.mp4": "a picture",
    "codec.mp4": "codec",
    "sound.mp4": "sound only",
    "one.mp4": "a single picture",
    "hours.mp4": "12.0 hours",
    "unstated.mkv": "longer",
    "large.mkv": "4200 x 2400",
    "list.m3u8": "not read",
    "missing.mp4": "no such file",
    "folder": "a folder",
}


def test_every_bad_file_is_refused_in_one_line_that_says_why(tmp_path: Path) -> None:
    files = bad_files(tmp_path)
    assert set(files) == set(FOUND)
    for name, path in files.items():
        with pytest.raises(BadInput) as caught:
            list(read_pictures(path))
        message = str(caught.value)
        assert FOUND[name] in message or FOUND[name] in str(caught.value.problems[0]), (name, message)
        assert "\n" not in message, name
