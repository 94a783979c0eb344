"""Another exercise for the same job, on the spot, with its load carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.candidates import why_not
from eccentric.plan.dose import lower_s
from eccentric.plan.leg import first_leg, starts
from eccentric.plan.loading import rack_for, weightless
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, Reason
from eccentric.plan.verdict import Limits
from eccentric.terms.body import Side

Why = Literal["busy", "no-equipment", "dislike", "pain", "harder"]
CARRIED = 0.8
"""Engineering default: a load moves to another machine of its kind at four fifths, because stacks don't compare (Guex 2012)."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """The new item and the sentence that explains it."""

    item: Item
    reason: Reason


def swap(
    item: Item,
    why: Why,
    profile: Profile,
    exercises: Mapping[str, Exercise],
    limits: Limits,
    *,
    missing: frozenset[str] = frozenset(),
) -> Swapped | None:
    """The best other exercise for an item, or None when there is none; ``missing`` is equipment that isn't free now.

    For pain it steps down the ladder first, for ``harder`` up; else to what does the same job. Pure.
    """
    old = exercises[item.exercise]
    for other in _in_order(old, why, exercises):
        if other.id == old.id or why_not(profile, other, limits) or facts.needs(other) & missing:
            continue
        if why in ("busy", "no-equipment") and facts.needs(other) & facts.needs(old) and not missing:
            continue
        return _swapped(item, old, other, why, profile)
    return None


def _in_order(old: Exercise, why: Why, exercises: Mapping[str, Exercise]) -> list[Exercise]:
    if why == "harder":
        names = list(old.ladder.harder)
    elif why == "pain":
        names = [*old.ladder.easier, *old.ladder.instead]
    else:
        names = [*old.ladder.instead, *old.ladder.easier]
    first = [exercises[name] for name in names if name in exercises]
    if why == "harder":
        return first
    same = [other for other in exercises.values() if facts.function(other) is facts.function(old) and facts.half_sets(other) == 2]
    return [*first, *sorted(same, key=lambda other: _distance(old, other, gentler=why == "pain"))]


def _distance(old: Exercise, other: Exercise, *, gentler: bool) -> tuple[int, bool, bool, int, str]:
    levels = ("beginner", "intermediate", "advanced")
    change = levels.index(other.classification.level) - levels.index(old.classification.level)
    if gentler and (change > 0 or facts.length(other) is facts.Length.LONG):
        change = 9
    return (
        max(0, change),
        facts.length(other) is not facts.length(old),
        other.movement.load.kind != old.movement.load.kind,
        abs(change),
        other.id,
    )


def _swapped(item: Item, old: Exercise, other: Exercise, why: Why, profile: Profile) -> Swapped:
    load = carried(item.external_load_kg, old, other, profile)
    words = {
        "busy": ("HYP-02", f"{other.name} does the same job while {old.name.lower()} is taken"),
        "no-equipment": ("HYP-02", f"{other.name} does the same job with what you have"),
        "dislike": ("HYP-08", f"{other.name} does the same job; which one carries the sets is your preference"),
        "pain": ("PAIN-01", f"{other.name} is the gentler step for now"),
        "harder": ("LOAD-04", f"{old.name} has become easy; {other.name} is the next step"),
    }
    rule, text = words[why]
    kilos = f", starting at {load:g} kg" if load else ""
    reason = Reason(rule=rule, text=f"{text}{kilos}.")
    changed = {"exercise": other.id, "name": other.name, "external_load_kg": load, **_of_its_kind(item, other)}
    dose = other.prescription.get("rehab") if why == "pain" else None
    if dose is not None:
        changed["reps"] = dose.reps
    leg, mine = starts(other, profile), first_leg(profile)
    reasons = (
        reason,
        *([leg.reason] if leg else []),
        *(each for each in item.why if mine is None or each not in (mine.reason, mine.alone)),
    )
    begins = {"begins_with": leg.side if leg else None, "side": Side.BOTH}
    return Swapped(item.model_copy(update={**changed, **begins, "warm_up": (), "why": reasons}), reason)


def as_item(item: Item, other: Exercise) -> Item:
    """The same dose on another exercise whose load isn't known from the plan."""
    load = 0.0 if other.movement.load.kind == "body-weight" or weightless(other) else None
    changed = {"exercise": other.id, "name": other.name, "external_load_kg": load, **_of_its_kind(item, other)}
    return item.model_copy(update={**changed, "warm_up": ()})


def _of_its_kind(item: Item, other: Exercise) -> dict[str, Any]:
    """Tempo or hold as the other exercise has it; repetitions and reserve too, from its own page, where one is held and one moves."""
    held = facts.isometric(other)
    dose = other.prescription.get("rehab") or next(iter(other.prescription.values()))
    hold = dose.hold_s or next((each.hold_s for each in other.prescription.values() if each.hold_s), None)
    tempo = None if held else item.tempo or dose.tempo or "3-0-1-0"
    found: dict[str, Any] = {"tempo": tempo, "hold_s": hold if held else None, "lower_s": lower_s(other, tempo)}
    if held is not (item.hold_s is not None):
        found |= {"reps": dose.reps, "rir": None if held else float(dose.rir[1] if dose.rir else 3)}
    return found


def carried(load_kg: float | None, old: Exercise, other: Exercise, profile: Profile) -> float | None:
    """The load for the other exercise: four fifths of the old one where both are loaded alike, 0 for body weight, else unknown."""
    if weightless(other) or other.movement.load.kind == "body-weight":
        return None if other.movement.load.kind == "band" else 0.0
    alike = other.movement.load.kind == old.movement.load.kind and facts.function(other) is facts.function(old)
    if not load_kg or not alike:
        return None
    return rack_for(other, profile.steps).at_most(load_kg * CARRIED)
