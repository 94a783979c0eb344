"""A clip's landmarks through the motion core, scored in this process by the same scorer that scores the command."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.motion.analyse import watch_set
from eccentric.motion.landmarks import PoseFrame
from eccentric.motion.pose.decode import VideoSource
from eccentric.motion.watch_json import to_json

Truth = dict[str, Any]
SCORER: Any = import_module("bench.watch_score")  # a program of its own, without types


def exercise_of(truth: Truth) -> Exercise:
    """The exercise that a clip shows."""
    return read_exercise(SCORER.EXERCISE[truth["exercise"]])


def report(exercise: Exercise, frames: Sequence[PoseFrame]) -> dict[str, Any]:
    """What ``watch --json`` would print of these landmarks."""
    source = VideoSource("clip.mp4", frames[-1].time_s, len(frames), 480, 360, 15.0)
    found: dict[str, Any] = json.loads(to_json(watch_set(exercise, frames), source))
    return found


def score(truth: Truth, frames: Sequence[PoseFrame]) -> dict[str, Any]:
    """The scorer's row of one clip."""
    row: dict[str, Any] = SCORER.score_clip(truth, report(exercise_of(truth), frames), 0.0)
    return row


def pairs(truth: Truth, found: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """True repetitions with the found ones that overlap them."""
    matched: list[tuple[dict[str, Any], dict[str, Any]]] = SCORER.match(truth["reps"], [rep for rep in found["reps"] if rep["complete"]])
    return matched


def true_ends_deg(truth: Truth, rep: dict[str, Any]) -> tuple[float, float]:
    """Smallest and largest true flexion of the driver joint within a repetition, degrees."""
    joint = SCORER.DRIVER.get(truth["exercise"], "knee")
    leg = (rep["spec"].get("leg") or truth["spec"].get("leg") or truth["camera"]["near_side"])[0]
    angles = truth["frames"][f"hip_sag_{leg}" if joint == "hip" else f"knee_{leg}"]
    inside = [a for a, now in zip(angles, truth["frames"]["t"], strict=True) if rep["t_start"] <= now <= rep["t_end"] and a is not None]
    return 180 - max(inside), 180 - min(inside)
