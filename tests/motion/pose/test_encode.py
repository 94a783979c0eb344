"""The annotated video is one that browsers play, at the times of its source."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from eccentric.motion.pose.encode import VideoWriter


def frame(shade: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.full((48, 64, 3), (shade, 60, 200), np.uint8)


def test_frames_keep_their_times_and_colours(tmp_path: Path) -> None:
    times = [0.0, 0.07, 0.1, 0.2, 0.45, 0.5]
    with VideoWriter(tmp_path / "a.mp4", 64, 48, crf=10) as writer:
        for place, time_s in enumerate(times):
            writer.add(time_s, frame(40 * place))
    with av.open(str(tmp_path / "a.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        found = [(picture.time, picture.to_ndarray(format="rgb24")[24, 32]) for picture in container.decode(stream)]
    assert [time_s for time_s, _ in found] == pytest.approx(times, abs=1e-3)
    assert found[5][1].astype(int) == pytest.approx(np.array([200, 60, 200]), abs=14)


def test_the_index_is_at_the_front(tmp_path: Path) -> None:
    with VideoWriter(tmp_path / "a.mp4", 64, 48) as writer:
        for place in range(10):
            writer.add(place / 10, frame(90))
    content = (tmp_path / "a.mp4").read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_a_fast_source_is_thinned(tmp_path: Path) -> None:
    with VideoWriter(tmp_path / "a.mp4", 64, 48) as writer:
        kept = sum(writer.add(place / 120, frame(90)) for place in range(120))
    assert kept == writer.frames
    assert 38 <= kept <= 45


def test_odd_sides_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even sides"):
        VideoWriter(tmp_path / "a.mp4", 63, 48)


def test_an_error_inside_passes_on(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), VideoWriter(tmp_path / "a.mp4", 64, 48) as writer:
        writer.add(0.0, frame(0))
        raise KeyboardInterrupt
