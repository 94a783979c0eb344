"""What ``eccentric muscles ID --json`` prints, as published models."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from eccentric.anatomy.confidence import confidence_reasons, forces_confidence
from eccentric.anatomy.curves import MuscleCurve
from eccentric.anatomy.profile import ExerciseSummary, MuscleProfile, summary
from eccentric.terms.body import MUSCLE_NAMES, Muscle

Numbers = list[float | None]
Band = list[tuple[float | None, float | None]]


class Strict(BaseModel):
    """Base: unknown keys are errors and values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class MuscleJson(Strict):
    """One muscle along the poses; bands are [low, high] pairs, null where the model says nothing."""

    name: str
    length_rel_standing: Numbers
    length_rel_standing_band: Band
    length_m: Numbers
    normalised_fibre_length: Numbers
    normalised_fibre_length_band: Band
    knee_arm_m: Numbers
    hip_arm_m: Numbers
    torque_share: Numbers
    torque_share_band: Band
    force_n: Numbers
    lowering_work_j: float
    long_work_j: float
    confidence: Literal["fair", "low"]


class BodyJson(Strict):
    """Whose body was taken."""

    mass_kg: float
    height_m: float
    sex: Literal["female", "male"]
    pelvis_tilt_deg: float


class LoadJson(Strict):
    """What resists."""

    kind: str
    external_load_kg: float
    says: str
    modelled: bool


class ConfidenceJson(Strict):
    """How sure each part is: the sentences are for people."""

    lengths: Literal["fair"] = "fair"
    forces: Literal["low", "fair", "none"]
    reasons: list[str]


class MusclesJson(Strict):
    """The muscles through one lowering of an exercise: every array runs from the shortened to the lengthened end."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    exercise: str
    name: str
    model: str
    phase: Literal["eccentric"] = "eccentric"
    joint: Literal["knee", "hip"]
    body: BodyJson
    load: LoadJson
    hip_flexion_deg: Numbers
    knee_flexion_deg: Numbers
    external_knee_torque_nm: Numbers
    external_hip_torque_nm: Numbers
    capacity_nm: Numbers
    passive_torque_nm_band: Band
    infeasible: list[bool]
    shortfall_nm: Numbers
    muscles: dict[str, MuscleJson]
    long_work_share: float | None
    summary: ExerciseSummary
    confidence: ConfidenceJson
    notes: list[str]


MODEL = "OpenSim gait2392 (Delp and others, CC BY 3.0), fitted polynomials; quasi-static"


def muscles_json(seen: MuscleProfile) -> MusclesJson:
    """The published form of a profile."""
    curves = seen.curves
    return MusclesJson(
        exercise=seen.exercise.id,
        name=seen.exercise.name,
        model=MODEL,
        joint=curves.joint.value,
        body=BodyJson(
            mass_kg=seen.body.mass_kg, height_m=seen.body.height_m, sex=seen.body.sex.value, pelvis_tilt_deg=seen.pelvis_tilt_deg
        ),
        load=LoadJson(
            kind=seen.exercise.movement.load.kind,
            external_load_kg=seen.load.external_kg,
            says=seen.load.says,
            modelled=seen.load.load is not None,
        ),
        hip_flexion_deg=_numbers(seen.hip_flexion_deg, 3),
        knee_flexion_deg=_numbers(seen.knee_flexion_deg, 3),
        external_knee_torque_nm=_numbers(curves.demand.knee_nm, 3),
        external_hip_torque_nm=_numbers(curves.demand.hip_nm, 3),
        capacity_nm=_numbers(curves.capacity_nm, 3),
        passive_torque_nm_band=_band(curves.passive_low_nm, curves.passive_high_nm, 3),
        infeasible=curves.infeasible.tolist(),
        shortfall_nm=_numbers(curves.shortfall_nm, 3),
        muscles={muscle.value: _muscle(seen, muscle, curve) for muscle, curve in curves.muscles.items()},
        long_work_share=None if seen.long_work_share is None else round(seen.long_work_share, 4),
        summary=summary(seen.exercise),
        confidence=ConfidenceJson(forces=forces_confidence(seen), reasons=confidence_reasons(seen)),
        notes=list(seen.notes),
    )


def _muscle(seen: MuscleProfile, muscle: Muscle, curve: MuscleCurve) -> MuscleJson:
    work, long = curve.lengthening_work_j()
    return MuscleJson(
        name=MUSCLE_NAMES[muscle],
        length_rel_standing=_numbers(curve.length_rel_standing),
        length_rel_standing_band=_band(seen.length_low[muscle], seen.length_high[muscle]),
        length_m=_numbers(curve.length_m),
        normalised_fibre_length=_numbers(curve.fibre_mid, 4),
        normalised_fibre_length_band=_band(curve.fibre_low, curve.fibre_high, 4),
        knee_arm_m=_numbers(curve.knee_arm_m),
        hip_arm_m=_numbers(curve.hip_arm_m),
        torque_share=_numbers(curve.share_mid, 4),
        torque_share_band=_band(curve.share_low, curve.share_high, 4),
        force_n=_numbers(curve.force_n, 2),
        lowering_work_j=round(work, 3),
        long_work_j=round(long, 3),
        confidence="fair" if curve.trusted.all() else "low",
    )


def _numbers(values: npt.NDArray[np.float64], digits: int = 6) -> Numbers:
    return [round(float(value), digits) if np.isfinite(value) else None for value in values]


def _band(low: npt.NDArray[np.float64], high: npt.NDArray[np.float64], digits: int = 6) -> Band:
    return list(zip(_numbers(low, digits), _numbers(high, digits), strict=True))
