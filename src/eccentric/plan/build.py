"""From the solver's week to dated weeks of sessions with sets, repetitions, reserve, tempo, rest and loads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from eccentric.plan import explain
from eccentric.plan.dose import lower_s, rest_s
from eccentric.plan.leg import starts
from eccentric.plan.loading import Rack, known_maximum, load_for, rack_for, weightless
from eccentric.plan.order import in_order
from eccentric.plan.problem import SET_UP_S, WARM_UP_S, Candidate, Problem
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, PlannedSession, Week
from eccentric.plan.solve import Solution
from eccentric.plan.verdict import Limits
from eccentric.plan.warm_up import with_warm_up
from eccentric.plan.weeks import WeekPlan, trimmed, week_plans

EXPOSURE_REPS = ((3, 5), (4, 6))
"""LOAD-08 with Petersen's first weeks: two sets of up to five in week 1 and up to six in week 2."""
STEP_UP = 1.10


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise on one day of the fullest week."""

    candidate: Candidate
    day: int
    sets: int


@dataclass(frozen=True, slots=True)
class Builder:
    """What building needs besides the slots."""

    profile: Profile
    problem: Problem
    limits: Limits
    start: dt.date

    def weeks(self, solution: Solution, count: int) -> tuple[Week, ...]:
        """All weeks, each with its sessions in order."""
        slots = [Slot(self.problem.candidates[each.candidate], each.day, each.sets) for each in solution.chosen]
        gentle = self.profile.experience == "novice" or any(slot.candidate.exposure for slot in slots)
        plans = week_plans(count, self.profile.experience, gentle_start=gentle)
        built: list[Week] = []
        loads: dict[str, float] = {}
        for plan in plans:
            sets = self._sets(slots, plan)
            days = self._days(slots, plan)
            sessions = [self._session(slots, sets, day, plan, loads) for day in days]
            week = Week(index=plan.index, kind=plan.kind, sessions=tuple(each for each in sessions if each.items))
            built.append(week.model_copy(update={"changes": explain.changes(built[-1] if built else None, week)}))
        return tuple(built)

    def _sets(self, slots: list[Slot], plan: WeekPlan) -> list[int]:
        half = [slot.candidate.half_sets for slot in slots]
        sets = [slot.sets for slot in slots]
        if plan.kind == "deload":
            return trimmed(sets, half, plan.keeps, groups=[f"{slot.candidate.function}-{slot.candidate.half_sets}" for slot in slots])
        sets = trimmed(sets, half, plan.keeps, floor_half=self.problem.band[0])
        if plan.index <= len(EXPOSURE_REPS):
            sets = [min(2, count) if slot.candidate.exposure else count for slot, count in zip(slots, sets, strict=True)]
        return sets

    def _days(self, slots: list[Slot], plan: WeekPlan) -> list[int]:
        """The days trained, by date; in a beginner's first week only those 72 hours apart (LOAD-08)."""
        used = sorted({slot.day for slot in slots}, key=self._date)
        if plan.index > 1 or self.profile.experience != "novice":
            return used
        kept: list[int] = []
        for day in used:
            if not kept or (self._date(day) - self._date(kept[-1])).days >= 3:
                kept.append(day)
        return kept

    def _date(self, day: int) -> dt.date:
        return self.start + dt.timedelta(days=(self.problem.days[day].weekday - self.start.weekday()) % 7)

    def _session(self, slots: list[Slot], sets: list[int], day: int, plan: WeekPlan, loads: dict[str, float]) -> PlannedSession:
        pairs = [(slot.candidate, count) for slot, count in zip(slots, sets, strict=True) if slot.day == day and count]
        items = tuple(self._item(candidate, count, plan, loads) for candidate, count in in_order(self.problem, pairs))
        seconds = WARM_UP_S + sum(SET_UP_S + candidate.set_s * count for candidate, count in pairs)
        date = self._date(day) + dt.timedelta(days=7 * (plan.index - 1))
        return PlannedSession(date=date, minutes=-(-seconds // 60), items=items)

    def _item(self, candidate: Candidate, sets: int, plan: WeekPlan, loads: dict[str, float]) -> Item:
        dose, exercise = candidate.dose, candidate.exercise
        first = candidate.exposure and plan.index <= len(EXPOSURE_REPS)
        low, high = EXPOSURE_REPS[plan.index - 1] if first else dose.reps
        reps = (min(low, dose.reps[1]), min(high, dose.reps[1]))
        rir = self.reserve(candidate, plan)
        load = self._load(candidate, reps, rir, loads)
        tempo = None if dose.hold_s is not None else dose.tempo or "3-0-1-0"
        item = Item(
            exercise=exercise.id,
            name=exercise.name,
            sets=sets,
            reps=reps,
            hold_s=dose.hold_s,
            rir=None if dose.hold_s is not None and dose.rir is None else float(rir),
            tempo=tempo,
            lower_s=lower_s(exercise, tempo),
            rest_s=rest_s(dose),
            external_load_kg=load,
        )
        leg = starts(exercise, self.profile)
        item = item.model_copy(update={"begins_with": leg.side if leg else None})
        item = with_warm_up(item, rack_for(exercise, self.profile.steps))
        return item.model_copy(update={"why": explain.reasons(item, candidate, plan, self.profile, self.problem, leg)})

    def reserve(self, candidate: Candidate, plan: WeekPlan) -> int:
        """RIR of a week inside the page's bounds, never 0 and never under what a gate asks for (HYP-04)."""
        low, high = candidate.dose.rir or (1, 3)
        if plan.kind == "deload":
            return max(plan.reserve, min(5, high + 2) if self.limits.rir_min else 0, self.limits.rir_min, 1)
        return max(min(max(plan.reserve, low), max(high, low)), self.limits.rir_min, 1)

    def _load(self, candidate: Candidate, reps: tuple[int, int], rir: int, loads: dict[str, float]) -> float | None:
        exercise = candidate.exercise
        if weightless(exercise):
            return 0.0 if exercise.movement.load.kind != "band" else None
        estimate = known_maximum(self.profile.loads, exercise.id)
        if estimate is None:
            return 0.0 if exercise.movement.load.kind == "body-weight" else None
        rack = rack_for(exercise, self.profile.steps)
        load = _no_jump(rack, rack.at_most(load_for(estimate.kg, reps[0], rir)), loads.get(exercise.id))
        loads[exercise.id] = max(load, loads.get(exercise.id, 0.0))
        return load


def _no_jump(rack: Rack, load: float, before: float | None) -> float:
    """The load, or the most that ten percent or one smallest step above the heaviest week so far allows (LOAD-04)."""
    if before is None or load <= before:
        return load
    step = rack.next_above(before)
    allowed = max(rack.at_most(before * STEP_UP), step if step is not None else before)
    return min(load, allowed)
