"""A conflict is explained in bounded time, and nothing unproved is said."""

from __future__ import annotations

import pytest
from tests.plan.anyone import EXERCISES
from tests.plan.people import TODAY, person

from eccentric.plan import conflict, make
from eccentric.plan.candidates import problem_for
from eccentric.plan.conflict import Budget
from eccentric.plan.make import plan
from eccentric.plan.problem import Problem
from eccentric.plan.rules import HARD
from eccentric.plan.solve import Solution, solve
from eccentric.plan.verdict import Limits

SHORT = person(experience="advanced", days=[{"weekday": day, "minutes": 15} for day in ("mon", "thu")])


def test_no_time_is_unknown_not_impossible() -> None:
    problem = problem_for(person(), EXERCISES, Limits())
    assert solve(problem, limit=0.0).status == "unknown"
    budget = Budget(left=0.0)
    assert budget.ask(problem, list(HARD)) is None


def test_each_question_is_charged() -> None:
    budget = Budget()
    assert budget.ask(problem_for(person(), EXERCISES, Limits()), list(HARD)) is True
    assert 0 < conflict.ALL_LIMIT - budget.left <= conflict.ONE_LIMIT + 0.1


def test_without_time_every_wish_stays_in_the_conflict_and_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    full = plan(SHORT, EXERCISES, start=TODAY)
    monkeypatch.setattr(Budget, "ask", lambda _self, _problem, _hard: None)
    bare = plan(SHORT, EXERCISES, start=TODAY)
    assert full.offers and {clash.id for clash in full.conflict} < {clash.id for clash in bare.conflict}
    assert bare.status == "conflict" and bare.offers == ()


def test_a_week_not_found_in_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(_problem: Problem) -> Solution:
        return Solution("unknown")

    monkeypatch.setattr(make, "solve", late)
    programme = plan(person(), EXERCISES, start=TODAY)
    assert programme.status == "conflict" and "though there may be one" in (programme.summary or "")
