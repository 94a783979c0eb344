"""The sentences that pictures of muscles begin with."""

from __future__ import annotations

import numpy as np

from eccentric.anatomy.profile import LONG_ABOVE, SHORT_BELOW, MuscleProfile
from eccentric.terms.body import Muscle

SHORT_NAMES = {
    Muscle.BFLH: "biceps femoris, long head",
    Muscle.BFSH: "biceps femoris, short head",
    Muscle.SEMITEN: "semitendinosus",
    Muscle.SEMIMEM: "semimembranosus",
    Muscle.GASMED: "calf, inner head",
    Muscle.GASLAT: "calf, outer head",
    Muscle.GLMAX: "gluteus maximus",
    Muscle.GRAC: "gracilis",
    Muscle.SART: "sartorius",
    Muscle.ADDMAG: "adductor magnus, back part",
}


def length_sentence(seen: MuscleProfile) -> str:
    """How long the hamstrings work, in one sentence."""
    mean = float(seen.curves.muscles[Muscle.BFLH].length_rel_standing.mean())
    percent = round(abs(mean - 1) * 100)
    if mean > LONG_ABOVE:
        return f"{seen.exercise.name} works your hamstrings long: on average {percent} % longer than when you stand."
    if mean < SHORT_BELOW:
        return f"{seen.exercise.name} works your hamstrings short: on average {percent} % shorter than when you stand."
    return f"{seen.exercise.name} works your hamstrings near their standing length."


def load_sentence(seen: MuscleProfile) -> str:
    """Where the load is heaviest, in one sentence."""
    curves = seen.curves
    torque = curves.demand.knee_nm if curves.joint.value == "knee" else curves.demand.hip_nm
    if not np.isfinite(torque).any():
        return "The load of this exercise is not modelled."
    spread = np.nanmax(torque) - np.nanmin(torque)
    peak = f"{np.nanmax(torque):.0f} Nm at the {curves.joint.value} of each leg"
    if spread < 0.05 * abs(np.nanmax(torque)):
        return f"The load is even: {peak}."
    at = np.nanargmax(torque) / (torque.size - 1)
    where = "at the start of the lowering" if at < 0.2 else "at the bottom, at full length" if at > 0.8 else "part of the way down"
    return f"The load is heaviest {where}: {peak}."
