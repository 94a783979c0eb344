"""Damaged files never hang, never raise anything but BadInput, and leave nothing half done."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

from eccentric.motion.pose.decode import read_pictures
from eccentric.terms.errors import BadInput

from .many_commands import ManyCommands, many_commands
from .videos import write

SEEDS = 120
COMMANDS, SOAK_COMMANDS = 60, 600
SOAK = 2000  # examples of the soak profile
KINDS = (("mp4", "libx264"), ("mkv", "libx264"), ("avi", "mpeg4"), ("webm", "libvpx-vp9"))


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
@pytest.mark.parametrize(("suffix", "codec"), KINDS)
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


@pytest.mark.slow
def test_the_command_answers_mutated_files_in_one_line_or_with_a_whole_report(tmp_path: Path) -> None:
    wholes = [write(tmp_path / f"whole.{suffix}", range(0, 500, 100), codec=codec) for suffix, codec in KINDS]
    rng = np.random.default_rng(11)
    codes = []
    with many_commands() as commands:
        for index in range(COMMANDS if settings().max_examples < SOAK else SOAK_COMMANDS):
            whole = wholes[index % len(wholes)]
            path, out = tmp_path / f"{index}{whole.suffix}", tmp_path / f"{index}.json"
            path.write_bytes(mutated(whole.read_bytes(), rng))
            codes.append(answers_well(commands, path, out))
    assert {0, 2} == set(codes)


def answers_well(commands: ManyCommands, video: Path, out: Path) -> int:
    """Run the command on ``video`` and check what it says and leaves; returns its exit code."""
    before = set(out.parent.iterdir())
    done = commands.run("watch", video, "--exercise", "lying-leg-curl", "--model", "lite", "--json", out)
    assert done.code in (0, 2), done.stderr
    assert "Traceback" not in done.stderr
    assert "Eccentric itself failed" not in done.stderr
    if done.code == 0:
        assert json.loads(out.read_text())["source"]["frames"] > 0
        assert set(out.parent.iterdir()) == before | {out}
    else:
        assert done.stderr.startswith("eccentric: ")
        assert len(done.stderr.splitlines()) == 1
        assert set(out.parent.iterdir()) == before
    return done.code
