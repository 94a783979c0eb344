"""A lighter first set, and the weak leg first."""

from __future__ import annotations

import pytest
from tests.plan.anyone import EXERCISES
from tests.plan.people import TODAY, person
from tests.plan.test_progression import ITEM

from eccentric.plan.loading import Rack
from eccentric.plan.make import plan
from eccentric.plan.show import first
from eccentric.plan.warm_up import with_warm_up


@pytest.mark.parametrize(
    ("load", "rack", "lighter"),
    [
        (60.0, Rack(2.5), 30.0),
        (60.0, Rack(7.0, 5.0), 26.0),
        (30.0, Rack(2.5, 20.0), 20.0),
        (16.0, Rack(weights_kg=(10, 16)), 10.0),
        (10.0, Rack(weights_kg=(10, 16)), None),
        (None, Rack(2.5), None),
        (0.0, Rack(2.5), None),
    ],
)
def test_half_of_the_load_that_exists(load: float | None, rack: Rack, lighter: float | None) -> None:
    found = with_warm_up(ITEM.model_copy(update={"external_load_kg": load}), rack).warm_up
    assert [each.external_load_kg for each in found] == ([] if lighter is None else [lighter])
    assert all(each.reps == 6 for each in found)


def test_a_weak_leg_starts_where_one_leg_works_at_a_time() -> None:
    programme = plan(person(weak_side="left"), EXERCISES, start=TODAY)
    items = [item for week in programme.weeks for session in week.sessions for item in session.items]
    sides = {item.exercise: item.begins_with for item in items}
    one_leg = {name for name in sides if EXERCISES[name].classification.sides != "both"}
    assert one_leg and all(sides[name] == ("left" if name in one_leg else None) for name in sides)
    starts = next(item for item in items if item.exercise in one_leg)
    assert "TEST-01" in {why.rule for why in starts.why} and "left leg first" in first(starts)
