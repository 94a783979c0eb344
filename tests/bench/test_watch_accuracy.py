"""The scoring of the committed clips: the truth is whole enough, and a right and a wrong answer are told apart."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import av
import pytest
from bench.__main__ import main, names
from bench.watch_speed import repeat_clip

from bench import clips, watch_accuracy

ANSWER = """#!{python}
# Answers with the truth beside the clip; with a wrong count, wrong angles and no faults when wrong is 1.
import json, pathlib, sys
wrong = {wrong}
video = pathlib.Path(sys.argv[2])
truth = json.loads(video.with_suffix(".truth.json").read_text())
sys.path.insert(0, {bench!r})
import watch_score as w
reps = []
for t in truth["reps"]:
    leg = (t["spec"].get("leg") or truth["spec"].get("leg") or truth["camera"]["near_side"])[0]
    joint = w.DRIVER.get(truth["exercise"], "knee")
    key = f"{{joint}}_sag_{{leg}}" if joint == "hip" else f"{{joint}}_{{leg}}"
    signal = truth["frames"]
    window = [180 - a for a, now in zip(signal[key], signal["t"]) if t["t_start"] <= now <= t["t_end"] and a is not None]
    reps.append({{"start_s": t["t_start"], "end_s": t["t_end"], "driver_max_deg": max(window) + 9 * wrong, "driver_min_deg": min(window),
        "concentric_s": w.phase_seconds(truth, t["phases"]["concentric"], key),
        "eccentric_s": w.phase_seconds(truth, t["phases"]["eccentric"], key),
        "complete": True, "faults": [] if wrong else [{{"id": w.FAULT[f], "severity": "fail"}} for f in t["faults"]]}})
print(json.dumps({{"reps": reps, "view": {{"usable": True}}, "set": {{"reps": len(reps) + wrong}}}}))
"""


def answerer(folder: Path, wrong: int, root: Path, python: str) -> str:
    """A program that answers as ``eccentric watch`` would."""
    path = folder / "answer"
    path.write_text(ANSWER.format(python=python, wrong=wrong, bench=str(root / "bench")))
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(("wrong", "exact", "f1", "knee"), [(0, 1.0, 1.0, 0.0), (1, 0.0, 0.0, 9.0)])
def test_a_right_and_a_wrong_answer(tmp_path: Path, root: Path, wrong: int, exact: float, f1: float, knee: float) -> None:
    total = watch_accuracy.score(answerer(tmp_path, wrong, root, sys.executable), only="dev0")["total"]
    assert (total["clips"], total["exact_count"], total["fault_f1"]) == (9, exact, f1)
    assert total["driver_max_mae_deg"] == pytest.approx(knee)
    verdicts = {row.name: row.verdict for row in watch_accuracy.rows(total)}
    assert verdicts["faults, F1 (all but rounded-back)"] == ("missed" if wrong else "met")


def test_every_clip_has_its_truth(root: Path, tmp_path: Path) -> None:
    found = clips.unpack(tmp_path)
    assert len(found) == len(list((root / "bench" / "clips").glob("*.mp4"))) == 14
    for clip in found:
        truth = json.loads(clip.with_suffix(".truth.json").read_text())
        assert clip.stat().st_size > 10_000
        assert len(truth["frames"]["t"]) == truth["n_frames"]


@pytest.mark.shared
def test_packed_truth_and_scorer_are_those_beside_the_checkout(shared: Path, root: Path, tmp_path: Path) -> None:
    assert (root / "bench" / "watch_score.py").read_bytes() == (shared / "score" / "watch_score.py").read_bytes()
    clips.unpack(tmp_path)
    for original in (shared / "clips").glob("*.truth.json"):
        whole, kept = json.loads(original.read_text()), json.loads((tmp_path / original.name).read_text())
        assert kept["reps"] == whole["reps"]
        assert kept["frames"] == {key: whole["frames"][key] for key in clips.NEEDED_SIGNALS}


def test_an_unknown_benchmark_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"watch_accuracy", "watch_speed", "push_time"} <= set(names())
    assert main(["no_such"]) == 2
    assert "found no_such" in capsys.readouterr().err


def test_a_repeated_clip_plays_on(tmp_path: Path) -> None:
    clip = clips.unpack(tmp_path, "dev13")[0]
    with av.open(str(repeat_clip(clip, tmp_path / "long.mp4", 3))) as opened:
        times = [frame.time for frame in opened.decode(video=0) if frame.time is not None]
    assert len(times) == 3 * 180
    assert all(later > earlier for earlier, later in pairwise(times))
    assert times[-1] == pytest.approx(3 * 12.0, abs=0.2)
