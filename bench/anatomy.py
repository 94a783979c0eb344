"""Muscle lengths and moment arms: poses a second on one core, against OpenSim where it is installed, and errors on held-out poses."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bench.measured import Measured, Result
from eccentric.anatomy.paths import paths
from eccentric.anatomy.profile import profile
from eccentric.anatomy.tables import load_table
from eccentric.library.read import read_exercise

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "anatomy" / "held_out_gait2392.csv"
MODEL = ROOT.parent / "shared" / "anatomy" / "gait2392_millard2012muscle.osim"
NINE = ("bflh", "bfsh", "semiten", "semimem", "gasmed", "gaslat", "glmax2", "grac", "sart")
POSES, REFERENCE_POSES, PASSES = 400_000, 1_000, 3


def measure() -> Result:
    """Speed of nine muscles with both arms, of one exercise's profile, and the errors against the committed sample."""
    ours = poses_per_second()
    reference, note = opensim_poses_per_second()
    length_mm, arm_mm, rms_mm = errors_mm()
    speed = Measured("nine muscles with both arms, poses a second of one core", ours, target=1e6, sense="at least")
    there = ours if reference else None
    against = Measured("the same against OpenSim", there, baseline=reference, target=1000, sense="at least", note=note)
    return Result(
        (
            speed,
            against,
            Measured("length, worst error on held-out poses", length_mm, "mm", target=0.5),
            Measured("moment arms, worst error on held-out poses", arm_mm, "mm", target=2.0),
            Measured("moment arms, RMS error of the worst path", rms_mm, "mm", target=0.7),
            Measured("curves of one exercise", profile_ms(), "ms"),
        )
    )


def poses_per_second() -> float:
    """Poses a second of one core, measured in a process of its own that may use no other (NumPy's matrix product would)."""
    alone = os.environ | dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    found = subprocess.run([sys.executable, "-m", "bench.anatomy"], cwd=ROOT, env=alone, capture_output=True, text=True, check=True)
    return float(found.stdout)


def _poses_per_second() -> float:
    """Poses a second of processor time in this process, the best of a few passes over random poses."""
    table, random = load_table().only(NINE), np.random.default_rng(1)
    hip, knee = random.uniform(-20, 120, POSES), random.uniform(0, 130, POSES)
    taken = []
    for _ in range(PASSES):
        began = time.process_time()
        paths(hip, knee, table)
        taken.append(time.process_time() - began)
    return POSES / min(taken)


def opensim_poses_per_second() -> tuple[float | None, str]:
    """OpenSim's poses a second of processor time on the reference model, or why it was not measured."""
    if find_spec("opensim") is None:
        return None, "OpenSim is not installed (the development extra opensim)"
    if not MODEL.is_file():
        return None, "the reference model is not beside the checkout"
    from scripts.fit_muscle_tables import Model

    model, random = Model(MODEL), np.random.default_rng(1)
    hip, knee = random.uniform(-20, 120, REFERENCE_POSES), random.uniform(0, 120, REFERENCE_POSES)
    began = time.process_time()
    model.ask(hip, knee)
    paths_there = len(model.muscles)
    rate = REFERENCE_POSES / (time.process_time() - began) * paths_there / len(NINE)
    return rate, f"OpenSim's rate on {paths_there} paths, scaled to {len(NINE)}"


def errors_mm() -> tuple[float, float, float]:
    """Worst length error, worst arm error and the worst path's RMS arm error against the committed reference values."""
    with SAMPLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    length, arms = 0.0, []
    for name in load_table().names:
        mine = [row for row in rows if row["muscle"] == name]
        found = paths([float(row["hip_flexion_deg"]) for row in mine], [float(row["knee_flexion_deg"]) for row in mine])
        at = found.names.index(name)
        off = found.length_m[at] - [float(row["length_m"]) for row in mine]
        length = max(length, float(np.abs(off).max()) * 1000)
        arms += [
            (found.hip_arm_m[at] - [float(row["hip_arm_m"]) for row in mine]) * 1000,
            (found.knee_arm_m[at] - [float(row["knee_arm_m"]) for row in mine]) * 1000,
        ]
    return length, max(float(np.abs(arm).max()) for arm in arms), max(float(np.sqrt((arm**2).mean())) for arm in arms)


def profile_ms() -> float:
    """Milliseconds of processor time for the curves of one exercise."""
    exercise = read_exercise("seated-leg-curl")
    profile(exercise)
    began = time.process_time()
    for _ in range(20):
        profile(exercise)
    return (time.process_time() - began) / 20 * 1000


if __name__ == "__main__":
    print(_poses_per_second())
