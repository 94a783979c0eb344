"""Swaps carry the load over and obey safety; what-if prices one change at a time; calendar and paper say the same."""

from __future__ import annotations

from functools import cache

import pytest
from icalendar import Calendar
from tests.plan.people import TODAY, person

from eccentric.library.read import read_library
from eccentric.plan import facts
from eccentric.plan.calendar import calendar_bytes
from eccentric.plan.conflict import first_true
from eccentric.plan.gate import gates
from eccentric.plan.make import plan
from eccentric.plan.page import page_html, page_pdf
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, Programme
from eccentric.plan.swap import CARRIED, Why, as_item, swap
from eccentric.plan.verdict import Limits, Trait
from eccentric.plan.what_if import changed, exercises_of, what_if
from eccentric.terms.errors import BadInput

EXERCISES = read_library().exercises
SEATED, HINGE = EXERCISES["seated-leg-curl"].name, EXERCISES["romanian-deadlift"].name


def item(exercise: str, kg: float | None = 60.0) -> Item:
    return Item(exercise=exercise, name=exercise, sets=3, reps=(8, 10), rir=2, tempo="3-0-1-0", rest_s=90, external_load_kg=kg)


@pytest.mark.parametrize("why", ["busy", "no-equipment", "dislike", "pain"])
def test_a_swap_does_the_same_job_with_what_is_there(why: Why) -> None:
    profile = person()
    found = swap(item("seated-leg-curl"), why, profile, EXERCISES, Limits())
    assert found is not None and found.item.exercise != "seated-leg-curl"
    page = EXERCISES[found.item.exercise]
    assert facts.function(page) is facts.Function.KNEE
    assert facts.needs(page) <= {facts.singular(name) for name in profile.equipment}
    assert found.reason.text and found.item.why[0] == found.reason


def test_a_busy_machine_is_not_swapped_for_itself() -> None:
    found = swap(item("lying-leg-curl"), "busy", person(), EXERCISES, Limits())
    assert found is not None and "lying-leg-curl-machine" not in facts.needs(EXERCISES[found.item.exercise])


def test_the_load_comes_along_at_four_fifths_on_a_like_machine() -> None:
    only = {name: EXERCISES[name] for name in ("seated-leg-curl", "lying-leg-curl")}
    found = swap(item("seated-leg-curl"), "dislike", person(), only, Limits())
    assert found is not None and found.item.external_load_kg == 45.0 <= 60 * CARRIED


def test_pain_steps_down_the_ladder() -> None:
    found = swap(item("nordic-curl", 0.0), "pain", person(equipment=["nordic-anchor", "band"]), EXERCISES, Limits())
    assert found is not None and found.item.exercise in EXERCISES["nordic-curl"].ladder.easier


def test_a_swap_never_passes_a_gate() -> None:
    limits = Limits(forbids=frozenset({Trait.CURL, Trait.NORDIC, Trait.ECCENTRIC}))
    found = swap(item("seated-leg-curl"), "busy", person(), EXERCISES, limits)
    assert found is None or not facts.traits(EXERCISES[found.item.exercise]) & limits.forbids
    sore = gates(person(complaints=[{"site": "low-back", "nprs": 4}]), TODAY).limits
    hinge = swap(item("romanian-deadlift"), "busy", person(), EXERCISES, sore)
    assert hinge is None or EXERCISES[hinge.item.exercise].classification.pattern != "hip-hinge"


def test_a_hold_for_a_moving_exercise_has_its_own_dose_and_no_reserve() -> None:
    moving = item("glute-bridge", 0.0).model_copy(update={"reps": (15, 15)})
    held = as_item(moving, EXERCISES["isometric-bridge-hold"])
    assert held.hold_s is not None and held.reps[1] <= 5 and held.rir is None and held.tempo is None
    back = as_item(held, EXERCISES["glute-bridge"])
    assert back.hold_s is None and back.reps[0] >= 6 and back.rir is not None and back.tempo is not None


@cache
def base() -> tuple[Profile, Programme]:
    profile = person(equipment=["barbell"])
    return profile, plan(profile, EXERCISES, start=TODAY, weeks=4)


def test_a_change_is_priced_by_itself() -> None:
    profile, before = base()
    found = what_if(profile, ["equipment=+seated-leg-curl-machine", "days.minutes=-52"], EXERCISES, start=TODAY, weeks=4, before=before)
    assert found[0].status == "optimal" and any(line.startswith("comes in") and SEATED in line for line in found[0].says)
    assert (found[0].cost or 0) <= (found[0].cost_before or 0), "more equipment never costs more"
    assert found[1].status == "conflict" and found[1].cost is None


def said(change: str, before: Programme | None = None) -> tuple[str, ...]:
    profile, now = base()
    return what_if(profile, [change], EXERCISES, start=TODAY, weeks=4, before=before or now)[0].says


def test_a_tie_changes_nothing() -> None:
    now = base()[1]
    other = next(name for name in EXERCISES if name not in {*exercises_of(now), *now.left_out})
    tied = Programme.model_validate_json(now.json_text().replace('"romanian-deadlift"', f'"{other}"'))
    assert exercises_of(tied) != exercises_of(base()[1])
    assert said("mass_kg=69", tied) == ("It changes nothing.",)


def test_what_can_no_longer_be_used_is_named_even_at_the_same_price() -> None:
    refused = changed(base()[0], "refuses=+romanian-deadlift")
    after = plan(refused, EXERCISES, start=TODAY, weeks=4)
    assert any(line.startswith("goes out") and HINGE in line for line in said("refuses=+romanian-deadlift"))
    same_price = base()[1].model_copy(update={"wishes": after.wishes})
    assert any(line.startswith("goes out") and HINGE in line for line in said("refuses=+romanian-deadlift", same_price))


def test_another_load_of_the_same_exercise_is_told() -> None:
    lines = said('loads=[{"exercise": "romanian-deadlift", "external_load_kg": 60, "reps": 8}]')
    assert any(line.startswith("gets another dose or load") and HINGE in line for line in lines)


@pytest.mark.parametrize(
    ("change", "key", "value"),
    [
        ("goal=strength", "goal", "strength"),
        ("equipment=+band", "equipment", ["barbell", "band"]),
        ("equipment=-barbell", "equipment", []),
        ("weekly_sets=[6, 8]", "weekly_sets", (6, 8)),
        ("experience=novice", "experience", "novice"),
    ],
)
def test_changes_are_read(change: str, key: str, value: object) -> None:
    assert getattr(changed(base()[0], change), key) == value


def test_days_and_minutes_change() -> None:
    assert [day.minutes for day in changed(base()[0], "days.minutes=+10").days] == [70, 70]
    assert [day.weekday for day in changed(base()[0], "days=+sat").days] == ["mon", "thu", "sat"]


@pytest.mark.parametrize("change", ["nonsense", "colour=blue", "goal=toned", "days.minutes=+many", "days.minutes=-600"])
def test_what_cannot_be_changed_is_said(change: str) -> None:
    with pytest.raises(BadInput):
        changed(base()[0], change)


@pytest.mark.parametrize("change", ["born=2027-01-01", 'surgeries=[{"kind":"acl-hamstring-graft","on":"2027-01-01"}]'])
def test_a_change_tells_of_no_day_to_come(change: str) -> None:
    profile, before = base()
    with pytest.raises(BadInput, match="up to 2026-11-23"):
        what_if(profile, [change], EXERCISES, start=TODAY, weeks=4, before=before, today=TODAY)


@pytest.mark.parametrize("limit", range(12))
def test_halving_finds_the_first(limit: int) -> None:
    values = tuple(range(10))
    assert first_true(values, lambda value: value >= limit) == (limit if limit < 10 else None)


def test_the_calendar_holds_every_session() -> None:
    _, programme = base()
    events = Calendar.from_ical(calendar_bytes(programme)).walk("VEVENT")
    dates = [session.date for week in programme.weeks for session in week.sessions]
    assert [event.decoded("dtstart") for event in events] == dates
    assert len({str(event["uid"]) for event in events}) == len(dates)
    assert programme.weeks[0].sessions[0].items[0].name in str(events[0]["description"])
    assert calendar_bytes(programme) == calendar_bytes(programme)


def test_the_page_has_every_week_and_reason() -> None:
    _, programme = base()
    html = page_html(programme)
    assert all(f"<h1>Week {week.index}</h1>" in html for week in programme.weeks)
    assert programme.weeks[0].sessions[0].items[0].why[0].rule in html
    assert "<script" not in html and "http" not in html


def test_paper_tells_a_dose_once_a_week() -> None:
    tendon = person(goal="less-pain", conditions=[{"name": "proximal-hamstring-tendinopathy"}])
    html = page_html(plan(tendon, EXERCISES, start=TODAY, weeks=4))
    assert html.count('class="dose"') == 4 and html.count("as on Monday") == 4 * 6
    assert "Pain in these exercises: up to 3 of 10." in html and html.count("To move on:") == 1


def test_a_stop_is_printed_too() -> None:
    html = page_html(plan(person(safety={}), EXERCISES, start=TODAY))
    assert "Not yet." in html and "SAF-01" in html


@pytest.mark.slow
def test_one_pdf_page_a_week() -> None:
    try:
        pdf = page_pdf(base()[1])
    except BadInput as error:
        pytest.skip(str(error))
    assert pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") in (0, 4)
