"""Coefficient tables of muscle paths: numbers with their source, read from the CSV files beside this one."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from eccentric.terms.body import Muscle
from eccentric.terms.errors import bad_input

Floats = npt.NDArray[np.float64]
PROPERTIES = ("max_force_n", "optimal_fibre_m", "tendon_slack_m", "pennation_deg")


@dataclass(frozen=True, slots=True, eq=False)
class PathTable:
    """Muscle paths of one reference model.

    ``names`` are the paths (a muscle may have several), ``muscles`` the muscle each belongs to. ``coefficients``: (path, term) metres,
    term n being x^i y^j with (i, j) = ``exponents[n]``. The other arrays are (path,).
    """

    names: tuple[str, ...]
    muscles: tuple[Muscle, ...]
    exponents: tuple[tuple[int, int], ...]
    coefficients: Floats
    max_force_n: Floats
    optimal_fibre_m: Floats
    tendon_slack_m: Floats
    pennation_deg: Floats
    hip_range_deg: tuple[float, float]
    knee_range_deg: tuple[float, float]
    model_mass_kg: float
    model_height_m: float
    header: tuple[str, ...]

    def only(self, names: Sequence[str]) -> PathTable:
        """The same table with these paths alone, in this order; raises BadInput for a path that it does not have."""
        unknown = [name for name in names if name not in self.names]
        if unknown:
            raise bad_input("muscle paths", ", ".join(self.names), ", ".join(unknown))
        rows = [self.names.index(name) for name in names]
        arrays = {name: getattr(self, name)[rows] for name in (*PROPERTIES, "coefficients")}
        return replace(self, names=tuple(names), muscles=tuple(self.muscles[row] for row in rows), **arrays)


@cache
def load_table(model: str = "gait2392") -> PathTable:
    """Read a committed table; the values never change while the program runs."""
    lines = (files(__package__) / f"{model}.csv").read_text(encoding="utf-8").splitlines()
    header = tuple(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    settings = dict(line.split(" = ", 1) for line in header if " = " in line)
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    terms = [name for name in rows[0] if name.startswith("c_")]
    return PathTable(
        names=tuple(row["path"] for row in rows),
        muscles=tuple(Muscle(row["muscle"]) for row in rows),
        exponents=tuple((int(name.split("_")[1]), int(name.split("_")[2])) for name in terms),
        coefficients=np.array([[float(row[name]) for name in terms] for row in rows]),
        hip_range_deg=_pair(settings["hip_range_deg"]),
        knee_range_deg=_pair(settings["knee_range_deg"]),
        model_mass_kg=float(settings["model_mass_kg"]),
        model_height_m=float(settings["model_height_m"]),
        header=header,
        **{name: np.array([float(row[name]) for row in rows]) for name in PROPERTIES},
    )


def exponents_up_to(degree: int) -> tuple[tuple[int, int], ...]:
    """The terms of a polynomial of two variables in the order that the tables use: (0,0), (0,1) ... (1,0) ..."""
    return tuple((i, j) for i in range(degree + 1) for j in range(degree + 1 - i))


def _pair(text: str) -> tuple[float, float]:
    low, high = text.split(" to ")
    return float(low), float(high)
