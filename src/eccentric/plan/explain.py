"""Why: one sentence and one rule id for each choice, and what changes from week to week."""

from __future__ import annotations

from eccentric.plan import facts
from eccentric.plan.facts import Function, Length
from eccentric.plan.leg import FirstLeg
from eccentric.plan.problem import Candidate, Problem
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, Reason, Week
from eccentric.plan.reserve import words
from eccentric.plan.verdict import Trait
from eccentric.plan.weeks import WeekPlan


def reasons(
    item: Item, candidate: Candidate, plan: WeekPlan, profile: Profile, problem: Problem, leg: FirstLeg | None
) -> tuple[Reason, ...]:
    """The reasons of one item: why this exercise, why this much, why this heavy."""
    found = [choice(candidate, problem), effort(item, candidate, plan), load(item, candidate, profile)]
    if leg is not None:
        found.insert(1, leg.reason)
    if candidate.liked:
        found.insert(1, Reason(rule="HYP-08", text="You like it, and which days and lifts carry the sets is your preference."))
    return tuple(found)


def choice(candidate: Candidate, problem: Problem) -> Reason:
    """Why this exercise."""
    exercise = candidate.exercise
    if candidate.function is Function.QUADS:
        return Reason(rule="REH-07", text="The front of the thigh gets some work too; knees do better with both sides trained.")
    if problem.weak_function is candidate.function:
        return Reason(rule="TEST-01", text=f"Your {candidate.function.value.replace('-', ' ')} is the weaker function, so it comes first.")
    if Trait.ECCENTRIC in candidate.traits:
        if problem.nordic_wanted:
            return Reason(rule="PREV-01", text="Nordics probably reduce hamstring strains in people who sprint.")
        return Reason(rule="HYP-01", text="It loads the lowering hard and reaches semitendinosus and the short head.")
    if facts.is_seated_curl(exercise):
        return Reason(
            rule="HYP-01", text="Curling with bent hips trains the hamstrings long; in one trial they grew 14 % against 9 % lying."
        )
    if candidate.function is Function.HIP:
        long = " at long length" if candidate.length is Length.LONG else ""
        return Reason(rule="HYP-02", text=f"Your hip extension of the day: it works the long heads{long}, which curls alone don't.")
    return Reason(rule="HYP-02", text="Your knee flexion of the day: the only job that the short head has.")


def effort(item: Item, candidate: Candidate, plan: WeekPlan) -> Reason:
    """Why so many, so hard."""
    reserve = "" if item.rir is None else f", {_left(item.rir)}"
    if plan.kind == "deload":
        return Reason(rule="LOAD-06", text=f"Deload: fewer sets{reserve}; you come back fresher.")
    if candidate.exposure and plan.index <= 2:
        return Reason(
            rule="LOAD-08", text=f"New lowering work starts tiny: {item.sets} x {item.reps[1]} at most, or you'll be sore for days."
        )
    if item.hold_s is not None:
        return Reason(rule="REH-06", text=f"Hold {item.hold_s[0]:g} to {item.hold_s[1]:g} seconds, steady, without pain above your limit.")
    words = f"{item.reps[0]} to {item.reps[1]} repetitions{reserve}; take {item.lower_s or 0:g} s to lower"
    return Reason(rule="HYP-05" if plan.index > 2 else "HYP-04", text=f"{words}.")


def load(item: Item, candidate: Candidate, profile: Profile) -> Reason:
    """Why so heavy."""
    if item.external_load_kg:
        known = next(each for each in profile.loads if each.exercise == item.exercise)
        source = f"your {known.external_load_kg:g} kg x {known.reps}"
        return Reason(rule="LOAD-02", text=f"{item.external_load_kg:g} kg follows from {source}, rounded down to a load you have.")
    kind = candidate.exercise.movement.load.kind
    if kind == "band":
        return Reason(rule="LOAD-03", text=f"Take the band that leaves {_left(item.rir or 2)}.")
    if item.external_load_kg == 0.0:
        return Reason(rule="LOAD-04", text="No added load; first more repetitions, then the harder version.")
    return Reason(rule="LOAD-03", text=f"No load known yet: take one that leaves {_left(item.rir or 2)}, and write it down.")


def changes(before: Week | None, week: Week) -> tuple[Reason, ...]:
    """What is different from the week before, one sentence each."""
    if before is None:
        if week.kind == "intro":
            return (Reason(rule="LOAD-08", text="The first week is small on purpose: a little lowering work protects you from the next."),)
        return (Reason(rule="HYP-04", text="The first two weeks stay well away from failure."),)
    found: list[Reason] = []
    was, now = _sets(before), _sets(week)
    if week.kind == "deload":
        found.append(Reason(rule="LOAD-06", text=f"Deload: {now} sets instead of {was}, two more repetitions in reserve."))
    elif before.kind == "deload":
        found.append(Reason(rule="LOAD-06", text=f"Back from the deload with {now} sets; the new wave starts with more in reserve."))
    elif now != was:
        found.append(Reason(rule="HYP-03", text=f"{now} sets instead of {was}."))
    if (eased := _easiest(before)) != (next_one := _easiest(week)) and "deload" not in (week.kind, before.kind) and next_one is not None:
        word = "fewer" if eased is not None and next_one < eased else "more"
        found.append(Reason(rule="HYP-04", text=f"{word.capitalize()} repetitions in reserve: stop with about {next_one:g} left."))
    if not found:
        found.append(Reason(rule="LOAD-04", text="Same sets and reserve: add repetitions first, then load."))
    return tuple(found)


def _sets(week: Week) -> int:
    return sum(item.sets for session in week.sessions for item in session.items)


def _easiest(week: Week) -> float | None:
    return min((item.rir for session in week.sessions for item in session.items if item.rir is not None), default=None)


def _left(rir: float) -> str:
    return f"{words(rir)} repetition in reserve" if rir == 1 else f"{words(rir)} repetitions in reserve"
