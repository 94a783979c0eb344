"""Frames that a clip states, and what is no clip."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.web.checks.clips import CLIP

from eccentric.web.checks.frames import stated_frames


def test_the_sample_says_its_frames() -> None:
    assert stated_frames(CLIP) == 296


@given(st.binary(max_size=400))
def test_anything_else_is_no_error(tmp_path_factory: object, content: bytes) -> None:
    file = Path(tmp_path_factory.mktemp("x")) / "a.mp4"  # type: ignore[attr-defined]
    file.write_bytes(content)
    found = stated_frames(file)
    assert found is None or 0 < found < 1_000_000


@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_broken_clip_is_no_error(tmp_path_factory: object, at: int, value: int) -> None:
    content = bytearray(CLIP.read_bytes())
    content[-at - 1] = value
    file = Path(tmp_path_factory.mktemp("x")) / "a.mp4"  # type: ignore[attr-defined]
    file.write_bytes(content)
    stated_frames(file)
