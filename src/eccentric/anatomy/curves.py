"""Joint angles and a torque in, what every muscle does out: the core that exercises and watched sets share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.body import Body
from eccentric.anatomy.fibres import LOW_CONFIDENCE, active_force, fibre_lengths, passive_force
from eccentric.anatomy.loads import Demand
from eccentric.anatomy.paths import Paths, paths
from eccentric.anatomy.sharing import Shared, share
from eccentric.anatomy.tables import PathTable, load_table
from eccentric.terms.body import Muscle

Floats = npt.NDArray[np.float64]
LONG = 1.0  # longer than standing upright counts as long
CALF = (Muscle.GASMED, Muscle.GASLAT)
CALF_CAP = {"low": 0.3, "mid": 0.15, "high": 0.0}  # the ankle must carry what the calf pulls; how much is not known
SMALLEST_NM = 0.5
# The reference model is weaker than young people who train. Active forces are multiplied so that it can just hold the pose at which
# recreational men broke in a Nordic: knee 54 degrees, hips 16.7 (halham-2021; tests/anatomy/test_known_answers.py holds this).
STRENGTH = 1.36


class Joint(StrEnum):
    """The joint whose torque the muscles share."""

    KNEE = "knee"
    HIP = "hip"


@dataclass(frozen=True, slots=True)
class MuscleCurve:
    """One muscle along the poses: every array is (pose,), NaN = not known.

    ``length_rel_standing`` 1 = its length standing upright; ``fibre_*`` normalised fibre length (optimum 1) between estimates; arms in
    metres, positive = flexes; ``force_n`` and ``share_*`` (0..1 of the joint's muscle torque) follow from the load.
    """

    length_m: Floats
    length_rel_standing: Floats
    fibre_low: Floats
    fibre_mid: Floats
    fibre_high: Floats
    hip_arm_m: Floats
    knee_arm_m: Floats
    force_n: Floats
    tension: Floats
    share_low: Floats
    share_mid: Floats
    share_high: Floats

    @property
    def trusted(self) -> npt.NDArray[np.bool_]:
        """(pose,): the whole band of fibre length lies where force-length curves are well known (0.5 to 1.4)."""
        return np.asarray((self.fibre_low >= LOW_CONFIDENCE[0]) & (self.fibre_high <= LOW_CONFIDENCE[1]))

    def lengthening_work_j(self) -> tuple[float, float]:
        """Work done on the muscle while it lengthens along the poses, and the part of it beyond standing length (joules)."""
        stretch = np.maximum(np.diff(self.length_m), 0.0)
        work = stretch * (self.force_n[1:] + self.force_n[:-1]) / 2
        long = (self.length_rel_standing[1:] + self.length_rel_standing[:-1]) / 2 > LONG
        return float(np.nansum(work)), float(np.nansum(work[long]))


@dataclass(frozen=True, slots=True)
class Curves:
    """All muscles along the poses, the torque asked of them, and what they cannot give ((pose,) newton metres; low/mid/high estimates)."""

    joint: Joint
    demand: Demand
    muscles: dict[Muscle, MuscleCurve]
    passive_low_nm: Floats
    passive_mid_nm: Floats
    passive_high_nm: Floats
    capacity_nm: Floats
    shortfall_nm: Floats
    surplus_nm: Floats

    @property
    def infeasible(self) -> npt.NDArray[np.bool_]:
        """(pose,): more torque is asked than active and passive force can give in this model."""
        return np.asarray(self.shortfall_nm > 1e-6)


@cache
def standing_m() -> Floats:
    """Length of every path in the reference model standing upright (hip 0, knee 0): (path,)."""
    return paths(0.0, 0.0).length_m[:, 0]


def muscle_curves(hip_deg: Floats, knee_deg: Floats, demand: Demand, joint: Joint, body: Body) -> Curves:
    """What every muscle does at each pose.

    Angles are (pose,) degrees at the true hip (pelvis tilt already in), NaN = not measured. Lengths and arms scale with height, forces
    with mass / height (muscle volume with mass). Raises BadInput outside the fitted range.
    """
    table = load_table()
    tall = body.height_m / table.model_height_m
    strong = body.mass_kg / table.model_mass_kg / tall
    found = paths(hip_deg, knee_deg, table)
    fibres = fibre_lengths(found.length_m, standing_m(), table)
    arm = (found.knee_arm_m if joint is Joint.KNEE else -found.hip_arm_m) * tall
    torque = demand.knee_nm if joint is Joint.KNEE else demand.hip_nm
    shared = {name: _share(torque, arm, getattr(fibres, name), table, strong, CALF_CAP[name]) for name in CALF_CAP}
    shares = {name: _shares(each, arm, torque) for name, each in shared.items()}
    largest = table.max_force_n[:, None] * strong * STRENGTH
    everything = {
        "length_m": found.length_m * tall,
        "length_rel_standing": found.length_m / standing_m()[:, None],
        "fibre_low": fibres.low,
        "fibre_mid": fibres.mid,
        "fibre_high": fibres.high,
        "hip_arm_m": found.hip_arm_m * tall,
        "knee_arm_m": found.knee_arm_m * tall,
    }
    return Curves(
        joint=joint,
        demand=demand,
        muscles=_by_muscle(table, found, everything, shares, shared["mid"].force_n, largest),
        passive_low_nm=shared["low"].passive_nm,
        passive_mid_nm=shared["mid"].passive_nm,
        passive_high_nm=shared["high"].passive_nm,
        capacity_nm=shared["mid"].capacity_nm,
        shortfall_nm=shared["mid"].shortfall_nm,
        surplus_nm=shared["mid"].surplus_nm,
    )


def _share(torque: Floats, arm: Floats, fibre: Floats, table: PathTable, strong: float, calf_cap: float) -> Shared:
    largest = table.max_force_n[:, None] * strong * np.cos(np.radians(table.pennation_deg))[:, None]
    cap = np.array([calf_cap if muscle in CALF else 1.0 for muscle in table.muscles])
    return share(torque, arm, STRENGTH * largest * active_force(fibre), largest * passive_force(fibre), cap)


def _shares(shared: Shared, arm: Floats, torque: Floats) -> Floats:
    """Each path's part of the torque that the helping muscles make: (path, pose), NaN where nothing is asked."""
    made = np.maximum(shared.force_n * arm, 0.0)
    total = made.sum(axis=0)
    asked = (torque > SMALLEST_NM) & (total > SMALLEST_NM)
    return np.asarray(np.where(asked, made / np.where(total > 0, total, 1.0), np.nan), dtype=np.float64)


def _by_muscle(
    table: PathTable, found: Paths, values: dict[str, Floats], shares: dict[str, Floats], force_n: Floats, largest_n: Floats
) -> dict[Muscle, MuscleCurve]:
    """Join the paths of a muscle: lengths and arms as means weighted by strength, forces and shares as sums."""
    out: dict[Muscle, MuscleCurve] = {}
    for muscle in dict.fromkeys(table.muscles):
        rows = [row for row in range(len(found.names)) if table.muscles[row] is muscle]
        weight = (table.max_force_n[rows] / table.max_force_n[rows].sum())[:, None]
        bounds = np.stack([each[rows].sum(axis=0) for each in shares.values()])
        out[muscle] = MuscleCurve(
            **{name: (value[rows] * weight).sum(axis=0) for name, value in values.items()},
            force_n=force_n[rows].sum(axis=0),
            tension=force_n[rows].sum(axis=0) / largest_n[rows].sum(axis=0),
            share_low=bounds.min(axis=0),
            share_mid=shares["mid"][rows].sum(axis=0),
            share_high=bounds.max(axis=0),
        )
    return out
