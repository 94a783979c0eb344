"""The command from outside: what it prints, what it writes, and what it leaves when it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
import pytest
from click.testing import CliRunner, Result
from tests.motion.report import builders

from eccentric.cli.watch import command
from eccentric.motion import analyse, pose
from eccentric.motion.report import write as report_write
from eccentric.motion.watched import WatchedSet
from eccentric.terms.errors import BadInput
from eccentric.terms.faults import FaultId

WATCHED = builders.watched(builders.rep(1), builders.rep(2, builders.fault(FaultId.HIPS_LIFT, 5.5)))


class Track:
    """What the pose room gives."""

    frames = WATCHED.frames
    source = builders.Source()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stand in for the pose model and the analyser: their answer is known; what they were asked is kept."""
    asked: dict[str, Any] = {}

    def watch_poses(video: Path, **options: Any) -> Track:
        asked.update(options, video=video)
        return Track()

    def watch_set(*_: object) -> WatchedSet:
        return WATCHED

    def read_images(video: Path, **_: object) -> Iterator[tuple[float, npt.NDArray[np.uint8]]]:
        return builders.images(WATCHED)

    monkeypatch.setattr(pose, "watch_poses", watch_poses)
    monkeypatch.setattr(pose, "read_images", read_images)
    monkeypatch.setattr(analyse, "watch_set", watch_set)
    return asked


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "set.mp4"
    path.write_bytes(b"a video")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def problems(result: Result) -> list[str]:
    assert isinstance(result.exception, BadInput), result.output
    return [str(problem) for problem in result.exception.problems]


def test_without_json_a_person_reads_a_summary(seen: dict[str, Any], clip: Path) -> None:
    result = run(clip, "--exercise", "lying-leg-curl")
    assert result.exit_code == 0
    assert "Lying leg curl: 1 of 2 repetitions was good." in result.stdout
    assert "hips-lift 17° (fail)" in result.stdout
    assert "Fix next: Hips lifted." in result.stdout


def test_json_alone_is_on_standard_output(seen: dict[str, Any], clip: Path, tmp_path: Path) -> None:
    result = run(clip, "--exercise", "lying-leg-curl", "--json", "-", "--report", tmp_path / "report", "--no-video")
    assert json.loads(result.stdout)["set"] == {
        "reps": 2,
        "good_reps": 1,
        "tempo": "2-0.5-1-0.5",
        "rom_mean_deg": 105.0,
        "eccentric_total_s": 4.0,
    }
    assert result.stderr == f"Report: {tmp_path / 'report' / 'index.html'}\n"


def test_every_output_is_written(seen: dict[str, Any], clip: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    names = {"--json": "set.json", "--signals": "set.parquet", "--mot": "set.mot", "--trc": "set.trc", "--report": "report"}
    result = run(clip, "--exercise", "lying-leg-curl", *(word for option, name in names.items() for word in (option, out / name)))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == sorted(names.values())
    assert json.loads((out / "set.json").read_text())["schema"] == 1
    assert len(pl.read_parquet(out / "set.parquet")) == len(WATCHED.frames)
    assert sorted(path.name for path in (out / "report").iterdir()) == ["annotated.mp4", "index.html"]
    assert f"Report: {out / 'report' / 'index.html'}" in result.stdout.replace("\n", "")


def test_options_reach_the_pose_model(seen: dict[str, Any], clip: Path) -> None:
    run(clip, "--exercise", "lying-leg-curl", "--model", "lite", "--subject", "320,180.5", "--workers", "2")
    assert (seen["subject"], seen["video"]) == ((320.0, 180.5), clip)
    assert [(job.video, job.model, job.part, job.parts) for job in seen["begun"].jobs] == [(str(clip), "lite", n, 2) for n in (0, 1)]


def test_all_problems_come_together_before_the_work(seen: dict[str, Any], tmp_path: Path) -> None:
    result = run(
        tmp_path / "gone.mp4",
        "--exercise",
        "lying-leg-crul",
        "--signals",
        tmp_path / "a.xlsx",
        "--mot",
        tmp_path / "a.txt",
        "--subject",
        "left",
    )
    found = problems(result)
    assert len(found) == 5
    assert any("perhaps 'lying-leg-curl'" in problem for problem in found)
    assert any("gone.mp4: expected a video file, found no such file" in problem for problem in found)
    assert seen == {}, "nothing was watched"


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device"), BadInput([])])
def test_a_failure_at_the_end_leaves_nothing(
    seen: dict[str, Any], clip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(report_write, "render", fail)
    words = ("--json", tmp_path / "set.json", "--signals", tmp_path / "set.csv", "--report", tmp_path / "report")
    result = run(clip, "--exercise", "lying-leg-curl", *words)
    assert result.exit_code != 0
    assert [path.name for path in tmp_path.iterdir()] == ["set.mp4"]
    if isinstance(error, OSError):
        assert problems(result) == [f"{tmp_path / 'report'}: expected room to write, found the disk is full; nothing was left behind"]


def test_help_shows_an_example() -> None:
    assert "eccentric watch set.mp4 --exercise lying-leg-curl" in run("--help").stdout
