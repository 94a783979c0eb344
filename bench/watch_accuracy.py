"""How right ``eccentric watch`` is on clips whose truth is known, and on one real one."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import fmean
from typing import Any

from bench import clips
from bench.command import PROGRAM, Refused, watch
from bench.measured import Measured, Result, shown

HERE = Path(__file__).resolve().parent
REAL_CURL = HERE.parent.parent / "shared" / "real" / "leg_curl.mp4"
REAL_REPS = 3


def measure() -> Result:
    """Score every committed clip, then the real one where it is there."""
    scored = score(PROGRAM)
    return Result((*rows(scored["total"]), *real_rows(REAL_CURL)), clip_table(scored["clips"]))


def score(program: str, only: str = "") -> dict[str, Any]:
    """Run the scorer on the committed clips whose id contains ``only``; its totals and rows."""
    with tempfile.TemporaryDirectory() as folder:
        clips.unpack(Path(folder), only)
        out = Path(folder) / "score.json"
        command = f"{shlex.quote(program)} watch {{video}} --exercise {{exercise}} --json -"
        scorer = [sys.executable, str(HERE / "watch_score.py"), folder, "--command", command, "--json", str(out)]
        subprocess.run(scorer, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        found: dict[str, Any] = json.loads(out.read_text())
    return found


def rows(total: dict[str, float]) -> tuple[Measured, ...]:
    """The scorer's totals against the targets."""
    share = total["exact_count"] * 100
    return (
        Measured("clips with exactly the right count", share, "%", target=95, sense="at least", note=f"{total['clips']} clips"),
        Measured("repetitions found where nobody moves", total["false_reps_on_empty_clips"], target=0),
        Measured("repetitions that were not measured", total["unmeasured_reps"]),
        Measured("clips that ended with an error", total["errors"], target=0),
        Measured("most bent knee of a repetition, mean error", total["driver_max_mae_deg"], "degrees", target=5),
        Measured("straightest knee of a repetition, mean error", total["driver_min_mae_deg"], "degrees", target=5),
        Measured("range of motion of the knee, mean error", total["knee_rom_mae_deg"], "degrees", target=6),
        Measured("range of motion of the hip, mean error", total["hip_rom_mae_deg"], "degrees", target=8),
        Measured("time of the concentric phase, mean error", total["concentric_mae_s"], "s", target=0.15),
        Measured("time of the eccentric phase, mean error", total["eccentric_mae_s"], "s", target=0.15),
        Measured("faults, F1 (all but rounded-back)", total["fault_f1"], target=0.85, sense="at least"),
        Measured("faults, precision", total["fault_precision"]),
        Measured("faults, recall", total["fault_recall"]),
        Measured("false warnings for each repetition", total["false_warnings_per_rep"], target=0.3),
    )


def real_rows(video: Path) -> tuple[Measured, ...]:
    """A real lying curl: three whole repetitions (a fourth is cut off), none lowered all the way."""
    names = ("a real leg curl: repetitions away from the three that are there", "a real leg curl: repetitions marked incomplete-return")
    try:
        if not video.is_file():
            raise Refused("that clip is not beside this checkout")
        report, _ = watch(video, "lying-leg-curl")
    except Refused as refused:
        return tuple(Measured(name, None, note=str(refused)) for name in names)
    whole = [rep for rep in report["reps"] if rep["complete"]]
    marked = sum(any(fault["id"] == "incomplete-return" for fault in rep["faults"]) for rep in whole)
    return (
        Measured(names[0], abs(report["set"]["reps"] - REAL_REPS), target=0),
        Measured(names[1], marked, target=REAL_REPS, sense="at least"),
    )


def clip_table(scored: list[dict[str, Any]]) -> str:
    """Markdown: one line a clip."""
    lines = [
        "### Clip by clip\n",
        "| clip | found / there | most bent knee, range (degrees) | faults missed | faults said wrongly |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in scored:
        if "error" in row:
            lines.append(f"| {row['id']} | {row['error']} | | | |")
            continue
        errors = ", ".join(shown(fmean(found) if found else None) for found in (row["max_err"], row["rom_err"] + row["hip_rom_err"]))
        lines.append(f"| {row['id']} | {row['found']} / {row['true']} | {errors} | {' '.join(row['missed'])} | {' '.join(row['false'])} |")
    return "\n".join(lines)
