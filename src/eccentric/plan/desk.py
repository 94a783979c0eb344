"""The solver's desk: CP-SAT variables for one week, and the place where rules lay their constraints and costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from ortools.sat.python import cp_model

from eccentric.plan.facts import Function
from eccentric.plan.problem import Candidate, Problem

Linear = Any
"""A CP-SAT linear expression (OR-Tools ships no types that mypy reads)."""


class Desk:
    """Variables of one training week: ``used[e][d]`` (bool), ``sets[e][d]`` (0 or within the dose), ``train[d]`` (bool)."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.costs: dict[str, list[tuple[Linear, int]]] = defaultdict(list)
        days, candidates = range(len(problem.days)), problem.candidates
        self.train = [self.model.new_bool_var(f"train_{problem.days[d].name}") for d in days]
        self.used = [[self.model.new_bool_var(f"{each.id}_{d}") for d in days] for each in candidates]
        self.sets = [[self._sets_of(each, d) for d in days] for each in candidates]
        for e, each in enumerate(candidates):
            for d in days:
                self.model.add(self.sets[e][d] >= each.sets[0] * self.used[e][d])
                self.model.add(self.sets[e][d] <= each.sets[1] * self.used[e][d])
                self.model.add_implication(self.used[e][d], self.train[d])
        for d in days:
            direct = [self.used[e][d] for e, each in enumerate(candidates) if each.half_sets == 2]
            self.model.add(sum(direct) >= self.train[d])

    def _sets_of(self, candidate: Candidate, day: int) -> Linear:
        return self.model.new_int_var(0, candidate.sets[1], f"sets_{candidate.id}_{day}")

    def those(self, keep: Callable[[Candidate], bool]) -> list[int]:
        """The places of the candidates that satisfy a condition."""
        return [e for e, each in enumerate(self.problem.candidates) if keep(each)]

    def days_direct(self, function: Function, days: Iterable[int] | None = None) -> Linear:
        """On how many days (times exercises) a function is trained directly."""
        return self.times_used(lambda each: each.function is function and each.half_sets == 2, days)

    def half_sets(self, keep: Callable[[Candidate], bool] = lambda _: True, days: Iterable[int] | None = None) -> Linear:
        """Hamstring half sets of the candidates that satisfy a condition, over the given days (all by default)."""
        over = list(range(len(self.problem.days)) if days is None else days)
        return sum(self.problem.candidates[e].half_sets * self.sets[e][d] for e in self.those(keep) for d in over)

    def times_used(self, keep: Callable[[Candidate], bool], days: Iterable[int] | None = None) -> Linear:
        """On how many days candidates that satisfy a condition are used."""
        over = list(range(len(self.problem.days)) if days is None else days)
        return sum(self.used[e][d] for e in self.those(keep) for d in over)

    def used_at_all(self, e: int) -> Linear:
        """A bool: the candidate is used on some day."""
        week = self.model.new_bool_var(f"week_{self.problem.candidates[e].id}")
        self.model.add_max_equality(week, self.used[e])
        return week

    def shortfall(self, wanted: int, have: Linear, name: str) -> Linear:
        """A variable at least ``wanted`` less ``have``, and at least 0; minimised it is exactly that."""
        missing = self.model.new_int_var(0, max(0, wanted), name)
        self.model.add(missing >= wanted - have)
        return missing

    def cost(self, wish: str, expression: Linear, weight: int) -> None:
        """Charge a wish: its cost is the weight times the expression."""
        self.costs[wish].append((expression, weight))

    def minimise(self) -> None:
        """Set the objective: the sum of all costs."""
        self.model.minimize(sum(weight * expression for terms in self.costs.values() for expression, weight in terms))
