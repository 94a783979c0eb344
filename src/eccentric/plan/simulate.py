"""The loop against a thousand simulated people: the same programme with and without adaptation, on the same luck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from eccentric.library.exercise import Exercise
from eccentric.plan.build import Builder
from eccentric.plan.candidates import problem_for
from eccentric.plan.facts import Function, half_sets
from eccentric.plan.gate import gates
from eccentric.plan.history import DoneSession, History, Pain
from eccentric.plan.lifter import DRAWS, Lifter, born
from eccentric.plan.loading import rack_for
from eccentric.plan.next_session import next_session
from eccentric.plan.place import place
from eccentric.plan.problem import Problem
from eccentric.plan.profile import Day, KnownLoad, Profile
from eccentric.plan.programme import Item, Programme
from eccentric.plan.questions import BY_ID
from eccentric.plan.solve import Solution, solve
from eccentric.plan.verdict import Limits

START = dt.date(2026, 1, 5)
BLOCK_WEEKS = 12
GYM = ["seated-leg-curl-machine", "lying-leg-curl-machine", "barbell", "dumbbells", "cable", "rack", "bench", "leg-extension-machine"]
WHO = (
    ("novice", "size"),
    ("intermediate", "size"),
    ("advanced", "size"),
    ("novice", "strength"),
    ("intermediate", "strength"),
    ("intermediate", "general"),
)


class Arm(StrEnum):
    """What a person follows: the loop, the printed loads, or a step more every second week whatever happens."""

    ADAPTED = "adapted"
    PRINTED = "printed"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of person with its solved week: solved once, built again for each person's loads."""

    profile: Profile
    problem: Problem
    solution: Solution
    limits: Limits


@dataclass(slots=True)
class Tally:
    """One person's outcome: gain in percent of the starting strength (knee and hip), flare-ups, weekly sets, and rule breaks."""

    gain_percent: float = 0.0
    flares: int = 0
    sets: float = 0.0
    jumps: int = 0
    unextended: int = 0
    heaviest: dict[str, float] = field(default_factory=dict)


def kinds(exercises: Mapping[str, Exercise]) -> list[Kind]:
    """Six kinds of people: three levels with a gym, and three goals."""
    found = []
    for experience, goal in WHO:
        days = [Day(weekday="mon", minutes=75), Day(weekday="thu", minutes=75)]
        values = {"goal": goal, "experience": experience, "equipment": GYM, "days": days, "safety": dict.fromkeys(BY_ID, False)}
        profile = Profile.model_validate(values)
        limits = gates(profile, START).limits
        problem = problem_for(profile, exercises, limits)
        found.append(Kind(profile, problem, solve(problem), limits))
    return found


def simulate(
    exercises: Mapping[str, Exercise], *, people: int, weeks: int, seed: int, arms: tuple[Arm, ...] = tuple(Arm)
) -> dict[Arm, list[Tally]]:
    """Run every person through every arm with the same random numbers; the same seed gives the same result."""
    pages = dict(exercises)
    chosen = kinds(exercises)
    found: dict[Arm, list[Tally]] = {arm: [] for arm in arms}
    for number in range(people):
        for arm in arms:
            rng = np.random.default_rng([seed, number])
            found[arm].append(_one(chosen[number % len(chosen)], pages, rng, weeks, arm))
    return found


def _one(kind: Kind, pages: dict[str, Exercise], rng: np.random.Generator, weeks: int, arm: Arm) -> Tally:
    lifter = born(rng, kind.profile.experience, pages)
    profile = kind.profile.model_copy(update={"loads": _known(kind, lifter, pages, rng)})
    built = Builder(profile, kind.problem, kind.limits, START).weeks(kind.solution, BLOCK_WEEKS)
    programme = Programme(verdict="go", status="optimal", gap=0.0, weeks=built)
    tally, sessions = Tally(), list[DoneSession]()
    for week in range(weeks):
        hard_week = bool(rng.random() < 0.12)
        away = bool(rng.random() < 0.02)
        for offset in (0, 3):
            draws = rng.standard_normal(DRAWS)
            if rng.random() > lifter.nature.adherence or away:
                continue
            date = START + dt.timedelta(days=7 * week + offset)
            items = _items(profile, programme, sessions, pages, date, arm, week)
            if items:
                sessions.append(_train(lifter, items, pages, draws, date, hard_week))
                _count(tally, items, pages, profile, sessions)
    tally.gain_percent = 50 * (lifter.strength[Function.KNEE] + lifter.strength[Function.HIP] - 2)
    tally.flares = lifter.flares
    tally.sets /= weeks
    return tally


def _known(kind: Kind, lifter: Lifter, pages: dict[str, Exercise], rng: np.random.Generator) -> list[KnownLoad]:
    """What the person says of the chosen exercises: eight repetitions with two in reserve, remembered with an error of 8 %."""
    loads = []
    for name in sorted({kind.problem.candidates[each.candidate].id for each in kind.solution.chosen}):
        kilos = lifter.maximum_kg(pages[name]) * 0.74 * float(np.clip(1 + 0.08 * rng.standard_normal(), 0.7, 1.3))
        if pages[name].movement.load.kind not in ("body-weight", "band", "limb", "none", "partner"):
            loads.append(KnownLoad(exercise=name, external_load_kg=round(kilos, 1), reps=8, rir=2))
    return loads


def _items(
    profile: Profile, programme: Programme, sessions: list[DoneSession], pages: dict[str, Exercise], date: dt.date, arm: Arm, week: int
) -> tuple[Item, ...]:
    history = History(tuple(sessions))
    if arm is Arm.ADAPTED:
        answer = next_session(profile, programme, history, pages, today=date)
        return answer.session.items if answer.session else ()
    items = place(programme, history, restart=False).session.items
    return items if arm is Arm.PRINTED else tuple(_stepped(item, pages[item.exercise], profile, week // 2) for item in items)


def _stepped(item: Item, page: Exercise, profile: Profile, steps: int) -> Item:
    """The load with a number of smallest steps added, each no more than ten percent."""
    rack, load = rack_for(page, profile.steps), item.external_load_kg
    for _ in range(steps if load else 0):
        above = rack.next_above(load or 0.0)
        load = above if above is not None and above <= (load or 0.0) * 1.1 else load
    return item.model_copy(update={"external_load_kg": load})


def _train(
    lifter: Lifter, items: tuple[Item, ...], pages: dict[str, Exercise], draws: np.ndarray, date: dt.date, hard_week: bool
) -> DoneSession:
    lifter.rest_until(date)
    done, pain = lifter.train(items, pages, draws, hard_week=hard_week)
    return DoneSession(date, tuple(done), pain=Pain(during=pain.during))


def _count(tally: Tally, items: tuple[Item, ...], pages: dict[str, Exercise], profile: Profile, sessions: list[DoneSession]) -> None:
    """Sets, and every load that rose by more than ten percent and a step, or a coarse step without longer sets first (LOAD-04)."""
    for item in items:
        tally.sets += item.sets * half_sets(pages[item.exercise]) / 2
        load, before = item.external_load_kg, tally.heaviest.get(item.exercise)
        if load and before and load > before * 1.1 + 1e-6:
            step = rack_for(pages[item.exercise], profile.steps).next_above(before)
            tally.jumps += step is None or load > step + 1e-6
            tally.unextended += not _extended(item, sessions, before)
        if load:
            tally.heaviest[item.exercise] = max(load, before or 0.0)


def _extended(item: Item, sessions: list[DoneSession], before: float) -> bool:
    """Whether some earlier set at the old load went at least two repetitions past the top of the range."""
    return any(
        done.reps >= item.reps[1] + 2 for session in sessions[:-1] for done in session.of(item.exercise) if done.external_load_kg == before
    )
