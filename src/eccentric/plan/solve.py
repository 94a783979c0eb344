"""Choosing the week with CP-SAT: one worker, a fixed seed, a deterministic time limit, so that the answer is always the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ortools.sat.python import cp_model

from eccentric.plan.desk import Desk
from eccentric.plan.problem import Problem
from eccentric.plan.rules import HARD, WISHES
from eccentric.plan.rules.base import Rule

TIME_LIMIT = 2.0
"""Deterministic seconds of the solver (about wall-clock seconds on one core), not of the clock."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One exercise on one day: places in the problem's candidates and days, and its sets in the fullest week."""

    candidate: int
    day: int
    sets: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A soft rule after solving: whether it is kept, what it costs, its evidence rule and its words."""

    id: str
    rule: str
    says: str
    cost: int

    @property
    def kept(self) -> bool:
        """Whether nothing was charged."""
        return self.cost == 0


@dataclass(frozen=True, slots=True)
class Solution:
    """The solver's answer; ``gap`` is 0 for a proven optimum, else the relative distance to the bound.

    ``infeasible`` is proved, ``unknown`` says that the time ran out first; ``spent`` is deterministic seconds.
    """

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    chosen: tuple[Chosen, ...] = ()
    wishes: tuple[Wish, ...] = ()
    cost: int = 0
    gap: float = 0.0
    spent: float = 0.0


def solve(problem: Problem, hard: Iterable[Rule] = HARD, wishes: Iterable[Rule] = WISHES, *, limit: float = TIME_LIMIT) -> Solution:
    """Choose exercises and sets for each day of a week, in at most ``limit`` deterministic seconds; deterministic."""
    wishes = tuple(wishes)
    desk = Desk(problem)
    for rule in (*hard, *wishes):
        rule.add(desk)
    desk.minimise()
    solver = _solver(limit)
    status = solver.solve(desk.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solution("infeasible" if status == cp_model.INFEASIBLE else "unknown", spent=solver.deterministic_time)
    return _solution(desk, solver, wishes, optimal=status == cp_model.OPTIMAL)


def _solver(limit: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = limit
    return solver


def _solution(desk: Desk, solver: cp_model.CpSolver, wishes: tuple[Rule, ...], *, optimal: bool) -> Solution:
    days = range(len(desk.problem.days))
    chosen = tuple(
        Chosen(e, d, int(solver.value(desk.sets[e][d])))
        for d in days
        for e in range(len(desk.problem.candidates))
        if solver.value(desk.used[e][d])
    )
    bills = tuple(
        Wish(rule.id, rule.rule, rule.says, sum(weight * int(solver.value(term)) for term, weight in desk.costs.get(rule.id, [])))
        for rule in wishes
    )
    total = sum(bill.cost for bill in bills)
    gap = 0.0 if optimal else max(0.0, total - solver.best_objective_bound) / max(1.0, abs(total))
    return Solution("optimal" if optimal else "feasible", chosen, bills, total, round(gap, 4), solver.deterministic_time)
