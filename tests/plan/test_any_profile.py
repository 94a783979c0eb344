"""Whoever it is: a verified programme, a gate, or an explained conflict; never a crash, never a broken rule."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plan.anyone import EXERCISES, PROFILES
from tests.plan.people import TODAY

from eccentric.plan.make import plan
from eccentric.plan.read_profile import profile_from_values
from eccentric.plan.verify import breaches

RELAXED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def answered(values: dict[str, Any], weeks: int) -> str:
    """Plan for a person and check the answer; returns which kind of answer it was."""
    profile = profile_from_values(values)
    programme = plan(profile, EXERCISES, start=TODAY, weeks=weeks)
    if programme.verdict == "stop":
        assert programme.gates and all(gate.says and gate.rule for gate in programme.gates)
        assert not programme.weeks and programme.status is None
        return "stop"
    if programme.status == "conflict":
        assert programme.conflict and programme.summary and not programme.weeks
        return "conflict"
    assert len(programme.weeks) == weeks and programme.gap is not None
    assert breaches(programme, profile, EXERCISES, start=TODAY) == []
    assert all(item.why for week in programme.weeks for session in week.sessions for item in session.items)
    return "programme"


@settings(max_examples=25, deadline=None, suppress_health_check=RELAXED, derandomize=True)
@given(PROFILES, st.integers(4, 16))
def test_anyone_gets_an_answer(values: dict[str, Any], weeks: int) -> None:
    answered(values, weeks)


@pytest.mark.slow
@settings(deadline=None, suppress_health_check=RELAXED)
@given(PROFILES, st.integers(4, 16))
def test_many_get_an_answer(values: dict[str, Any], weeks: int) -> None:
    answered(values, weeks)
