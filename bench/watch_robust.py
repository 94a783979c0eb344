"""How right the watching stays when the same clips are mirrored, shown darker, smaller, at other rates, cut and joined.

The limits were set with the clips in view, and some with their mirror images (docs/explanation/calibration.md): this measures how far the
figures hang on one picture, not how they would be on other people.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Any

from bench import clips
from bench.altered import truth_of
from bench.landmarks import PLAIN, landmarks
from bench.measured import Measured, Result, shown
from bench.scored import Truth, exercise_of, report, score
from eccentric.motion.landmarks import PoseFrame

MIRRORED = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11")
SAMPLE: dict[str, tuple[str, ...]] = {
    "mirrored": MIRRORED,
    "10 a second": ("02", "04", "05", "06", "07", "08", "09", "11", "14"),
    "darker": ("01", "04", "06", "10"),
    "blurred": ("02", "04", "08", "09"),
    "half the size": ("03", "06"),
    "in a tall frame": ("03", "05", "09", "11"),
}
SHOW_S = 0.07


def measure() -> Result:
    """Scores of each alteration, and counts of clips that begin within a repetition or are shown twice in a row."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {path.stem[3:5]: path for path in clips.unpack(Path(folder))}
        truths = {number: clips.truth(path) for number, path in paths.items()}
        rows = {PLAIN: [score(truths[number], landmarks(path)) for number, path in paths.items()]}
        for name, sample in SAMPLE.items():
            rows[name] = [score(truth_of(name, truths[number]), landmarks(paths[number], name)) for number in sample]
        plain = [(truths[number], landmarks(path)) for number, path in paths.items() if truths[number]["n_reps"]]
        late = [counted(truth, begun_late(truth, frames)) - (truth["n_reps"] - 1) for truth, frames in plain]
        twice = [counted(truth, twice_in_a_row(frames)) - 2 * truth["n_reps"] for truth, frames in plain]
    altered = [row for name in SAMPLE for row in rows[name]]
    return Result(
        (
            Measured("altered clips with exactly the right count", right(altered) * 100, "%", target=95, sense="at least"),
            Measured("altered clips: faults, F1", f1(altered), target=0.85, sense="at least"),
            Measured("altered clips: false warnings for each repetition", warnings(altered), target=0.3),
            Measured("clips begun within their first repetition: counted wrongly", sum(error != 0 for error in late), target=0),
            Measured("clips shown twice in a row: counted wrongly", sum(error != 0 for error in twice), target=0),
        ),
        table(rows),
    )


def counted(truth: Truth, frames: Sequence[PoseFrame]) -> int:
    """How many repetitions the set has."""
    return int(report(exercise_of(truth), frames)["set"]["reps"])


def begun_late(truth: Truth, frames: Sequence[PoseFrame]) -> list[PoseFrame]:
    """The recording without what was before the middle of its first repetition."""
    first = truth["reps"][0]
    return [frame for frame in frames if frame.time_s >= (first["t_start"] + first["t_end"]) / 2]


def twice_in_a_row(frames: Sequence[PoseFrame]) -> list[PoseFrame]:
    """The set and once more the set."""
    later_s = frames[-1].time_s + SHOW_S
    return [*frames, *(replace(frame, time_s=frame.time_s + later_s) for frame in frames)]


def right(rows: list[dict[str, Any]]) -> float:
    """Share of clips with the right count."""
    return fmean(int(row["found"] == row["true"]) for row in rows)


def f1(rows: list[dict[str, Any]]) -> float:
    """F1 of the faults of all rows together."""
    hit, false, missed = (sum(row[key] for row in rows) for key in ("tp", "fp", "fn"))
    return float(2 * hit / (2 * hit + false + missed)) if hit + false + missed else float("nan")


def warnings(rows: list[dict[str, Any]]) -> float:
    """False warnings for each true repetition."""
    return float(sum(row["false_warnings"] for row in rows) / max(1, sum(row["true"] for row in rows)))


def table(rows: dict[str, list[dict[str, Any]]]) -> str:
    """Markdown: one line an alteration."""
    lines = [
        "| shown | clips | right count | most bent knee, range of knee, of hip (degrees) | lifting, lowering (s) | F1 | false warnings |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, found in rows.items():
        errors = [[error for row in found for error in row[key]] for key in ("max_err", "rom_err", "hip_rom_err", "con_err", "ecc_err")]
        angles = ", ".join(shown(fmean(some) if some else None) for some in errors[:3])
        times = ", ".join(shown(fmean(some) if some else None) for some in errors[3:])
        count = sum(row["found"] == row["true"] for row in found)
        lines.append(f"| {name} | {len(found)} | {count} | {angles} | {times} | {shown(f1(found))} | {shown(warnings(found))} |")
    return "\n".join(lines)
