"""An exercise as its muscles feel it: curves over one lowering, and one comparable summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from eccentric.anatomy.body import Body, segments
from eccentric.anatomy.curves import Curves, Joint, muscle_curves, standing_m
from eccentric.anatomy.load_of import SCALABLE, ChosenLoad, Lowering, driver_joint, load_of, lowering, with_cam
from eccentric.anatomy.loads import Demand
from eccentric.anatomy.paths import paths
from eccentric.anatomy.tables import load_table
from eccentric.library.exercise import Exercise
from eccentric.terms.body import HAMSTRINGS, Muscle, Sex
from eccentric.terms.errors import bad_input

Floats = npt.NDArray[np.float64]
POSES = 91
SUMMARY_POSES = 31
SHORT_BELOW, LONG_ABOVE = 0.97, 1.03  # mean length of the biceps' long head relative to standing (engineering default)
HARD = 0.8  # of full activation at the hardest point: the effort at which exercises are compared (engineering default)
TWO_JOINT = tuple(muscle for muscle in HAMSTRINGS if muscle is not Muscle.BFSH)
PAGE_ROLE = {"main": 0.4, "helps": 0.2, "steadies": 0.1}


@dataclass(frozen=True, slots=True)
class MuscleProfile:
    """One lowering of an exercise, from the shortened to the lengthened end: arrays are (pose,), degrees, flexion positive.

    ``length_low`` and ``length_high`` bound each muscle's length relative to standing over the posture range that the exercise allows.
    """

    exercise: Exercise
    body: Body
    load: ChosenLoad
    hip_flexion_deg: Floats
    knee_flexion_deg: Floats
    pelvis_tilt_deg: float
    curves: Curves
    length_low: dict[Muscle, Floats]
    length_high: dict[Muscle, Floats]
    notes: tuple[str, ...]

    @property
    def long_work_share(self) -> float | None:
        """The part of the lowering's work on the two-joint hamstrings done beyond standing length; None without a load."""
        works = [self.curves.muscles[muscle].lengthening_work_j() for muscle in TWO_JOINT]
        total = sum(work for work, _ in works)
        return sum(long for _, long in works) / total if total > 0 else None


class ExerciseSummary(BaseModel):
    """One exercise in a few comparable values, for a reference body and hard effort.

    ``mean_length`` is the biceps femoris long head's, relative to standing, over the lowering. ``peak_at`` is where in the lowering the
    load peaks: 0 = shortened end, 1 = lengthened end, None = even or unknown. ``stimulus`` is each muscle's mean tension over a lowering
    at hard effort as a part of its own greatest force, from the model or, without a load model, from the page's own roles.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    exercise: str
    dominant: Literal["knee", "hip"]
    length_class: Literal["short", "mid", "long"]
    mean_length: float
    peak_length: float
    peak_at: float | None
    long_work_share: float | None
    stimulus: dict[Muscle, float]
    stimulus_from: Literal["model", "page"]


def profile(
    exercise: Exercise,
    *,
    mass_kg: float = 75.0,
    height_m: float = 1.75,
    sex: Sex = Sex.MALE,
    external_load_kg: float | None = None,
    pelvis_tilt_deg: float = 0.0,
    cam: tuple[tuple[float, float], ...] = (),
    poses: int = POSES,
) -> MuscleProfile:
    """The muscles through one lowering of an exercise, standing still at each pose.

    ``external_load_kg`` None = the usual load of its kind. ``pelvis_tilt_deg`` is added to the hip angle that the exercise file speaks of:
    forward tilt positive, a slouched seat negative. ``cam`` is a machine's, as (knee angle, factor) points; it is ignored by other loads.
    Raises BadInput for a body, load, tilt or cam that cannot be.
    """
    body = Body(mass_kg, height_m, sex)
    if external_load_kg is not None and not 0 <= external_load_kg <= 500:
        raise bad_input("external_load_kg", "0 to 500", f"{external_load_kg:g}")
    if not -45 <= pelvis_tilt_deg <= 45:
        raise bad_input("pelvis_tilt_deg", "-45 (slouched) to 45 (arched)", f"{pelvis_tilt_deg:g}")
    down, parts = lowering(exercise, poses), segments(body)
    chosen = with_cam(load_of(exercise, external_load_kg, parts), cam)
    hip_deg = np.clip(down.hip_deg + pelvis_tilt_deg, *load_table().hip_range_deg)
    unknown = np.full(poses, np.nan)
    demand = chosen.load.demand(down.hip_deg, down.knee_deg, parts) if chosen.load else Demand(unknown, unknown)
    curves = muscle_curves(hip_deg, down.knee_deg, demand, driver_joint(exercise), body)
    low, high = _posture_band(exercise, hip_deg, down, pelvis_tilt_deg, curves)
    return MuscleProfile(exercise, body, chosen, hip_deg, down.knee_deg, pelvis_tilt_deg, curves, low, high, down.notes)


def summary(exercise: Exercise) -> ExerciseSummary:
    """The exercise in a few comparable values, for a reference body; remembered after the first call."""
    key = (exercise.movement, exercise.classification.pattern, exercise.classification.sides, tuple(exercise.muscles.items()))
    found = _SUMMARIES.get(exercise.id)
    if found is None or found[0] != key:
        found = (key, _summarise(exercise))
        _SUMMARIES[exercise.id] = found
    return found[1]


_SUMMARIES: dict[str, tuple[object, ExerciseSummary]] = {}


def _summarise(exercise: Exercise) -> ExerciseSummary:
    seen = profile(exercise, poses=SUMMARY_POSES)
    biceps = seen.curves.muscles[Muscle.BFLH].length_rel_standing
    mean = float(biceps.mean())
    torque = seen.curves.demand.knee_nm if seen.curves.joint is Joint.KNEE else seen.curves.demand.hip_nm
    stimulus = _stimulus(seen, torque)
    return ExerciseSummary(
        exercise=exercise.id,
        dominant="knee" if seen.curves.joint is Joint.KNEE else "hip",
        length_class="short" if mean < SHORT_BELOW else "long" if mean > LONG_ABOVE else "mid",
        mean_length=round(mean, 4),
        peak_length=round(float(biceps.max()), 4),
        peak_at=_peak_at(torque),
        long_work_share=None if seen.long_work_share is None else round(seen.long_work_share, 4),
        stimulus=stimulus or {muscle: PAGE_ROLE[role] for muscle, role in exercise.muscles.items()},
        stimulus_from="model" if stimulus else "page",
    )


def _stimulus(seen: MuscleProfile, torque: Floats) -> dict[Muscle, float]:
    """Mean tension of each muscle at the same effort for every exercise; empty when no load is modelled or it never resists.

    A load that can be chosen is scaled until its hardest point takes ``HARD`` of what effort can give; body weight stays, cut off there.
    """
    if not np.any(torque > 0):
        return {}
    curves = seen.curves
    passive = np.maximum(curves.passive_mid_nm, 0.0)
    most = passive + HARD * (curves.capacity_nm - passive)
    if seen.exercise.movement.load.kind in SCALABLE:
        torque = torque * np.nanmin(most / np.where(torque > 0, torque, np.nan))
    torque = np.minimum(torque, most)
    curves = muscle_curves(seen.hip_flexion_deg, seen.knee_flexion_deg, Demand(torque, torque), curves.joint, seen.body)
    return {muscle: round(float(np.nanmean(curve.tension)), 4) for muscle, curve in curves.muscles.items()}


def _peak_at(torque: Floats) -> float | None:
    """Where along the lowering the torque is greatest; None when it is unknown or changes by less than 5 %."""
    if not np.any(np.isfinite(torque)):
        return None
    if np.nanmax(torque) - np.nanmin(torque) < 0.05 * abs(float(np.nanmax(torque))):
        return None
    return round(float(np.nanargmax(torque)) / (torque.size - 1), 3)


def _posture_band(
    exercise: Exercise, hip_deg: Floats, down: Lowering, tilt_deg: float, curves: Curves
) -> tuple[dict[Muscle, Floats], dict[Muscle, Floats]]:
    """Bounds of each muscle's relative length when the joint that should stay still is anywhere in the file's range."""
    low = {muscle: curve.length_rel_standing for muscle, curve in curves.muscles.items()}
    high = dict(low)
    movement, table = exercise.movement, load_table()
    still = movement.knee_flexion_deg if curves.joint is Joint.HIP else movement.hip_flexion_deg
    for value in still or ():
        if curves.joint is Joint.HIP:
            pose = hip_deg, np.full_like(hip_deg, np.clip(value, *table.knee_range_deg))
        else:
            pose = np.full_like(hip_deg, np.clip(value + tilt_deg, *table.hip_range_deg)), down.knee_deg
        for muscle, length in relative_lengths(*pose).items():
            low[muscle], high[muscle] = np.minimum(low[muscle], length), np.maximum(high[muscle], length)
    return low, high


def relative_lengths(hip_deg: Floats, knee_deg: Floats) -> dict[Muscle, Floats]:
    """Each muscle's length relative to standing upright: (pose,) for angles (pose,)."""
    table, found, still = load_table(), paths(hip_deg, knee_deg), standing_m()
    out: dict[Muscle, Floats] = {}
    for muscle in dict.fromkeys(table.muscles):
        rows = [row for row, each in enumerate(table.muscles) if each is muscle]
        weight = table.max_force_n[rows] / table.max_force_n[rows].sum()
        out[muscle] = (found.length_m[rows] / still[rows, None] * weight[:, None]).sum(axis=0)
    return out
