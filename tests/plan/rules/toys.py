"""Small problems with a forced week, to ask one rule at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ortools.sat.python import cp_model
from tests.plan.people import person

from eccentric.library.read import read_library
from eccentric.plan.candidates import problem_for
from eccentric.plan.desk import Desk
from eccentric.plan.problem import Problem
from eccentric.plan.rules.base import Rule
from eccentric.plan.verdict import Limits

EXERCISES = read_library().exercises
RDL, SEATED, LYING, NORDIC, SQUAT, BACK = (
    "romanian-deadlift",
    "seated-leg-curl",
    "lying-leg-curl",
    "nordic-curl",
    "squat",
    "back-extension-45",
)
EQUIPMENT = [
    "barbell", "squat-rack", "rack", "seated-leg-curl-machine", "lying-leg-curl-machine", "nordic-anchor", "back-extension-bench",
]  # fmt: skip
NAMES = (RDL, SEATED, LYING, NORDIC, SQUAT, BACK)


def toy(days: str = "mon thu", minutes: int = 60, candidate: dict[str, dict[str, Any]] | None = None, **changes: Any) -> Problem:
    """Six well-known exercises on some days; ``candidate`` changes a candidate, the rest changes the problem."""
    pages = {name: EXERCISES[name] for name in NAMES}
    profile = person(equipment=EQUIPMENT, days=[{"weekday": day, "minutes": minutes} for day in days.split()])
    problem = problem_for(profile, pages, Limits())
    assert {each.id for each in problem.candidates} == set(NAMES), problem.left_out
    altered = candidate or {}
    candidates = tuple(replace(each, **{"exposure": False, "sets": (1, 5), **altered.get(each.id, {})}) for each in problem.candidates)
    return replace(problem, candidates=candidates, **changes)


def price(rule: Rule, problem: Problem, week: dict[str, dict[int, int]]) -> int | None:
    """What a rule charges for exactly this week ({exercise: {day: sets}}); None when it forbids it."""
    desk = Desk(problem)
    rule.add(desk)
    for e, each in enumerate(problem.candidates):
        for d in range(len(problem.days)):
            sets = week.get(each.id, {}).get(d, 0)
            desk.model.add(desk.sets[e][d] == sets)
            desk.model.add(desk.used[e][d] == (sets > 0))
    trained = {d for sets in week.values() for d in sets}
    for d in range(len(problem.days)):
        desk.model.add(desk.train[d] == (d in trained))
    desk.minimise()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(desk.model)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None
