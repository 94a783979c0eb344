"""The sentences of the report: second person, short, specific."""

from __future__ import annotations

import math
from collections.abc import Sequence

from eccentric.library.exercise import Exercise, Mistake
from eccentric.motion.watched import FoundFault, Repetition, WatchedSet
from eccentric.terms.body import Phase
from eccentric.terms.faults import FaultId, Severity

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

FAULT_NAMES: dict[FaultId, str] = {
    FaultId.HIPS_LIFT: "Hips lifted",
    FaultId.PARTIAL_RANGE: "Turned back early",
    FaultId.INCOMPLETE_RETURN: "Did not return all the way",
    FaultId.RUSHED_LOWERING: "Rushed lowering",
    FaultId.MOMENTUM: "Swung instead of pulled",
    FaultId.THIGH_DRIFT: "Thigh drifted",
    FaultId.TRUNK_LEAN: "Trunk leaned",
    FaultId.HIP_BREAK: "Bent at the hips",
    FaultId.SQUATTING: "Squatted instead of hinged",
    FaultId.ROUNDED_BACK: "Back rounded",
    FaultId.HYPEREXTENSION: "Arched past straight",
    FaultId.ASYMMETRY: "One leg did less",
}

PHASE_WORDS: dict[Phase, str] = {
    Phase.ECCENTRIC: "lowering",
    Phase.PAUSE_LENGTHENED: "stretched",
    Phase.CONCENTRIC: "lifting",
    Phase.PAUSE_SHORTENED: "squeezed",
}

_NBSP = "\u00a0"  # a number and its unit stay on one line
_UNITS = {
    "s": f"{_NBSP}s",
    "%": f"{_NBSP}%",
    "percent": f"{_NBSP}%",
    "deg/s": "° a second",
    "ratio": " times",
    "m": f"{_NBSP}m",
}

ENOUGH = 0.9
"""A lowering of this share of the target or more meets it (an engineering default)."""

_MEASURES: dict[tuple[FaultId, str], str] = {
    (FaultId.HIPS_LIFT, "deg"): "the hips moved by {}",
    (FaultId.PARTIAL_RANGE, "fraction"): "{} of the full range",
    (FaultId.PARTIAL_RANGE, "%"): "{} of the full range",
    (FaultId.PARTIAL_RANGE, "percent"): "{} of the full range",
    (FaultId.PARTIAL_RANGE, "deg"): "{} of range",
    (FaultId.INCOMPLETE_RETURN, "deg"): "stopped {} short",
    (FaultId.RUSHED_LOWERING, "s"): "down in {}",
    (FaultId.MOMENTUM, "s"): "up in {}",
    (FaultId.MOMENTUM, "ratio"): "the fastest moment was {} the average speed",
    (FaultId.THIGH_DRIFT, "deg"): "the thigh moved by {}",
    (FaultId.TRUNK_LEAN, "deg"): "the trunk leaned by {}",
    (FaultId.HIP_BREAK, "deg"): "the hips bent by {}",
    (FaultId.SQUATTING, "deg"): "the knees bent by {}",
    (FaultId.ROUNDED_BACK, "deg"): "the back bent by {}",
    (FaultId.HYPEREXTENSION, "deg"): "{} past straight",
    (FaultId.ASYMMETRY, "deg"): "{} between the legs",
    (FaultId.ASYMMETRY, "s"): "{} between the legs",
}


def number(count: int) -> str:
    """Return a small count as a word, a large one in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def plural(count: int, noun: str) -> str:
    """Return the noun, with an s unless there is one."""
    return noun if count == 1 else noun + "s"


def listed(items: Sequence[object]) -> str:
    """Join items as a sentence does: 1, 2 and 5."""
    texts = [str(item) for item in items]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def amount(value: float | None, unit: str) -> str:
    """Return a measured value with its unit, or a dash-free phrase when it was not measured."""
    if value is None or not math.isfinite(value):
        return "not measured"
    if unit == "deg":
        return degrees(value)
    if unit == "fraction":
        return f"{100 * value:.0f}{_UNITS['%']}"
    digits = 0 if unit in ("%", "percent", "deg/s") else 1 if abs(value) >= 1 or unit == "s" else 2
    return f"{value:.{digits}f}{_UNITS.get(unit, ' ' + unit)}"


def degrees(angle_deg: float) -> str:
    """Return a whole number of degrees with a true minus, never minus zero."""
    return f"{round(angle_deg)}°".replace("-", "\u2212")


def seconds(value: float | None) -> str:
    """Return a duration such as 2.3 s."""
    return amount(value, "s")


def measured(fault: FoundFault) -> str:
    """Return what was measured, as a phrase that says of what."""
    return _MEASURES.get((fault.id, fault.unit), "{}").format(amount(fault.value, fault.unit))


def clock(time_s: float) -> str:
    """Return a time of the video as m:ss.t."""
    minutes, rest = divmod(round(max(0.0, time_s), 1), 60)
    return f"{int(minutes)}:{rest:04.1f}"


def fault_name(fault: FaultId, mistake: Mistake | None = None) -> str:
    """Return what a fault is called: as the exercise's page says it, else in general."""
    return mistake.name if mistake is not None and mistake.name else FAULT_NAMES[fault]


def limit_of(fault: FoundFault, mistake: Mistake | None) -> str | None:
    """Return the limit that a fault passed, as the exercise file sets it, or None when the file gives none in its unit."""
    if mistake is None:
        return None
    unit = fault.unit.replace("/", "_per_")
    names = (f"{fault.severity}_{unit}", f"{fault.severity}_max_{unit}", f"{fault.severity}_min_{unit}", str(fault.severity))
    value = next((mistake.limits[name] for name in names if name in mistake.limits), None)
    share = mistake.limits.get(f"{fault.severity}_fraction")
    if value is None and share is not None and fault.unit in ("%", "percent"):
        value = 100 * share
    return None if value is None else amount(value, fault.unit)


def judged(rep: Repetition) -> bool:
    """False when the view let nothing of a repetition be measured: then it is neither good nor bad."""
    return rep.driver_min_deg is not None or bool(rep.faults)


def any_judged(watched: WatchedSet) -> bool:
    """True when at least one counted repetition could be judged."""
    return any(rep.complete and judged(rep) for rep in watched.reps)


def verdict_sentence(watched: WatchedSet) -> str:
    """Return the sentence beside the big number."""
    reps, good = watched.summary.reps, watched.summary.good_reps
    if reps == 0:
        return "No repetition found"
    if not any_judged(watched):
        return f"{capital(number(reps))} {plural(reps, 'repetition')} counted, not judged"
    return f"of {reps} {plural(reps, 'repetition')} {'was' if good == 1 else 'were'} good"


def joint_of(exercise: Exercise) -> str:
    """Return the joint that drives the exercise, in a word."""
    return "hip" if exercise.movement.driver == "hip_flexion" else "knee"


def range_sentence(watched: WatchedSet, exercise: Exercise) -> str:
    """Return what the angle plot shows: how far the joint travelled, and which repetitions travelled less."""
    joint = joint_of(exercise)
    ends = [
        (rep, rep.driver_min_deg, rep.driver_max_deg)
        for rep in watched.reps
        if rep.complete and rep.driver_min_deg is not None and rep.driver_max_deg is not None
    ]
    if not ends:
        return f"No repetition had a {joint} angle that could be measured"
    short = [rep.index for rep, *_ in ends if _has_fail(rep.faults, FaultId.PARTIAL_RANGE, FaultId.INCOMPLETE_RETURN)]
    full = [(low, high) for rep, low, high in ends if rep.index not in short]
    low, high = (sum(pair[side] for pair in (full or [(low, high) for _, low, high in ends])) / len(full or ends) for side in (0, 1))
    travel = f"Your {joint} went between {degrees(low)} and {degrees(high)}"
    if not short:
        return f"{travel} on average"
    if not full:
        return f"{travel} on average; no repetition reached both ends"
    return f"{travel}; {plural(len(short), 'repetition')} {listed(short)} covered less"


def tempo_sentence(watched: WatchedSet, target_s: float | None) -> str:
    """Return what the row of lowerings shows, against the target when there is one."""
    times = [rep.eccentric_s for rep in watched.reps if rep.complete and rep.eccentric_s is not None]
    if not times:
        return "Your lowering could not be timed"
    mean_s = sum(times) / len(times)
    said = f"You lowered in {mean_s:.1f}{_NBSP}s on average"
    if target_s is None or target_s <= 0:
        return said
    short = sum(time_s < ENOUGH * target_s for time_s in times)
    wanted = f"{target_s:g}{_NBSP}s"
    if short == 0:
        return f"{said}; the target of {wanted} is met"
    if short == len(times):
        return f"{said}; the target is {wanted}"
    return f"{said}; {number(short)} of {number(len(times))} fell short of the target of {wanted}"


def _has_fail(faults: Sequence[FoundFault], *ids: FaultId) -> bool:
    return any(fault.id in ids and fault.severity is Severity.FAIL for fault in faults)
