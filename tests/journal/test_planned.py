"""A programme in the journal, and which of its sessions were done."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from eccentric.journal.formats.read import read_log
from eccentric.journal.journal import Journal
from eccentric.journal.merge import merge
from eccentric.journal.metrics.adherence import adherence
from eccentric.journal.planned import done_of_plan, planned_sessions
from eccentric.journal.records import Entry, Session, SetRecord
from eccentric.plan.programme import Item, PlannedSession, Programme, Week
from eccentric.terms.body import Side
from eccentric.terms.errors import BadInput

MONDAY = date(2025, 3, 3)


def item(exercise: str = "seated-leg-curl", sets: int = 3, **more: object) -> Item:
    fields = {"exercise": exercise, "name": exercise, "sets": sets, "reps": (8, 12), "rir": 2.0, "tempo": "3-0-1-0", "rest_s": 90}
    return Item.model_validate({**fields, "external_load_kg": 40.0, **more})


def programme(*days: int, items: tuple[Item, ...] = ()) -> Programme:
    sessions = tuple(PlannedSession(date=MONDAY + timedelta(days=day), minutes=45, items=items or (item(),)) for day in days)
    return Programme(verdict="go", weeks=(Week(index=1, kind="build", sessions=sessions),))


def done(day: int, exercise: str | None = "seated-leg-curl", sets: int = 3) -> Session:
    return Session(day=MONDAY + timedelta(days=day), entries=(Entry(exercise=exercise, name="x", sets=(SetRecord(reps=8),) * sets),))


def test_every_field_of_an_item_is_asked_for() -> None:
    held = item("bridge-hold", 2, reps=(1, 1), hold_s=(30.0, 45.0), times_a_day=2, side=Side.LEFT, external_load_kg=None, tempo=None)
    plan = planned_sessions(programme(0, items=(item(), held)))[0]
    assert (plan.day, plan.minutes, plan.title) == (MONDAY, 45, "Week 1, session 1")
    first, second = plan.entries
    assert (first.asked.sets, first.asked.reps, first.asked.rir, first.asked.load_kg, first.asked.tempo, first.asked.rest_s) == (
        *(3, (8, 12), 2, 40, "3-0-1-0"),
        90,
    )
    assert (second.asked.sets, second.asked.hold_s, second.asked.load_kg, second.side) == (4, 30, None, Side.LEFT)


def test_a_plan_comes_in_once_and_a_new_one_takes_its_days() -> None:
    text = programme(0, 3).json_text()
    imported = read_log(text.encode())
    assert (imported.summary.format, imported.summary.rows, len(imported.journal.planned)) == ("eccentric-plan", 0, 2)
    assert merge(imported.journal, read_log(text.encode()).journal).journal == imported.journal
    heavier = read_log(programme(0, items=(item(external_load_kg=50.0),)).json_text().encode()).journal
    merged = merge(imported.journal, heavier, prefer_theirs=True)
    assert [plan.entries[0].asked.load_kg for plan in merged.journal.planned] == [50, 40]


def test_a_plan_of_another_shape_names_its_problems() -> None:
    plan = json.loads(programme(0).json_text())
    plan["weeks"][0]["sessions"][0]["items"][0]["sets"] = "three"
    with pytest.raises(BadInput, match=r"weeks\.0\.sessions\.0\.items\.0\.sets"):
        read_log(json.dumps(plan).encode())


def test_a_session_that_points_to_its_plan_did_it() -> None:
    plans = planned_sessions(programme(0, 3))
    late = done(5).model_copy(update={"planned": plans[1].id})
    assert done_of_plan(Journal(planned=plans, sessions=(late,))) == {plans[1].id: late}


def test_an_imported_session_of_the_day_with_the_exercise_did_it_too() -> None:
    plans = planned_sessions(programme(0, 3))
    right, other_exercise, other_day = done(0), done(3, "squat"), done(1)
    assert done_of_plan(Journal(planned=plans, sessions=(right, other_exercise, other_day))) == {plans[0].id: right}


def test_one_session_does_one_plan() -> None:
    plans = planned_sessions(programme(0, 0))
    assert len({plan.id for plan in plans}) == 2
    assert len(done_of_plan(Journal(planned=plans, sessions=(done(0),)))) == 1


def test_both_sides_of_an_exercise_are_counted_once() -> None:
    sides = (item(sets=2, side=Side.LEFT), item(sets=2, side=Side.RIGHT))
    plans = planned_sessions(programme(0, items=sides))
    found = adherence(Journal(planned=plans, sessions=(done(0, sets=3),)), MONDAY)
    assert (found.asked_sets, found.done_sets, found.done_sessions) == (4, 3, 1)
