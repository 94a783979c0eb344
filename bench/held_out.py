"""What was calibrated on the clips, found again without each clip in turn and tried on the one left out.

Corrections of angles are fitted anew on the other clips. For limits the gap between true and clean repetitions is shown: with the limit
that stands half-way in the gap of the other clips, how many of the left-out clip's repetitions are judged wrongly.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from bench import clips
from bench.landmarks import landmarks
from bench.measured import Measured, Result, shown
from bench.scored import SCORER, Truth, exercise_of, pairs, report, true_ends_deg
from eccentric.library.exercise import Exercise
from eccentric.motion.angles import HINGE_AT_ZERO_DEG, HINGE_SLOPE, KNEE_TOO_STRAIGHT_DEG

OPEN = {"warn_deg": -1e9, "warn_s": 1e9, "warn_fraction": 1e9}
FAULTS = {"hip_lift": "hips-lift", "hip_flexion_drift": "thigh-drift", "short_rom": "partial-range", "fast_eccentric": "rushed-lowering"}
FAULTS |= {name: name.replace("_", "-") for name in ("incomplete_return", "momentum", "asymmetry", "hip_break", "squatting")}
LESS_IS_WORSE = {"partial-range", "rushed-lowering", "momentum"}
Ends = list[tuple[float, float, float, float]]  # true smallest, read smallest, true largest, read largest
Values = dict[str, dict[str, list[tuple[float, bool]]]]  # fault -> clip -> (value, is true)


def measure() -> Result:
    """Corrections and limits, each clip left out in turn."""
    knees: dict[str, Ends] = {}
    hips: dict[str, Ends] = {}
    values: Values = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder:
        for clip in clips.unpack(Path(folder)):
            truth = clips.truth(clip)
            if not truth["n_reps"]:
                continue
            found = report(opened(exercise_of(truth)), landmarks(clip))
            hip = SCORER.DRIVER.get(truth["exercise"]) == "hip"
            (hips if hip else knees)[clip.stem] = ends(truth, found)
            collect(values, clip.stem, truth, found)
    bent, straight, constants = knee_errors(knees)
    return Result(
        (
            Measured("most bent knee, correction fitted without the clip", bent, "degrees", target=5),
            Measured("straightest knee, correction fitted without the clip", straight, "degrees", target=5),
            Measured("range of the hip in a hinge, correction fitted on the other clip", hinge_error(hips), "degrees", target=8),
            Measured(
                "repetitions judged wrongly by limits set without their clip", sum(wrong(each, name)[0] for name, each in values.items())
            ),
        ),
        f"Knee correction, each clip left out in turn: {min(constants):.1f} to {max(constants):.1f} degrees.\n\n" + table(values),
    )


def opened(exercise: Exercise) -> Exercise:
    """The exercise with limits that everything passes, so that every measurement is told."""
    mistakes = [
        mistake.model_copy(update={"limits": OPEN | {key: value for key, value in mistake.limits.items() if key == "expected_deg"}})
        for mistake in exercise.mistakes
    ]
    return exercise.model_copy(update={"mistakes": tuple(mistakes)})


def ends(truth: Truth, found: dict[str, Any]) -> Ends:
    """True and read ends of every repetition."""
    out = []
    for true, rep in pairs(truth, found):
        low_deg, high_deg = true_ends_deg(truth, true)
        if rep["driver_min_deg"] is not None:
            out.append((low_deg, rep["driver_min_deg"], high_deg, rep["driver_max_deg"]))
    return out


def collect(values: Values, clip: str, truth: Truth, found: dict[str, Any]) -> None:
    """Note what each detector measured and whether the fault is there; where momentum heaves the body, its angles do not count."""
    for true, rep in pairs(truth, found):
        there = {FAULTS.get(name, name) for name in true["faults"]}
        for fault in rep["faults"]:
            name = fault["id"]
            heaved = "momentum" in there and name not in there and name not in LESS_IS_WORSE
            if name in FAULTS.values() and not heaved:
                values[name][clip].append((fault["value"], name in there))


def knee_errors(knees: dict[str, Ends]) -> tuple[float, float, list[float]]:
    """Mean errors of the bent and the straight end with a correction from the other clips, and those corrections."""
    bent, straight, constants = [], [], []
    for left_out, held in knees.items():
        others = [each for name, each in knees.items() if name != left_out]
        off = fmean(fmean((read_low - low + read_high - high) / 2 for low, read_low, high, read_high in each) for each in others)
        constants.append(KNEE_TOO_STRAIGHT_DEG - off)
        straight += [abs(read_low - off - low) for low, read_low, _, _ in held]
        bent += [abs(read_high - off - high) for _, _, high, read_high in held]
    return fmean(bent), fmean(straight), constants


def hinge_error(hips: dict[str, Ends]) -> float:
    """Mean error of the hip's range with the line fitted on the other clips."""
    errors = []
    for left_out, held in hips.items():
        points = [
            point for name, each in hips.items() if name != left_out for low, rl, high, rh in each for point in ((rl, low), (rh, high))
        ]
        raw = [(read - HINGE_AT_ZERO_DEG) / HINGE_SLOPE for read, _ in points]
        slope = np.polyfit(raw, [true for _, true in points], 1)[0]
        errors += [abs((read_high - read_low) / HINGE_SLOPE * slope - (high - low)) for low, read_low, high, read_high in held]
    return fmean(errors)


def gap(fault: str, some: list[tuple[float, bool]]) -> tuple[float | None, float | None]:
    """The mildest true and the worst clean measurement."""
    mild, worst = (max, min) if fault in LESS_IS_WORSE else (min, max)
    true, clean = ([value for value, there in some if there is wanted] for wanted in (True, False))
    return mild(true, default=None), worst(clean, default=None)


def wrong(by_clip: dict[str, list[tuple[float, bool]]], fault: str) -> tuple[int, int]:
    """How many repetitions the half-way limits of the other clips judge wrongly, and how many could be judged so."""
    mistakes = judged = 0
    for left_out, held in by_clip.items():
        others = [value for name, each in by_clip.items() if name != left_out for value in each]
        mild, worst = gap(fault, others)
        if mild is None or worst is None:
            continue
        limit = (mild + worst) / 2
        judged += len(held)
        mistakes += sum(((value < limit) if fault in LESS_IS_WORSE else (value > limit)) != there for value, there in held)
    return mistakes, judged


def table(values: Values) -> str:
    """Markdown: one line a fault."""
    lines = [
        "| fault | mildest true | worst clean | judged by others' limits | wrongly |",
        "| --- | --- | --- | --- | --- |",
    ]
    for fault, by_clip in sorted(values.items()):
        mild, worst = gap(fault, [value for each in by_clip.values() for value in each])
        mistakes, judged = wrong(by_clip, fault)
        lines.append(f"| {fault} | {shown(mild)} | {shown(worst)} | {judged} | {mistakes} |")
    return "\n".join(lines)
