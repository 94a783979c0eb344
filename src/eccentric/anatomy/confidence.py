"""How far to trust what the model says of an exercise, and why, in sentences for a person."""

from __future__ import annotations

from typing import Literal

import numpy as np

from eccentric.anatomy.profile import MuscleProfile
from eccentric.terms.body import MUSCLE_NAMES


def forces_confidence(seen: MuscleProfile) -> Literal["low", "fair", "none"]:
    """How far to trust who carries how much: never high, low where fibres leave the well-known part of their curve."""
    if seen.load.load is None:
        return "none"
    return "low" if seen.curves.infeasible.any() or _untrusted(seen) else "fair"


def confidence_reasons(seen: MuscleProfile) -> list[str]:
    """Why, in sentences for a person."""
    reasons = ["This is a model of an average body, not a measurement of yours. Lengths agree between models; forces do not."]
    names = _untrusted(seen)
    if names:
        reasons.append(f"Fibres may leave 0.5 to 1.4 of their best length in: {', '.join(names)}. Their forces are guesses there.")
    if seen.load.load is None:
        reasons.append("There is no load model for this exercise, so only lengths and leverage are shown.")
    if seen.curves.infeasible.any():
        part = round(100 * float(seen.curves.infeasible.mean()))
        reasons.append(f"Over {part} % of the way the load asks more than the modelled muscles can give. People differ.")
    if seen.curves.joint.value == "hip" and seen.load.load is not None:
        reasons.append("Other hip muscles help as well and are not in the model, so these shares are too large.")
    return reasons


def _untrusted(seen: MuscleProfile) -> list[str]:
    """Names of the muscles that carry a part of the load while their fibre length is doubtful."""
    doubtful = []
    for muscle, curve in seen.curves.muscles.items():
        carries = np.nan_to_num(curve.share_mid) > 0.02
        if np.any(carries & ~curve.trusted):
            doubtful.append(MUSCLE_NAMES[muscle])
    return doubtful
