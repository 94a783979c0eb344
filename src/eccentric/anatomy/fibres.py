"""Fibre length from musculotendon length, three ways, and what force a fibre of that length can give.

Models agree on how a muscle's path changes with the joints, and disagree on where its fibres then stand on their force-length curve.
So every normalised fibre length here is a band between three estimates:

- the reference model's fibre and tendon lengths, muscle relaxed;
- the same at full activation, which stretches the tendon (4.9 % at full force: Millard et al. 2013, J Biomech Eng 135:021005);
- dissected legs: fibre lengths and sarcomere lengths of Ward et al. 2009 (Clin Orthop Relat Res 467:1074-1082), optimum sarcomere
  2.7 micrometres, taken as lying straight at hip and knee; not for the calf, whose specimens had pointed feet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.tables import PathTable
from eccentric.terms.body import Muscle

Floats = npt.NDArray[np.float64]
TENDON_STRAIN = 0.049
OPTIMUM_SARCOMERE_UM = 2.7
_ACTIVE_AT = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8)
_ACTIVE = (
    0.0,
    0.099,
    0.274,
    0.451,
    0.626,
    0.767,
    0.826,
    0.871,
    0.914,
    0.957,
    0.995,
    1.0,
    0.996,
    0.957,
    0.824,
    0.684,
    0.544,
    0.403,
    0.263,
    0.123,
    0.0,
)
LOW_CONFIDENCE = (0.5, 1.4)
# Ward 2009: optimum fibre length (m), sarcomere length (micrometres); entered from knowledge of the table, not re-read in the paper
DISSECTED = {
    Muscle.BFLH: (0.0976, 2.35),
    Muscle.BFSH: (0.1103, 3.31),
    Muscle.SEMITEN: (0.1930, 2.89),
    Muscle.SEMIMEM: (0.0690, 2.61),
    Muscle.GRAC: (0.2278, 3.24),
    Muscle.SART: (0.4030, 3.11),
    Muscle.GLMAX: (0.1569, 2.60),
    Muscle.ADDMAG: (0.1444, 2.17),
}


@dataclass(frozen=True, slots=True)
class FibreLengths:
    """Normalised fibre length, optimum = 1: every array (path, pose); ``low`` and ``high`` bound the estimates, ``mid`` is between
    the reference model's and that of dissected legs."""

    low: Floats
    mid: Floats
    high: Floats


def fibre_lengths(length_m: Floats, standing_m: Floats, table: PathTable) -> FibreLengths:
    """Bands of normalised fibre length from musculotendon lengths of the unscaled model.

    ``length_m`` (path, pose), ``standing_m`` (path,) at hip and knee 0. NaN stays NaN; a muscle shorter than its tendon gets 0.
    """
    relaxed, working = np.empty_like(length_m), np.empty_like(length_m)
    for row, tendon in enumerate(table.tendon_slack_m):
        optimum, pennation = table.optimal_fibre_m[row], table.pennation_deg[row]
        along, give = (length_m[row] - tendon) / optimum, TENDON_STRAIN * tendon / optimum
        relaxed[row] = _fibre(along, give, pennation, activation=0.0)
        working[row] = _fibre(along, give, pennation, activation=1.0)
    model = (relaxed + working) / 2
    dissected = _dissected(length_m, standing_m, model, table)
    estimates = [relaxed, working, dissected]
    return FibreLengths(np.minimum.reduce(estimates), (model + dissected) / 2, np.maximum.reduce(estimates))


def active_force(fibre: Floats) -> Floats:
    """Active force at full activation as a fraction of the largest; none below 0.45 or above 1.8 optimum lengths.

    Straight lines between points of the default curve of Millard et al. 2013 (within 0.01 of it).
    """
    return np.asarray(np.interp(fibre, _ACTIVE_AT, _ACTIVE), dtype=np.float64)


def passive_force(fibre: Floats) -> Floats:
    """Force of a resting fibre as a fraction of the largest active one: the exponential of Thelen 2003, straight beyond 1.6 lengths.

    Rises from 0 at the optimum to 1 at 1.6 optimum lengths. Beyond that the curve was never measured; it goes on with its slope there.
    """
    shape, strain = 4.0, 0.6
    stretch = np.clip(fibre - 1.0, 0.0, strain)
    curve = np.expm1(shape * stretch / strain) / np.expm1(shape)
    slope = shape / strain * np.exp(shape) / np.expm1(shape)
    return np.asarray(curve + slope * np.maximum(fibre - 1.0 - strain, 0.0), dtype=np.float64)


_ALONG = np.linspace(0.0, 4.0, 801)


def _fibre(along: Floats, give: float, pennation_deg: float, activation: float) -> Floats:
    """Normalised fibre length where fibre and tendon pull equally.

    ``along`` is what the slack tendon leaves for the fibre, ``give`` how much the tendon stretches at full force, both in optimum fibre
    lengths along the tendon. A fibre keeps its height across the muscle while it shortens.
    """
    height = np.sin(np.radians(pennation_deg))
    found = np.interp(along, _stretched(give, pennation_deg, activation), _ALONG)
    return np.asarray(np.where(along < 0, 0.0, np.hypot(found, height)), dtype=np.float64) + 0.0 * along


@cache
def _stretched(give: float, pennation_deg: float, activation: float) -> Floats:
    """What a fibre of each length in ``_ALONG`` and its stretched tendon add up to, tendon slack length left out."""
    fibre = np.maximum(np.hypot(_ALONG, np.sin(np.radians(pennation_deg))), 1e-9)
    force = (activation * active_force(fibre) + passive_force(fibre)) * _ALONG / fibre
    return np.asarray(_ALONG + give * force, dtype=np.float64)


def _dissected(length_m: Floats, standing_m: Floats, otherwise: Floats, table: PathTable) -> Floats:
    """Normalised fibre length from measured sarcomeres; ``otherwise`` where a muscle has no usable measurement."""
    out = otherwise.copy()
    for row, muscle in enumerate(table.muscles):
        if muscle in DISSECTED:
            optimum, sarcomere = DISSECTED[muscle]
            stiff = sarcomere / OPTIMUM_SARCOMERE_UM + (length_m[row] - standing_m[row]) / optimum
            out[row] = _fibre(stiff, TENDON_STRAIN * table.tendon_slack_m[row] / optimum, 0.0, activation=0.0)
    return out
