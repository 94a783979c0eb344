"""Muscle paths: length and moment arms at any hip and knee angle, from fitted polynomials.

L(h, k) = sum over i + j <= degree of c_ij x^i y^j with x and y the two angles scaled to -1..1, and each moment arm is
r = -dL/dtheta of that same polynomial, so length and arms never contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.tables import PathTable, load_table
from eccentric.terms.errors import BadInput, Problem

Floats = npt.NDArray[np.float64]
CHUNK = 2048
ROWS_NAMED = 50
EDGE_DEG = 1e-9


@dataclass(frozen=True, slots=True)
class Paths:
    """Musculotendon paths of one leg: every array is (path, pose), metres; arms are positive where the muscle flexes.

    NaN where an angle of the pose was NaN.
    """

    names: tuple[str, ...]
    length_m: Floats
    hip_arm_m: Floats
    knee_arm_m: Floats


def paths(hip_flexion_deg: npt.ArrayLike, knee_flexion_deg: npt.ArrayLike, table: PathTable | None = None) -> Paths:
    """Length and both moment arms of every muscle path in the table at each pose.

    Both angles are (pose,) or scalars, degrees, flexion positive, NaN = not measured (gives NaN). Raises BadInput that names every
    row outside the fitted range. Source: gait2392 (Delp 1990 and others), as the table's header says.
    """
    table = table or load_table()
    hip, knee = np.broadcast_arrays(*(np.atleast_1d(np.asarray(angle, dtype=np.float64)) for angle in (hip_flexion_deg, knee_flexion_deg)))
    problems = out_of_range(hip, knee, table)
    if problems:
        raise BadInput(problems)
    count = len(table.names)
    matrix = length_and_arms(table)
    values = np.empty((3 * count, hip.size))
    basis = np.empty((len(table.exponents), CHUNK))
    for start in range(0, hip.size, CHUNK):
        part = slice(start, min(start + CHUNK, hip.size))
        np.matmul(matrix, _fill_basis(basis, table, hip[part], knee[part]), out=values[:, part])
    return Paths(table.names, values[:count], values[count : 2 * count], values[2 * count :])


def out_of_range(hip_flexion_deg: Floats, knee_flexion_deg: Floats, table: PathTable | None = None) -> list[Problem]:
    """One problem for each angle outside the fitted range (rows count from 1); after fifty, one that counts the rest."""
    table = table or load_table()
    found: list[Problem] = []
    total = 0
    sides = (("hip_flexion_deg", hip_flexion_deg, table.hip_range_deg), ("knee_flexion_deg", knee_flexion_deg, table.knee_range_deg))
    for name, angle, (low, high) in sides:
        rows = np.flatnonzero((angle < low - EDGE_DEG) | (angle > high + EDGE_DEG))
        total += rows.size
        expected = f"{low:g} to {high:g} degrees, the range that the muscle table was fitted to"
        found += [Problem(f"row {row + 1}, {name}", expected, f"{angle[row]:g}") for row in rows[: ROWS_NAMED - len(found)]]
    if total > len(found):
        found.append(Problem("more rows", "angles inside the fitted range", f"{total - len(found)} others outside it"))
    return found


def length_and_arms(table: PathTable) -> Floats:
    """Coefficients of length, hip arm and knee arm on one basis: (3 x path, term)."""
    place = {exponent: column for column, exponent in enumerate(table.exponents)}
    hip_scale, knee_scale = (np.radians((high - low) / 2) for low, high in (table.hip_range_deg, table.knee_range_deg))
    hip_arm, knee_arm = np.zeros_like(table.coefficients), np.zeros_like(table.coefficients)
    for (i, j), column in place.items():
        if i:
            hip_arm[:, place[i - 1, j]] -= i * table.coefficients[:, column] / hip_scale
        if j:
            knee_arm[:, place[i, j - 1]] -= j * table.coefficients[:, column] / knee_scale
    return np.concatenate([table.coefficients, hip_arm, knee_arm])


def _fill_basis(basis: Floats, table: PathTable, hip_deg: Floats, knee_deg: Floats) -> Floats:
    """Write x^i y^j of every term into the first columns of ``basis`` (term, pose) and return that view."""
    x, y = scaled(hip_deg, table.hip_range_deg), scaled(knee_deg, table.knee_range_deg)
    view = basis[:, : x.size]
    power = np.ones_like(x)
    for row, (_, j) in enumerate(table.exponents):
        if j == 0:
            view[row] = power
            power = power * x
        else:
            np.multiply(view[row - 1], y, out=view[row])
    return view


def scaled(angle_deg: Floats, range_deg: tuple[float, float]) -> Floats:
    """Angles mapped so that the fitted range is -1..1."""
    low, high = range_deg
    return (angle_deg - (low + high) / 2) / ((high - low) / 2)
