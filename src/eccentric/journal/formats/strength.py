"""Cells that strength logs share: whole repetitions, effort, and what a weight means for an exercise."""

from __future__ import annotations

from collections.abc import Callable

from eccentric.journal.formats.cells import BadCell, at_least_zero, number


def whole(text: str, what: str, mark: str = ".") -> int | None:
    """A whole number from 0; a fraction raises BadCell, for half a repetition is not a repetition."""
    value = at_least_zero(text, what, mark)
    if value is None:
        return None
    if value != int(value):
        raise BadCell(f"{what} is not a whole number: {text[:40]!r}")
    return int(value)


def effort(text: str, mark: str = ".") -> float | None:
    """Repetitions in reserve from an RPE cell (RIR = 10 - RPE); empty or 0 means that it was not asked."""
    rpe = number(text, "the RPE", mark)
    if not rpe:
        return None
    if not 0 < rpe <= 10:
        raise BadCell(f"the RPE is not from 1 to 10: {text[:40]!r}")
    return 10.0 - rpe


def is_assisted(name: str) -> bool:
    """True when an app's name says that its weight takes load off the body."""
    return "assist" in name.lower()


def load_values(name: str, text: str, to_kg: Callable[[float | None], float | None], mark: str = ".") -> dict[str, object]:
    """The load fields of a set: a negative weight, or any weight of an assisted exercise, is assistance."""
    kilograms = to_kg(number(text, "the weight", mark))
    if kilograms is None:
        return {}
    if kilograms < 0 or is_assisted(name):
        return {"assist_kg": abs(kilograms)}
    return {"external_load_kg": kilograms}


def substance(values: dict[str, object]) -> dict[str, object] | None:
    """The values of a row that is a set, or None for one that is none.

    A set has repetitions, a time or a distance. No repetitions with a load is an attempt that failed; without, they are unknown.
    """
    known = dict(values)
    if known.get("reps") == 0 and (known.get("duration_s") or known.get("distance_m") or not known.get("external_load_kg")):
        del known["reps"]
    return known if {"reps", "duration_s", "distance_m"} & set(known) else None


NO_SUBSTANCE = "no repetitions, time or distance"
