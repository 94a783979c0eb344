"""Each hard rule forbids what it should, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plan.rules.toys import BACK, LYING, NORDIC, RDL, SEATED, SQUAT, price, toy

from eccentric.plan.facts import Function
from eccentric.plan.rules import HARD
from eccentric.plan.rules.base import Rule

BY_ID = {rule.id: rule for rule in HARD}
NEW = {NORDIC: {"exposure": True}}

CASES: list[tuple[str, dict[str, Any], dict[str, dict[int, int]], bool]] = [
    ("session-time", {"minutes": 20}, {RDL: {0: 2}}, True),
    ("session-time", {"minutes": 20}, {RDL: {0: 5}, SEATED: {0: 5}}, False),
    ("weekly-sets", {"band": (8, 12)}, {RDL: {0: 2}, SEATED: {0: 3}}, True),
    ("weekly-sets", {"band": (8, 12)}, {RDL: {0: 2}, SEATED: {0: 1}}, False),
    ("weekly-sets", {"band": (8, 12)}, {RDL: {0: 4}, SEATED: {0: 3}}, False),
    ("gap-48-h", {"days": "mon tue thu"}, {RDL: {0: 2, 2: 2}}, True),
    ("gap-48-h", {"days": "mon tue thu"}, {RDL: {0: 2, 1: 2}}, False),
    ("gap-48-h", {"days": "mon sun"}, {RDL: {0: 2, 1: 2}}, False),
    ("both-functions", {}, {RDL: {0: 2}, LYING: {1: 2}}, True),
    ("both-functions", {}, {SEATED: {0: 2}, LYING: {1: 2}}, False),
    ("both-functions", {}, {RDL: {0: 2}, BACK: {1: 2}}, False),
    ("both-functions", {"each_week": frozenset({Function.HIP})}, {RDL: {0: 2}}, True),
    ("first-exposures", {"days": "mon wed fri", "candidate": NEW}, {NORDIC: {0: 2, 1: 2}}, False),
    ("first-exposures", {"days": "mon thu", "candidate": NEW}, {NORDIC: {0: 2, 1: 2}}, True),
    ("first-exposures", {"days": "mon wed fri"}, {NORDIC: {0: 2, 1: 2}}, True),
    ("session-cap", {}, {RDL: {0: 5}, SEATED: {0: 5}}, True),
    ("session-cap", {}, {RDL: {0: 5}, SEATED: {0: 5}, LYING: {0: 1}}, False),
    ("session-cap", {}, {RDL: {0: 5}, SEATED: {0: 4}, SQUAT: {0: 3}}, True),
    ("days-allowed", {"days": "mon wed fri"}, {RDL: {0: 1, 1: 1}}, True),
    ("days-allowed", {"days": "mon wed fri"}, {RDL: {0: 1, 1: 1, 2: 1}}, False),
]


@pytest.mark.parametrize(("rule", "problem", "week", "allowed"), CASES)
def test_hard(rule: str, problem: dict[str, Any], week: dict[str, dict[int, int]], allowed: bool) -> None:
    assert (price(BY_ID[rule], toy(**problem), week) is not None) is allowed


def test_every_hard_rule_is_tested_both_ways() -> None:
    for rule in HARD:
        assert {allowed for name, _, _, allowed in CASES if name == rule.id} == {True, False}, rule.id


@pytest.mark.parametrize("rule", HARD, ids=lambda rule: rule.id)
def test_a_hard_rule_charges_nothing(rule: Rule) -> None:
    assert price(rule, toy(band=(8, 40)), {RDL: {0: 2}, SEATED: {1: 2}}) == 0
