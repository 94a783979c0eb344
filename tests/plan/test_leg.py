"""Which leg starts: the one that hurts, is weaker, or was operated; alone only where a trial treated one leg."""

from __future__ import annotations

from typing import Any

import pytest
from tests.plan.people import GYM, TODAY, person

from eccentric.library.read import read_library
from eccentric.plan.leg import first_leg
from eccentric.plan.make import plan
from eccentric.plan.programme import Item, PlannedSession
from eccentric.plan.swap import swap
from eccentric.plan.verdict import Limits

EXERCISES = read_library().exercises
SORE = {"site": "hamstring", "nprs": 3, "side": "left"}
GRAFT = {"kind": "acl-hamstring-graft", "on": "2026-06-01", "side": "right"}


@pytest.mark.parametrize(
    ("changes", "leg"),
    [
        ({}, None),
        ({"weak_side": "right"}, ("right", "weaker")),
        ({"complaints": [SORE]}, ("left", "sore")),
        ({"complaints": [{**SORE, "mechanism": "sprint"}], "weak_side": "right"}, ("left", "injured")),
        ({"complaints": [{**SORE, "side": "both"}]}, None),
        ({"complaints": [{"site": "low-back", "nprs": 3, "side": "left"}]}, None),
        ({"complaints": [SORE, {**SORE, "nprs": 4, "side": "right"}]}, ("right", "sore")),
        ({"surgeries": [GRAFT]}, ("right", "operated")),
        ({"surgeries": [GRAFT], "weak_side": "left"}, ("left", "weaker")),
        ({"conditions": [{"name": "hamstring-strain", "side": "left"}]}, ("left", "injured")),
        ({"conditions": [{"name": "low-back-pain", "side": "left"}]}, None),
    ],
)
def test_the_leg_that_starts(changes: dict[str, Any], leg: tuple[str, str] | None) -> None:
    found = first_leg(person(**changes))
    assert (None if found is None else (found.side, found.what)) == leg


def sessions(**changes: Any) -> tuple[PlannedSession, ...]:
    profile = person(goal="return", equipment=[*GYM, "ankle-weight", "slider"], **changes)
    return plan(profile, EXERCISES, start=TODAY, weeks=4).weeks[0].sessions


def staged(**changes: Any) -> list[Item]:
    return [item for session in sessions(**changes) for item in session.items]


def test_a_stage_names_the_operated_leg_that_starts_and_why() -> None:
    cleared = [{"covers": "acl-hamstring-graft", "by": "Dr Okoro", "on": "2026-08-01"}]
    reached = [{"id": "acl-stage-1-done", "on": "2026-08-01"}]
    items = staged(surgeries=[{**GRAFT, "on": "2026-09-20"}], clearances=cleared, reached=reached)
    single = [item for item in items if EXERCISES[item.exercise].classification.sides == "single"]
    assert single and all(item.begins_with == "right" for item in single)
    assert all(any("operated right leg starts" in reason.text for reason in item.why) for item in single)
    assert all(item.begins_with is None for item in items if item not in single and EXERCISES[item.exercise].classification.sides == "both")


def test_asklings_exercises_are_for_the_injured_leg_alone() -> None:
    strain = {"site": "hamstring", "nprs": 1, "side": "left", "since": "2026-11-10", "mechanism": "sprint"}
    one = staged(complaints=[strain], protocol="askling-lengthening", protocol_use="as-it-is")
    unnamed = staged(complaints=[{**strain, "side": "both"}], protocol="askling-lengthening", protocol_use="as-it-is")
    assert {item.side for item in one} == {"left"} and {item.side for item in unnamed} == {"both"}
    assert all(item.begins_with is None for item in [*one, *unnamed])
    assert all(any("Only your injured left leg" in reason.text for reason in item.why) for item in one)


def test_one_leg_takes_fewer_minutes_than_two() -> None:
    strain = {"site": "hamstring", "nprs": 1, "since": "2026-11-10", "mechanism": "sprint"}
    one, two = (
        [each.minutes for each in sessions(complaints=[{**strain, "side": side}], protocol="askling-lengthening", protocol_use="as-it-is")]
        for side in ("left", "both")
    )
    assert len(one) == len(two) and all(few < many for few, many in zip(one, two, strict=True))


def test_a_swap_says_which_leg_starts_once() -> None:
    profile = person(weak_side="left", equipment=[*GYM, "cable"])
    item = plan(profile, EXERCISES, start=TODAY, weeks=4).weeks[0].sessions[0].items[0]
    for _ in range(4):
        found = swap(item, "dislike", profile, EXERCISES, Limits())
        assert found is not None
        item = found.item
        single = EXERCISES[item.exercise].classification.sides in ("single", "alternating")
        assert item.begins_with == ("left" if single else None)
        assert sum("leg starts" in reason.text for reason in item.why) == single
