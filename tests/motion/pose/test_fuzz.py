"""Damaged files never hang and never raise anything but BadInput."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eccentric.motion.pose.decode import read_pictures
from eccentric.terms.errors import BadInput

from .videos import write

SEEDS = 120


def mutated(data: bytes, rng: np.random.Generator) -> bytes:
    """The file with bytes changed, cut out, doubled or cut off."""
    out = bytearray(data)
    kind = rng.integers(0, 4)
    at, length = int(rng.integers(0, len(out))), int(rng.integers(1, 400))
    if kind == 0:
        for _ in range(int(rng.integers(1, 40))):
            out[int(rng.integers(0, len(out)))] = int(rng.integers(0, 256))
    elif kind == 1:
        del out[at : at + length]
    elif kind == 2:
        out[at:at] = out[max(0, at - length) : at]
    else:
        del out[at:]
    return bytes(out)


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "codec"), [("mp4", "libx264"), ("mkv", "libx264"), ("avi", "mpeg4"), ("webm", "libvpx-vp9")])
def test_mutated_files_are_read_or_refused(tmp_path: Path, suffix: str, codec: str) -> None:
    whole = write(tmp_path / f"whole.{suffix}", range(0, 1500, 100), codec=codec).read_bytes()
    rng = np.random.default_rng(7)
    refused = 0
    for index in range(SEEDS):
        path = tmp_path / f"{index}.{suffix}"
        path.write_bytes(mutated(whole, rng))
        try:
            for picture in read_pictures(path, most_px=640):
                assert picture.rgb.shape[2] == 3
        except BadInput as error:
            refused += 1
            assert "\n" not in str(error)
    assert 0 < refused < SEEDS
