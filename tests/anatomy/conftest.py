"""Exercises for the anatomy tests, built here so that a change of an exercise file cannot change a known answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from eccentric.library.exercise import Exercise

Make = Callable[..., Exercise]
CLASSIFICATION = {
    "body_part": "legs",
    "equipment": [],
    "target": "hamstrings",
    "secondary": [],
    "category": "strength",
    "mechanics": "isolation",
    "level": "beginner",
}
REST = {
    "id": "made-up",
    "name": "Made up",
    "also_called": [],
    "summary": "An exercise for a test.",
    "how": {"setup": ["Set up."], "steps": ["One.", "Two."], "tips": ["Tip."]},
    "mistakes": [],
    "prescription": {},
    "ladder": {},
    "avoid_if": [],
    "faq": [],
    "evidence": [],
}
MOVEMENT = {"driver": "knee_flexion", "lengthened_deg": 0, "shortened_deg": 100, "posture": "prone", "hip_flexion_deg": (0, 0)}


@pytest.fixture
def make_exercise() -> Make:
    """Make a valid exercise from the few facts that the muscle model reads."""

    def make(kind: str = "machine", pattern: str = "knee-flexion", sides: str = "both", **movement: Any) -> Exercise:
        return Exercise.model_validate(
            REST
            | {
                "classification": CLASSIFICATION | {"pattern": pattern, "sides": sides},
                "movement": MOVEMENT | {"load": {"kind": kind}} | movement,
            }
        )

    return make
