"""The muscles of a set that was watched: the person's own angles and load instead of the exercise file's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eccentric.anatomy.body import Body, segments
from eccentric.anatomy.curves import LONG, Curves, muscle_curves
from eccentric.anatomy.load_of import driver_joint, load_of
from eccentric.anatomy.loads import Demand
from eccentric.anatomy.profile import TWO_JOINT
from eccentric.anatomy.tables import load_table
from eccentric.library.exercise import Exercise
from eccentric.terms.body import HAMSTRINGS, Muscle, Phase
from eccentric.terms.errors import bad_input

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
TOO_FAR_DEG = 15.0  # angles further outside the fitted range than this are left out, nearer ones moved to its edge
LEAST_FRAMES = 10


@dataclass(frozen=True, slots=True)
class WatchedMuscles:
    """What the two-joint hamstrings did in a set; arrays are (frame,), NaN where an angle was missing or no model holds.

    ``bin_work_j`` is the lowering's work on them in each bin of ``bin_edges`` (length relative to standing, biceps' long head).
    The shares are 0..1, None when there was too little to say.
    """

    time_s: Floats
    lowering: Mask
    length_rel_standing: dict[Muscle, Floats]
    torque_nm: Floats
    work_j: dict[Muscle, float]
    long_work_share: float | None
    long_time_share: float | None
    bin_edges: Floats
    bin_work_j: Floats
    sentence: str
    notes: tuple[str, ...]


def muscles_of_set(
    exercise: Exercise,
    time_s: npt.ArrayLike,
    hip_flexion_deg: npt.ArrayLike,
    knee_flexion_deg: npt.ArrayLike,
    phase: Sequence[Phase | str | None],
    *,
    external_load_kg: float | None = None,
    body: Body | None = None,
    pelvis_tilt_deg: float = 0.0,
) -> WatchedMuscles:
    """Muscle curves of a watched set, frame by frame, quasi-static.

    ``time_s`` and both angles are (frame,), degrees, flexion positive, of the working leg, NaN = not measured; ``phase`` (frame,) names
    the phase of each frame, None or empty between repetitions. ``external_load_kg`` None = the exercise's usual load, which the notes say.
    Raises BadInput when the arrays differ in length.
    """
    body = body or Body()
    time, hip, knee = (np.asarray(each, dtype=np.float64) for each in (time_s, hip_flexion_deg, knee_flexion_deg))
    if not time.shape == hip.shape == knee.shape == (len(phase),):
        raise bad_input("signals", "time, hip, knee and phase of one length", f"{time.shape}, {hip.shape}, {knee.shape}, ({len(phase)},)")
    parts, notes = segments(body), ["A model of an average body with your angles and your load, not a measurement of your muscles."]
    chosen = load_of(exercise, external_load_kg, parts)
    hip_true, outside = _inside(hip + pelvis_tilt_deg, knee)
    inside_hip, inside_knee = hip_true
    unknown = np.full(time.shape, np.nan)
    demand = chosen.load.demand(inside_hip - pelvis_tilt_deg, inside_knee, parts) if chosen.load else Demand(unknown, unknown)
    curves = muscle_curves(inside_hip, inside_knee, demand, driver_joint(exercise), body)
    if outside:
        notes.append(f"{outside} frames lay outside the model's range of angles and were left out.")
    if chosen.load is None:
        notes.append("This exercise has no load model, so time stands in for work.")
    elif external_load_kg is None and chosen.external_kg:
        notes.append(f"You gave no load, so {chosen.says} was taken.")
    lowering = np.array([each == Phase.ECCENTRIC for each in phase], dtype=np.bool_)
    return _summed(time, lowering, curves, tuple(notes))


def _inside(hip: Floats, knee: Floats) -> tuple[tuple[Floats, Floats], int]:
    """Angles a little outside the fitted range moved to its edge, those far outside made NaN; and how many frames those were."""
    table = load_table()
    far = np.zeros(hip.shape, dtype=np.bool_)
    for angle, (low, high) in ((hip, table.hip_range_deg), (knee, table.knee_range_deg)):
        far |= (angle < low - TOO_FAR_DEG) | (angle > high + TOO_FAR_DEG)
    moved = np.clip(hip, *table.hip_range_deg), np.clip(knee, *table.knee_range_deg)
    return (np.where(far, np.nan, moved[0]), np.where(far, np.nan, moved[1])), int(far.sum())


def _summed(time: Floats, lowering: Mask, curves: Curves, notes: tuple[str, ...]) -> WatchedMuscles:
    """Add up the lowering's work, all of it and beyond standing length, with its sign so that jitter cancels."""
    lengths = {muscle: curves.muscles[muscle].length_rel_standing for muscle in HAMSTRINGS}
    biceps = _between(lengths[Muscle.BFLH])
    steps = lowering[1:] & lowering[:-1] & np.isfinite(biceps)
    work = {muscle: np.where(steps, _work(curves, muscle), 0.0) for muscle in HAMSTRINGS}
    together = sum((np.nan_to_num(work[muscle]) for muscle in TWO_JOINT), np.zeros(steps.shape))
    long, spent = biceps > LONG, np.diff(time) * steps
    total = float(together.sum())
    enough = int(steps.sum()) >= LEAST_FRAMES
    work_share = float(np.clip(together[long].sum() / total, 0, 1)) if enough and total > 0.1 else None
    time_share = float(spent[long].sum() / spent.sum()) if enough and spent.sum() > 0 else None
    seen = biceps[steps]
    edges = np.arange(np.floor(seen.min() * 50), np.ceil(seen.max() * 50) + 1) / 50 if seen.size else np.array([0.98, 1.02])
    edges = edges if edges.size > 1 else np.array([edges[0], edges[0] + 0.02])
    weight = together[steps] if work_share is not None else spent[steps]
    return WatchedMuscles(
        time_s=time,
        lowering=lowering,
        length_rel_standing=lengths,
        torque_nm=curves.demand.knee_nm if curves.joint.value == "knee" else curves.demand.hip_nm,
        work_j={muscle: float(np.nansum(each)) for muscle, each in work.items()},
        long_work_share=work_share,
        long_time_share=time_share,
        bin_edges=edges,
        bin_work_j=np.histogram(seen, edges, weights=weight)[0],
        sentence=_sentence(work_share, time_share),
        notes=notes,
    )


def _between(values: Floats) -> Floats:
    return np.asarray((values[1:] + values[:-1]) / 2, dtype=np.float64)


def _work(curves: Curves, muscle: Muscle) -> Floats:
    curve = curves.muscles[muscle]
    return np.asarray(np.diff(curve.length_m) * _between(curve.force_n), dtype=np.float64)


def _sentence(work_share: float | None, time_share: float | None) -> str:
    """One sentence for the person."""
    share = work_share if work_share is not None else time_share
    if share is None:
        return "There was too little lowering in view to say at what length your hamstrings worked."
    verb, of = ("did", "work") if work_share is not None else ("spent", "time")
    percent = round(100 * share)
    part = {0: "none", 100: "all"}.get(percent, f"{percent} %")
    return f"Your lowering {verb} {part} of its {of} at long length, beyond where the muscle is when you stand."


def phases_of_frames(time_s: npt.ArrayLike, spans: Iterable[tuple[Phase, float, float]]) -> list[Phase | None]:
    """The phase of each frame from spans (phase, from, to) in seconds, half-open; None outside all of them."""
    time = np.asarray(time_s, dtype=np.float64)
    out: list[Phase | None] = [None] * time.size
    for phase, start, end in spans:
        for frame in np.flatnonzero((time >= start) & (time < end)):
            out[frame] = phase
    return out
