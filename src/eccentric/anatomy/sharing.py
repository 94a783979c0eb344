"""How muscles share the torque of one joint: least sum of cubed activations, after what stretched muscles carry unasked.

Crowninshield and Brand 1981 (J Biomech 14:793-801) minimise the sum of stresses to a power; with one joint and power p the answer is
a_i = min(cap_i, (lambda F_i r_i)^(1 / (p - 1))) with a single lambda for all muscles, found by halving.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
POWER = 3.0
HALVINGS = 32


@dataclass(frozen=True, slots=True)
class Shared:
    """Who carries the torque: ``activation`` and ``force_n`` are (path, pose); the others (pose,) newton metres.

    ``passive_nm`` comes from stretched muscles without effort. ``shortfall_nm`` is what even full activation cannot give: where it is
    above zero the pose is infeasible with active force. ``surplus_nm`` is passive torque beyond the demand, which other muscles hold.
    """

    activation: Floats
    force_n: Floats
    passive_nm: Floats
    capacity_nm: Floats
    shortfall_nm: Floats
    surplus_nm: Floats

    @property
    def infeasible(self) -> npt.NDArray[np.bool_]:
        """(pose,): the demand exceeds passive force and full activation together."""
        return np.asarray(self.shortfall_nm > 1e-6)


def share(demand_nm: Floats, arm_m: Floats, active_n: Floats, passive_n: Floats, cap: Floats) -> Shared:
    """Share a joint's torque among muscles; never raises for a heavy load.

    ``demand_nm`` (pose,); ``arm_m``, ``active_n`` (force at full activation), ``passive_n``: (path, pose), arms positive where a muscle
    helps; ``cap`` (path,) the largest activation of each, 0..1. NaN in a pose gives NaN there.
    """
    strength = np.maximum(active_n * arm_m, 0.0)
    passive_nm = (passive_n * arm_m).sum(axis=0)
    needed = demand_nm - passive_nm
    capacity_nm = (cap[:, None] * strength).sum(axis=0)
    wanted = np.clip(needed, 0.0, capacity_nm)
    activation = _activations(wanted, strength, cap[:, None])
    given = (activation * strength).sum(axis=0)
    scale = np.divide(wanted, given, out=np.ones_like(given), where=given > 0)
    activation = np.minimum(activation * scale, cap[:, None])
    return Shared(
        activation=activation + 0.0 * needed,
        force_n=activation * active_n + passive_n + 0.0 * needed,
        passive_nm=passive_nm,
        capacity_nm=capacity_nm + np.maximum(passive_nm, 0.0),
        shortfall_nm=np.maximum(needed - capacity_nm, 0.0),
        surplus_nm=np.maximum(-needed, 0.0),
    )


def _activations(wanted_nm: Floats, strength_nm: Floats, cap: Floats) -> Floats:
    """Activations (path, pose) whose torques add up to ``wanted_nm``, by halving lambda^(1 / (p - 1)) in each pose."""
    power = 1.0 / (POWER - 1.0)
    root = strength_nm**power
    weakest = np.where(root > 0, root, np.inf).min(axis=0)
    low, high = np.zeros_like(wanted_nm), np.where(np.isfinite(weakest), 1.0 / np.maximum(weakest, 1e-9), 0.0)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        enough = (np.minimum(middle * root, cap) * strength_nm).sum(axis=0) >= wanted_nm
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return np.asarray(np.minimum(high * root, cap), dtype=np.float64)
