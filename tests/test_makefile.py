"""The targets that the readme and the testing machine rely on are there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

TARGETS = ("run", "test", "check", "bench", "soak", "docs", "build", "clean")


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_there_and_listed(root: Path, target: str) -> None:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not installed")
    dry = subprocess.run([make, "--dry-run", target], cwd=root, capture_output=True, text=True, check=False)
    assert dry.returncode == 0, dry.stderr
    listed = subprocess.run([make, "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert re.search(rf"^{target}\s+\S", listed, re.MULTILINE)


def test_the_testing_machine_runs_make_test_and_forbids_skipped_browsers(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text()
    assert text.rstrip().endswith("make test </dev/null")
    assert "ECCENTRIC_REQUIRE_BROWSER=1" in text


def test_the_sample_of_make_run_is_there(root: Path) -> None:
    clip = re.search(r"^CLIP \?= (\S+)$", (root / "Makefile").read_text(), re.MULTILINE)
    exercise = re.search(r"^EXERCISE \?= (\S+)$", (root / "Makefile").read_text(), re.MULTILINE)
    assert clip
    assert exercise
    assert (root / clip[1]).is_file()
    assert (root / "src" / "eccentric" / "library" / "exercises" / f"{exercise[1]}.toml").is_file()
