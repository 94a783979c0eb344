"""Fit the muscle-path tables to an OpenSim model, or compare the committed table with it on fresh poses.

    python scripts/fit_muscle_tables.py MODEL.osim            fit, write the table and the sample of reference values for the tests
    python scripts/fit_muscle_tables.py MODEL.osim --check    compare the committed table with OpenSim on held-out poses; exit 1 if worse

Needs the development extra ``opensim`` and the model file (gait2392, Delp and others, CC BY 3.0), which is not part of this project.
gait2392 counts knee flexion negative; it is turned round here, once.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.paths import length_and_arms, paths, scaled
from eccentric.anatomy.tables import PathTable, exponents_up_to, load_table
from eccentric.terms.body import Muscle

Floats = npt.NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src/eccentric/anatomy/tables/gait2392.csv"
SAMPLE = ROOT / "tests/anatomy/held_out_gait2392.csv"
DEGREE = 7
HIP_RANGE_DEG, KNEE_RANGE_DEG = (-20.0, 120.0), (0.0, 130.0)
FIT_STEP_DEG = (3.5, 2.5)
HELD_OUT, SAMPLED, SEED = 3000, 80, 20240611
LIMITS_MM = {"length": 0.5, "arm": 2.0, "arm_rms": 0.7}
MODEL_MASS_KG, MODEL_HEIGHT_M = 75.16, 1.80

SOURCE = (
    "Muscle paths of one leg: musculotendon length (m) as a polynomial of hip and knee flexion;",
    "moment arm = -dL/dangle, positive where the muscle flexes.",
    "Source: OpenSim model gait2392 (Delp S.L., Loan J.P., Hoy M.G., Zajac F.E., Topp E.L., Rosen J.M., Thelen D.G., Anderson F.C.,",
    "Seth A.; Delp et al. 1990, IEEE Trans Biomed Eng 37:757-767; Yamaguchi and Zajac 1989, J Biomech 22:1-10), CC BY 3.0.",
    "Changed: polynomials fitted to the model's values by scripts/fit_muscle_tables.py; no part of the model file is here.",
    "L = sum c_i_j x^i y^j, x = (hip - middle) / half range, y = (knee - middle) / half range;",
    "ankle neutral, hip neither turned nor spread.",
)

# our path, our muscle, the model's muscle, joints that it crosses
PATHS = (
    ("bflh", Muscle.BFLH, "bifemlh_r", "hip knee"),
    ("bfsh", Muscle.BFSH, "bifemsh_r", "knee"),
    ("semiten", Muscle.SEMITEN, "semiten_r", "hip knee"),
    ("semimem", Muscle.SEMIMEM, "semimem_r", "hip knee"),
    ("gasmed", Muscle.GASMED, "med_gas_r", "knee"),
    ("gaslat", Muscle.GASLAT, "lat_gas_r", "knee"),
    ("glmax1", Muscle.GLMAX, "glut_max1_r", "hip"),
    ("glmax2", Muscle.GLMAX, "glut_max2_r", "hip"),
    ("glmax3", Muscle.GLMAX, "glut_max3_r", "hip"),
    ("grac", Muscle.GRAC, "grac_r", "hip knee"),
    ("sart", Muscle.SART, "sar_r", "hip knee"),
    ("addmagisch", Muscle.ADDMAG, "add_mag3_r", "hip"),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """OpenSim's values: ``values`` (quantity, path, pose), the quantities being length, hip arm and knee arm in metres."""

    hip_deg: Floats
    knee_deg: Floats
    values: Floats


class Model:
    """The OpenSim model, asked pose by pose."""

    def __init__(self, path: Path) -> None:
        import opensim

        opensim.Logger.setLevelString("Error")
        self._model: Any = opensim.Model(str(path))
        self._state = self._model.initSystem()
        self.muscles = [self._model.getMuscles().get(row[2]) for row in PATHS]
        self._hip, self._knee = (self._model.getCoordinateSet().get(name) for name in ("hip_flexion_r", "knee_angle_r"))

    def ask(self, hip_deg: Floats, knee_deg: Floats) -> Reference:
        """Length and moment arms at each pose; flexion positive at both joints."""
        values = np.zeros((3, len(PATHS), hip_deg.size))
        for pose, (hip, knee) in enumerate(zip(hip_deg, knee_deg, strict=True)):
            self._hip.setValue(self._state, np.radians(hip), False)
            self._knee.setValue(self._state, -np.radians(knee), False)
            self._model.realizePosition(self._state)
            for row, muscle in enumerate(self.muscles):
                path = muscle.getGeometryPath()
                values[0, row, pose] = muscle.getLength(self._state)
                values[1, row, pose] = path.computeMomentArm(self._state, self._hip)
                values[2, row, pose] = -path.computeMomentArm(self._state, self._knee)
        return Reference(hip_deg, knee_deg, values)


def empty_table(model: Model) -> PathTable:
    """The table before fitting: names, muscle properties and ranges."""
    take = {
        "max_force_n": [m.getMaxIsometricForce() for m in model.muscles],
        "optimal_fibre_m": [m.getOptimalFiberLength() for m in model.muscles],
        "tendon_slack_m": [m.getTendonSlackLength() for m in model.muscles],
        "pennation_deg": [np.degrees(m.getPennationAngleAtOptimalFiberLength()) for m in model.muscles],
    }
    terms = exponents_up_to(DEGREE)
    return PathTable(
        names=tuple(row[0] for row in PATHS),
        muscles=tuple(row[1] for row in PATHS),
        exponents=terms,
        coefficients=np.zeros((len(PATHS), len(terms))),
        hip_range_deg=HIP_RANGE_DEG,
        knee_range_deg=KNEE_RANGE_DEG,
        model_mass_kg=MODEL_MASS_KG,
        model_height_m=MODEL_HEIGHT_M,
        header=(),
        **{name: np.array(values) for name, values in take.items()},
    )


def design_matrices(table: PathTable, reference: Reference) -> Floats:
    """(quantity, pose, term): what each term adds to length, hip arm and knee arm."""
    unit = replace(table, names=tuple("t" for _ in table.exponents), coefficients=np.eye(len(table.exponents)))
    matrix = length_and_arms(unit)
    x, y = scaled(reference.hip_deg, HIP_RANGE_DEG), scaled(reference.knee_deg, KNEE_RANGE_DEG)
    basis = np.stack([x**i * y**j for i, j in table.exponents])
    return (matrix @ basis).reshape(3, len(table.exponents), -1).transpose(0, 2, 1)


def fit(table: PathTable, reference: Reference) -> PathTable:
    """Least squares on length and both arms together, then reweighted to bring the worst arms down.

    Some paths of gait2392 gain or lose a via point at a knee angle, where the arm jumps by up to 3 mm; a smooth curve can only halve that.
    """
    design = design_matrices(table, reference)
    coefficients = np.zeros_like(table.coefficients)
    for row, (_, _, _, joints) in enumerate(PATHS):
        used = [n for n, (i, j) in enumerate(table.exponents) if (i == 0 or "hip" in joints) and (j == 0 or "knee" in joints)]
        target = reference.values[:, row]
        weight = np.ones_like(target)
        weight[0] = 10.0
        for _ in range(25):
            weighted = (design[:, :, used] * weight[:, :, None]).reshape(-1, len(used))
            solution = np.linalg.lstsq(weighted, (target * weight).ravel(), rcond=None)[0]
            error = np.abs(design[:, :, used] @ solution - target)
            for arm in (1, 2):
                if error[arm].max() > 0.0012:
                    weight[arm] *= np.sqrt(0.6 + 0.4 * np.minimum(error[arm] / 0.0012, 3))
                    weight[arm] /= np.sqrt((weight[arm] ** 2).mean())
        coefficients[row, used] = solution
    return replace(table, coefficients=coefficients)


def errors_mm(table: PathTable, reference: Reference) -> Floats:
    """Absolute errors in millimetres: (quantity, path, pose)."""
    ours = paths(reference.hip_deg, reference.knee_deg, table)
    return np.abs(np.stack([ours.length_m, ours.hip_arm_m, ours.knee_arm_m]) - reference.values) * 1000


def worst(errors: Floats) -> dict[str, float]:
    """The figures that the limits speak of, over all paths."""
    return {"length": errors[0].max(), "arm": errors[1:].max(), "arm_rms": np.sqrt((errors[1:] ** 2).mean(axis=2)).max()}


def write_table(table: PathTable, errors: Floats) -> None:
    """Write coefficients, muscle properties, source, licence and fit errors."""
    figures_text = "length <= {length:.2f} mm, moment arms <= {arm:.2f} mm, arm RMS <= {arm_rms:.2f} mm".format(**worst(errors))
    header = [
        *SOURCE,
        f"hip_range_deg = {HIP_RANGE_DEG[0]:g} to {HIP_RANGE_DEG[1]:g}",
        f"knee_range_deg = {KNEE_RANGE_DEG[0]:g} to {KNEE_RANGE_DEG[1]:g}",
        f"model_mass_kg = {MODEL_MASS_KG:g}",
        f"model_height_m = {MODEL_HEIGHT_M:g}",
        f"Errors on {HELD_OUT} random held-out poses, all paths: {figures_text}.",
        "Past 120 degrees of knee flexion the model itself extrapolates its knee.",
    ]
    columns = ["path", "muscle", "max_force_n", "optimal_fibre_m", "tendon_slack_m", "pennation_deg", "err_length_mm", "err_hip_arm_mm"]
    columns += ["err_knee_arm_mm", *(f"c_{i}_{j}" for i, j in table.exponents)]
    lines = [f"# {line}" for line in header] + [",".join(columns)]
    for row, name in enumerate(table.names):
        numbers = [table.max_force_n[row], table.optimal_fibre_m[row], table.tendon_slack_m[row], table.pennation_deg[row]]
        numbers_text = [f"{number:.6g}" for number in numbers] + [f"{errors[quantity, row].max():.3f}" for quantity in range(3)]
        lines.append(",".join([name, table.muscles[row], *numbers_text, *(f"{c:.9g}" for c in table.coefficients[row])]))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_sample(reference: Reference) -> None:
    """A small sample of the held-out reference values, for the tests that run without OpenSim."""
    lines = [
        "# Reference values of OpenSim 4.6 on gait2392 (Delp and others, CC BY 3.0) at random poses that the fit never saw.",
        "muscle,hip_flexion_deg,knee_flexion_deg,length_m,hip_arm_m,knee_arm_m",
    ]
    for pose in range(SAMPLED):
        for row, (name, *_) in enumerate(PATHS):
            angles = f"{reference.hip_deg[pose]:.4f},{reference.knee_deg[pose]:.4f}"
            lines.append(f"{name},{angles}," + ",".join(f"{value:.6f}" for value in reference.values[:, row, pose]))
    SAMPLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def held_out(model: Model, seed: int) -> Reference:
    """Random poses over the whole range, with its four corners, asked of OpenSim."""
    random = np.random.default_rng(seed)
    hip = np.concatenate([np.repeat(HIP_RANGE_DEG, 2), random.uniform(*HIP_RANGE_DEG, HELD_OUT - 4)])
    knee = np.concatenate([np.tile(KNEE_RANGE_DEG, 2), random.uniform(*KNEE_RANGE_DEG, HELD_OUT - 4)])
    return model.ask(hip.round(4), knee.round(4))


def report(table: PathTable, errors: Floats) -> bool:
    """Print the errors of each path; True when all are inside the limits."""
    print(f"{'path':12}{'length mm':>14}{'hip arm mm':>18}{'knee arm mm':>18}   (worst / RMS)")
    for row, name in enumerate(table.names):
        cells = [f"{errors[q, row].max():9.2f} / {np.sqrt((errors[q, row] ** 2).mean()):.2f}" for q in range(3)]
        print(f"{name:12}" + "    ".join(cells))
    figures = worst(errors)
    print("worst:", {name: f"{value:.2f} (limit {LIMITS_MM[name]})" for name, value in figures.items()})
    return all(figures[name] <= limit for name, limit in LIMITS_MM.items())


def main() -> int:
    """Fit and write, or check; the exit code says whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the gait2392 .osim file")
    parser.add_argument("--check", action="store_true", help="compare the committed table on poses of another seed; write nothing")
    parser.add_argument("--seed", type=int, default=SEED, help="of the held-out poses")
    options = parser.parse_args()
    model = Model(options.model)
    started = time.perf_counter()
    reference = held_out(model, options.seed + options.check)
    print(f"OpenSim: {HELD_OUT / (time.perf_counter() - started):.0f} poses/s for {len(PATHS)} paths with both arms")
    if options.check:
        return 0 if report(load_table(), errors_mm(load_table(), reference)) else 1
    hip, knee = (
        np.linspace(*r, round((r[1] - r[0]) / step) + 1) for r, step in zip((HIP_RANGE_DEG, KNEE_RANGE_DEG), FIT_STEP_DEG, strict=True)
    )
    grid_hip, grid_knee = (axis.ravel() for axis in np.meshgrid(hip, knee))
    table = fit(empty_table(model), model.ask(grid_hip, grid_knee))
    errors = errors_mm(table, reference)
    write_table(table, errors)
    write_sample(reference)
    return 0 if report(table, errors) else 1


if __name__ == "__main__":
    sys.exit(main())
