"""Poses from a CSV file in, lengths and moment arms of every muscle path out."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

import numpy as np

from eccentric.anatomy.paths import ROWS_NAMED, Floats, Paths, out_of_range, paths
from eccentric.terms.errors import BadInput, Problem

COLUMNS = ("hip_flexion_deg", "knee_flexion_deg")
OUTPUT = ("muscle", *COLUMNS, "length_m", "hip_arm_m", "knee_arm_m")


@dataclass(frozen=True, slots=True)
class Poses:
    """Angles of one leg, (pose,) each, degrees, flexion positive."""

    hip_flexion_deg: Floats
    knee_flexion_deg: Floats


def read_poses(lines: Iterable[str]) -> Poses:
    """Read poses from CSV lines, by header name; other columns are ignored; commas, semicolons or tabs between them.

    Raises BadInput that lists every missing column, every cell that is not a number and every angle outside the fitted range.
    Rows are counted from 1 at the first line under the header.
    """
    rows_of_text = list(lines)
    header = rows_of_text[0] if rows_of_text else ""
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(rows_of_text, skipinitialspace=True, delimiter=delimiter)
    names = [(name or "").strip().lstrip("\ufeff") for name in reader.fieldnames or ()]
    reader.fieldnames = names
    missing = [Problem("header", f"a column {name}", ", ".join(names) or "an empty file") for name in COLUMNS if name not in names]
    if missing:
        raise BadInput(missing)
    problems: list[Problem] = []
    rows = [[_number(row[name], f"row {count}, {name}", problems) for name in COLUMNS] for count, row in enumerate(reader, start=1)]
    angles = np.array(rows, dtype=np.float64).reshape(-1, 2)
    problems = problems[:ROWS_NAMED] + out_of_range(angles[:, 0], angles[:, 1])
    if problems:
        raise BadInput(problems)
    return Poses(angles[:, 0], angles[:, 1])


def write_paths(poses: Poses, out: TextIO) -> Paths:
    """Write one row a pose and muscle path; lengths to 0.1 micrometre. Returns what was written."""
    found = paths(poses.hip_flexion_deg, poses.knee_flexion_deg)
    out.write(",".join(OUTPUT) + "\n")
    angles = [f"{hip!r},{knee!r}" for hip, knee in zip(poses.hip_flexion_deg.tolist(), poses.knee_flexion_deg.tolist(), strict=True)]
    columns = [array.T.tolist() for array in (found.length_m, found.hip_arm_m, found.knee_arm_m)]
    for angle, lengths, hips, knees in zip(angles, *columns, strict=True):
        for name, length, hip, knee in zip(found.names, lengths, hips, knees, strict=True):
            out.write(f"{name},{angle},{length:.7f},{hip:.7f},{knee:.7f}\n")
    return found


def _number(text: str | None, where: str, problems: list[Problem]) -> float:
    try:
        value = float((text or "").replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        problems.append(Problem(where, "a number of degrees", repr(text or "")))
        return math.nan
    return value
