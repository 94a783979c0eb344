"""Whether somebody is in the posture that an exercise begins in: walking past and sitting down are not repetitions."""

from __future__ import annotations

from math import isnan

from eccentric.library.exercise import Exercise
from eccentric.motion.angles import HIP, Channel
from eccentric.motion.landmarks import Floats
from eccentric.terms.body import Side

LYING_LEAN_DEG = 40.0
UPRIGHT_LEAN_DEG = 60.0
SEATED_HIP_DEG = 30.0


def in_posture(exercise: Exercise, value: Floats, side: Side) -> bool:
    """Whether a moment's measurements (channel,) fit the exercise's posture; what was not seen speaks against nothing."""
    lean_deg, hip_deg = abs(float(value[Channel.TRUNK_LEAN])), float(value[HIP[side]])
    if isnan(lean_deg) or isnan(hip_deg):
        return True
    match exercise.movement.posture:
        case "kneeling" if exercise.movement.begins == "shortened":
            return lean_deg <= UPRIGHT_LEAN_DEG
        case "prone" | "supine" if exercise.classification.pattern == "knee-flexion":
            return lean_deg >= LYING_LEAN_DEG
        case "standing" if exercise.movement.driver == "knee_flexion":
            return lean_deg <= UPRIGHT_LEAN_DEG
        case "seated":
            return hip_deg >= SEATED_HIP_DEG
        case _:
            return True
