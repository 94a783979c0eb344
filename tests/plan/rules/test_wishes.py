"""Each wish charges what it should when it is broken, and nothing when it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.plan.rules.toys import BACK, LYING, NORDIC, RDL, SEATED, SQUAT, price, toy

from eccentric.plan.facts import Function
from eccentric.plan.rules import HARD, WISHES

BY_ID = {rule.id: rule for rule in WISHES}
PLAIN = {"lack": 0, "light": False, "familiar": False, "hard": False}
FULL = {name: dict(PLAIN) for name in (RDL, SEATED, LYING, NORDIC, SQUAT, BACK)}

CASES: list[tuple[str, dict[str, Any], dict[str, dict[int, int]], int]] = [
    ("one-of-each-a-day", {}, {RDL: {0: 2}, SEATED: {0: 2}}, 0),
    ("one-of-each-a-day", {}, {RDL: {0: 2}, SEATED: {1: 2}}, 60),
    ("weekly-sets-aim", {"aim": 8}, {RDL: {0: 4}}, 0),
    ("weekly-sets-aim", {"aim": 8}, {RDL: {0: 3}}, 10),
    ("weekly-sets-aim", {"aim": 8}, {RDL: {0: 5}}, 10),
    ("nordic-for-sprinters", {"nordic_wanted": True}, {RDL: {0: 2}}, 25),
    ("nordic-for-sprinters", {"nordic_wanted": True}, {NORDIC: {0: 2}}, 0),
    ("nordic-for-sprinters", {"nordic_wanted": False}, {RDL: {0: 2}}, 0),
    ("seated-share", {"seated_main": True}, {SEATED: {0: 3}, LYING: {1: 2}}, 0),
    ("seated-share", {"seated_main": True}, {SEATED: {0: 2}, LYING: {1: 3}}, 20),
    ("seated-share", {"seated_main": False}, {LYING: {1: 3}}, 0),
    ("cover-heads", {"aim": 4}, {SEATED: {0: 3}, RDL: {0: 3}}, 0),
    ("cover-heads", {"heads_wanted": False}, {RDL: {0: 3}}, 0),
    ("long-length", {"aim": 12}, {SEATED: {0: 3}}, 0),
    ("long-length", {"aim": 12}, {LYING: {0: 3}}, 18),
    ("weak-first", {"weak_function": Function.KNEE, "aim": 12}, {LYING: {0: 3}}, 0),
    ("weak-first", {"weak_function": Function.KNEE, "aim": 12}, {RDL: {0: 3}}, 18),
    ("weak-first", {"weak_side": True}, {RDL: {0: 3}}, 15),
    ("weak-first", {}, {RDL: {0: 3}}, 0),
    ("likes", {"candidate": {RDL: {"liked": True}}}, {RDL: {0: 2}}, 0),
    ("likes", {"candidate": {RDL: {"liked": True}}}, {BACK: {0: 2}}, 12),
    ("familiar", {"candidate": {**FULL, RDL: {"familiar": True, "hard": False}}}, {RDL: {0: 2}}, 0),
    ("familiar", {"candidate": {**FULL, RDL: {"familiar": True, "hard": False}}}, {BACK: {0: 2}}, 1),
    ("familiar", {"candidate": {**FULL, NORDIC: {"hard": True}}}, {NORDIC: {0: 2}}, 4),
    ("rotate-days", {}, {RDL: {0: 2}, BACK: {1: 2}}, 0),
    ("rotate-days", {}, {RDL: {0: 2, 1: 2}}, 4),
    ("quads-balance", {"quads_wanted": True}, {RDL: {0: 2}, SQUAT: {0: 3}}, 0),
    ("quads-balance", {"quads_wanted": True}, {RDL: {0: 2}, SQUAT: {0: 1}}, 10),
    ("quads-balance", {"quads_wanted": False}, {RDL: {0: 2}}, 0),
    ("frequency", {"sessions_aim": 2}, {RDL: {0: 2, 1: 2}}, 0),
    ("frequency", {"sessions_aim": 2}, {RDL: {0: 2}}, 15),
    ("goal-dose", {"candidate": {RDL: {"fits_goal": False}}}, {RDL: {0: 2}}, 6),
    ("goal-dose", {}, {RDL: {0: 2}}, 0),
    ("loadable", {"candidate": {RDL: {"light": True}}}, {RDL: {0: 2}}, 4),
    ("loadable", {"candidate": FULL}, {RDL: {0: 2}}, 0),
    ("worth-the-set", {"candidate": {**FULL, RDL: {"lack": 3}}}, {RDL: {0: 2, 1: 2}}, 6),
    ("worth-the-set", {"candidate": FULL}, {RDL: {0: 2, 1: 2}}, 0),
    ("spread-days", {"days": "mon wed"}, {RDL: {0: 2, 1: 2}}, 2),
    ("spread-days", {"days": "mon thu"}, {RDL: {0: 2, 1: 2}}, 0),
    ("few-exercises", {}, {RDL: {0: 2}, SEATED: {0: 2}}, 0),
    ("few-exercises", {}, {RDL: {0: 2}, SEATED: {0: 2}, LYING: {0: 2}}, 2),
]


@pytest.mark.parametrize(("rule", "problem", "week", "cost"), CASES)
def test_wish(rule: str, problem: dict[str, Any], week: dict[str, dict[int, int]], cost: int) -> None:
    assert price(BY_ID[rule], toy(**problem), week) == cost


def test_heads_left_short_cost_something() -> None:
    assert (price(BY_ID["cover-heads"], toy(aim=12), {RDL: {0: 5}}) or 0) >= 10, "hinges alone leave the short head out"


@pytest.mark.parametrize(("match", "sprint", "cost"), [(True, False, 20), (False, True, 10), (False, False, 0)])
def test_sport_spacing(match: bool, sprint: bool, cost: int) -> None:
    problem = toy()
    days = (replace(problem.days[0], before_match=match, sprint=sprint), problem.days[1])
    assert price(BY_ID["sport-spacing"], replace(problem, days=days), {RDL: {0: 2}}) == cost


def test_every_wish_is_tested_both_ways() -> None:
    for rule in WISHES:
        costs = [cost for name, _, _, cost in CASES if name == rule.id]
        assert rule.id in ("sport-spacing", "cover-heads") or (0 in costs and max(costs) > 0), rule.id


def test_ids_are_unique_and_rules_are_quoted() -> None:
    ids = [rule.id for rule in (*HARD, *WISHES)]
    assert len(ids) == len(set(ids))
    assert all(rule.rule.count("-") == 1 and rule.says for rule in (*HARD, *WISHES))
