"""Published programmes: their totals, their stages, and that criteria and not the calendar move people on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.plan.people import GYM, TODAY, person

from eccentric.library.read import read_library
from eccentric.plan import facts
from eccentric.plan.make import plan
from eccentric.plan.programme import Programme
from eccentric.plan.protocol import protocol_of, protocols, stage_of
from eccentric.plan.staged import repetitions, spaced
from eccentric.terms.errors import BadInput

LIBRARY = read_library()
EXERCISES = LIBRARY.exercises
NAMES = (
    "petersen-nordic", "van-der-horst-nordic", "low-dose-nordic", "askling-lengthening", "aspetar-criteria",
    "proximal-tendinopathy", "acl-hamstring-graft", "proximal-hamstring-repair", "knee-osteoarthritis", "return-to-running",
)  # fmt: skip
STRAIN: dict[str, Any] = {"goal": "return", "complaints": [{"site": "hamstring", "nprs": 2, "since": "2026-11-10", "mechanism": "sprint"}]}
TENDON: dict[str, Any] = {"goal": "less-pain", "conditions": [{"name": "proximal-hamstring-tendinopathy"}]}


def made(weeks: int = 4, **changes: Any) -> Programme:
    return plan(person(**changes), EXERCISES, start=TODAY, weeks=weeks)


def reached(*ids: str) -> list[dict[str, str]]:
    return [{"id": each, "on": "2026-11-01"} for each in ids]


def test_all_ten_are_there_and_name_what_they_override() -> None:
    assert set(protocols()) == set(NAMES)
    assert all(protocol.overrides and protocol.source and protocol.verified for protocol in protocols().values())


@pytest.mark.parametrize(("name", "weeks", "sessions", "total"), [("petersen-nordic", 10, 27, 718), ("van-der-horst-nordic", 13, 25, 598)])
def test_schedules_add_up_to_the_trials_totals(name: str, weeks: int, sessions: int, total: int) -> None:
    count, reps = 0, 0.0
    for week in range(1, weeks + 1):
        stage = next(each for each in protocol_of(name).stages if each.weeks and each.weeks[0] <= week <= each.weeks[1])
        count += stage.per_week
        reps += repetitions(stage)
    assert (count, reps) == (sessions, total)


def test_the_dutch_trial_ends_with_week_13_and_a_week_after_it_holds_less() -> None:
    days = [{"weekday": day, "minutes": 60} for day in ("mon", "thu")]
    programme = made(16, protocol="van-der-horst-nordic", protocol_use="as-it-is", equipment=["nordic-anchor"], days=days)
    assert [len(week.sessions) for week in programme.weeks] == [1, *[2] * 12, *[1] * 3]
    assert {item.why[0].rule for week in programme.weeks[13:] for item in week.sessions[0].items} == {"PREV-03"}


def test_rules_that_are_quoted_exist() -> None:
    for protocol in protocols().values():
        quoted = {
            *protocol.rules,
            *(each.rule for each in protocol.overrides),
            *(item.rule for stage in protocol.stages for item in stage.items),
        }
        assert quoted <= set(LIBRARY.rules), (protocol.id, quoted - set(LIBRARY.rules))


def test_every_stage_can_be_filled_with_the_library() -> None:
    for protocol in protocols().values():
        for stage in protocol.stages:
            for item in stage.items:
                assert item.or_pattern or any(name in EXERCISES for name in item.exercises), (protocol.id, stage.name)


def test_a_schedule_follows_the_weeks() -> None:
    days = [{"weekday": day, "minutes": 60} for day in ("mon", "wed", "fri")]
    programme = made(protocol="petersen-nordic", protocol_use="as-it-is", equipment=[*GYM, "nordic-anchor"], days=days)
    assert [len(week.sessions) for week in programme.weeks] == [1, 2, 3, 3]
    assert programme.weeks[0].sessions[0].items[0].reps == (5, 5) and programme.weeks[0].sessions[0].items[0].sets == 2


def test_a_skeleton_gets_hip_work_around_it() -> None:
    days = [{"weekday": day, "minutes": 60} for day in ("mon", "wed", "fri")]
    programme = made(protocol="petersen-nordic", goal="fewer-strains", equipment=[*GYM, "nordic-anchor"], days=days)
    used = {item.exercise for session in programme.weeks[3].sessions for item in session.items}
    assert "nordic-curl" in used and len(used) > 1
    assert programme.status == "optimal" and {each.rule for each in programme.overrides} >= {"HYP-03", "HYP-05"}


def test_a_strain_gets_criteria_not_dates() -> None:
    programme = made(**STRAIN, weeks=8)
    assert programme.stage is not None
    assert (programme.stage.protocol, programme.stage.stage) == ("aspetar-criteria", 1)
    assert len({week.sessions[0].items for week in programme.weeks}) == 1, "eight weeks later it is the same stage until criteria are met"
    moved = made(**STRAIN, reached=reached("strain-single-leg-squat", "strain-bike-150w", "strain-knee-straight"))
    assert moved.stage is not None and moved.stage.stage == 2
    almost = made(**STRAIN, reached=reached("strain-single-leg-squat", "strain-bike-150w"))
    assert almost.stage is not None and (almost.stage.stage, len(almost.stage.met)) == (1, 2)


def test_the_tendons_holds_are_daily_and_the_override_is_named() -> None:
    programme = made(**TENDON)
    assert len(programme.weeks[0].sessions) == 7
    assert all(item.hold_s == (30, 45) for session in programme.weeks[0].sessions for item in session.items)
    assert any(each.rule == "HYP-08" and each.by == "REH-06" for each in programme.overrides)


def test_hip_flexion_is_limited_before_stage_3() -> None:
    for number, most in ((1, 30), (2, 60)):
        programme = made(**TENDON, reached=reached(*(f"tendon-stage-{each}-done" for each in range(1, number))))
        assert programme.stage is not None and programme.stage.stage == number
        used = {item.exercise for session in programme.weeks[0].sessions for item in session.items}
        assert all(max(EXERCISES[name].movement.hip_flexion_deg) <= most for name in used)


def graft(weeks_ago: int, *ids: str, clear: bool = True) -> dict[str, Any]:
    date = (TODAY - dt.timedelta(weeks=weeks_ago)).isoformat()
    clearances = [{"covers": "acl-hamstring-graft", "by": "Dr Okoro", "on": date}] if clear else []
    surgeries = [{"kind": "acl-hamstring-graft", "on": date}]
    return {"goal": "return", "surgeries": surgeries, "clearances": clearances, "reached": reached(*ids)}


@pytest.mark.parametrize(("weeks", "stage"), [(5, 1), (8, 2), (20, 3)])
def test_weeks_hold_a_graft_back_even_when_criteria_are_met(weeks: int, stage: int) -> None:
    profile = person(**graft(weeks, "acl-stage-1-done", "acl-stage-2-done"))
    assert stage_of(protocol_of("acl-hamstring-graft"), profile, TODAY) == stage


def test_criteria_hold_a_graft_back_even_when_weeks_have_passed() -> None:
    assert stage_of(protocol_of("acl-hamstring-graft"), person(**graft(30)), TODAY) == 1


def test_no_resisted_curl_without_clearance() -> None:
    programme = made(**graft(20, "acl-stage-1-done", "acl-stage-2-done", clear=False))
    used = {item.exercise for week in programme.weeks for session in week.sessions for item in session.items}
    assert not any(EXERCISES[name].classification.pattern == "knee-flexion" for name in used)


def test_all_stages_done_returns_to_the_general_planner() -> None:
    programme = made(**STRAIN, reached=reached(*(f"strain-stage-{number}-done" for number in range(1, 5))))
    assert programme.stage is None and programme.weeks


def test_too_short_a_day_is_a_clash_in_words() -> None:
    programme = made(**STRAIN, days=[{"weekday": "mon", "minutes": 10}])
    assert (programme.status, programme.conflict[0].id) == ("conflict", "stage-time")
    assert programme.summary is not None and "10" in programme.summary


def test_an_unknown_protocol_is_bad_input() -> None:
    with pytest.raises(BadInput, match="petersen-nordic"):
        made(protocol="bulgarian")


def test_days_are_spaced_around_the_week() -> None:
    days = [TODAY + dt.timedelta(days=offset) for offset in (0, 1, 2, 4, 6)]
    assert [(day - TODAY).days for day in spaced(days, 4)] == [0, 2, 4]
    assert [(day - TODAY).days for day in spaced(days, 4, 3)] == [0, 4]


@pytest.mark.parametrize(("nprs", "protocol"), [(3, "aspetar-criteria"), (1, "aspetar-criteria"), (0, None)])
def test_a_strain_that_still_hurts_comes_before_the_goal(nprs: int, protocol: str | None) -> None:
    complaint = {"site": "hamstring", "nprs": nprs, "since": "2026-11-01", "mechanism": "sprint"}
    stage = made(goal="size", complaints=[complaint]).stage
    assert (stage.protocol if stage else None) == protocol


def test_worn_knees_train_both_sides_of_the_thigh_at_home() -> None:
    """REH-07: hamstrings and quadriceps, with nothing but a chair."""
    programme = made(goal="less-pain", conditions=[{"name": "knee-osteoarthritis"}], equipment=[], experience="novice")
    functions = {facts.function(EXERCISES[item.exercise]) for item in programme.weeks[0].sessions[0].items}
    assert {facts.Function.QUADS, facts.Function.KNEE} <= functions


@pytest.mark.parametrize(("weeks", "nordics"), [(14, {"band-assisted-nordic-curl"}), (8, set())])
def test_a_repair_meets_its_first_nordic_with_help_from_week_12(weeks: int, nordics: set[str]) -> None:
    on = (TODAY - dt.timedelta(weeks=weeks)).isoformat()
    repair: dict[str, Any] = {
        "surgeries": [{"kind": "proximal-hamstring-repair", "on": on}],
        "goal": "return",
        "equipment": [*GYM, "nordic-anchor"],
    }
    cleared = [{"covers": "proximal-hamstring-repair", "by": "Dr Okoro", "on": "2026-11-01"}]
    programme = made(**repair, clearances=cleared, reached=reached(*(["repair-stage-1-done"] if weeks > 12 else [])))
    used = {item.exercise for session in programme.weeks[0].sessions for item in session.items}
    assert {name for name in used if EXERCISES[name].classification.pattern == "nordic"} == nordics


def test_a_stages_first_load_is_at_most_a_tenth_above_what_was_lifted() -> None:
    loads = [{"exercise": "seated-leg-curl", "external_load_kg": 30, "reps": 12, "rir": 4}]
    on = (TODAY - dt.timedelta(weeks=15)).isoformat()
    graft: dict[str, Any] = {"surgeries": [{"kind": "acl-hamstring-graft", "on": on}], "goal": "return", "loads": loads}
    cleared = [{"covers": "acl-hamstring-graft", "by": "Dr Okoro", "on": "2026-11-01"}]
    programme = made(**graft, clearances=cleared, reached=reached("acl-stage-1-done", "acl-stage-2-done"))
    curl = next(item for item in programme.weeks[0].sessions[0].items if item.exercise == "seated-leg-curl")
    assert curl.external_load_kg == 30 and [each.external_load_kg for each in curl.warm_up] == [15]
