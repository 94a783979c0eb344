"""Each gate fires when it should, stays silent when it should, and can't be turned off."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.plan.people import TODAY, person, safe

from eccentric.plan.gate import gates
from eccentric.plan.history import Pain
from eccentric.plan.pain import GENERAL, Light, limits_for
from eccentric.plan.questions import BY_ID, QUESTIONS, of_rule
from eccentric.plan.today import Today
from eccentric.plan.verdict import Trait, Verdict

STOP, LIMITS, GO = Verdict.STOP, Verdict.LIMITS, Verdict.GO


def weeks_ago(weeks: float) -> str:
    return (TODAY - dt.timedelta(days=round(weeks * 7))).isoformat()


def hurt(**more: Any) -> dict[str, Any]:
    return {"complaints": [{"site": "hamstring", "side": "left", "nprs": 3, "since": weeks_ago(2), **more}]}


def operated(kind: str, weeks: float, clear: bool = False, maximal: bool = False) -> dict[str, Any]:
    clearances = [{"covers": kind, "by": "Dr Okoro", "on": weeks_ago(0), "maximal": maximal}] if clear else []
    return {"surgeries": [{"kind": kind, "on": weeks_ago(weeks)}], "clearances": clearances}


FIRES = [
    *[("SAF-01", {"safety": safe(**{name: True})}, STOP) for name in of_rule("SAF-01")],
    ("SAF-01", {"safety": safe(saddle_numbness="unknown")}, STOP),
    ("SAF-02", {"safety": safe(active_cancer=True, previous_clot=True)}, STOP),
    ("SAF-02", {"safety": safe(active_cancer=True, previous_clot="unknown")}, STOP),
    ("SAF-02", {"safety": safe(unexplained_leg_swelling=True)}, STOP),
    ("SAF-02", {"safety": safe(previous_clot=True, calf_3_cm_bigger=True)}, STOP),
    ("SAF-02", {"safety": safe(chest_pain_or_breathless_now=True)}, STOP),
    ("SAF-02", {"safety": safe(previous_clot=True), **operated("acl-other-graft", 8, clear=True)}, STOP),
    ("SAF-03", {"safety": safe(sudden_pain_or_pop=True, large_bruise=True)}, STOP),
    ("SAF-03", {"safety": safe(sudden_pain_or_pop=True, weak_bending_knee="unknown")}, STOP),
    ("SAF-03", {"safety": safe(large_bruise=True, weak_bending_knee=True)}, STOP),
    *[("SAF-04", {"safety": safe(**{name: True})}, STOP) for name in of_rule("SAF-04")],
    *[("SAF-05", {"safety": safe(**{name: True})}, STOP) for name in of_rule("SAF-05")],
    ("SAF-05", {"safety": safe(fainting="unknown")}, STOP),
    (
        "SAF-05",
        {"safety": safe(pacemaker_or_icd=True), "clearances": [{"covers": "pacemaker-or-icd", "by": "Dr Lind", "on": weeks_ago(1)}]},
        LIMITS,
    ),
    ("SAF-06", {"safety": safe(sudden_pain_or_pop=True), "born": "2012-01-01"}, STOP),
    ("SAF-06", {"safety": safe(sudden_pain_or_pop=True), "born": None}, STOP),
    ("SAF-06", {"safety": safe(fall_or_slip_with_pop=True), "born": "1970-01-01"}, STOP),
    ("SAF-06", {"safety": safe(fever=True)}, STOP),
    ("SAF-07", operated("acl-hamstring-graft", 2, clear=True), STOP),
    ("SAF-07", operated("acl-hamstring-graft", 5), STOP),
    ("SAF-07", operated("acl-hamstring-graft", 5, clear=True), LIMITS),
    ("SAF-07", operated("acl-hamstring-graft", 30), LIMITS),
    ("SAF-08", operated("proximal-hamstring-repair", 5, clear=True), STOP),
    ("SAF-08", operated("proximal-hamstring-repair", 8), STOP),
    ("SAF-08", operated("proximal-hamstring-repair", 8, clear=True), LIMITS),
    ("SAF-08", operated("proximal-hamstring-repair", 30), LIMITS),
    ("PAIN-01", {"complaints": [{"site": "knee", "nprs": 6}]}, STOP),
    ("PAIN-01", {"complaints": [{"site": "knee", "nprs": 3}]}, LIMITS),
    ("PAIN-02", hurt(), LIMITS),
    ("PAIN-02", hurt(nprs=5), LIMITS),
    ("REH-08", {"complaints": [{"site": "low-back", "nprs": 2}]}, LIMITS),
]

SILENT = [
    ("SAF-01", {}),
    ("SAF-02", {"safety": safe(previous_clot=True)}),
    ("SAF-02", operated("acl-other-graft", 8, clear=True)),
    ("SAF-03", {"safety": safe(sudden_pain_or_pop=True)}),
    ("SAF-03", {"safety": safe(large_bruise=True)}),
    ("SAF-04", {}),
    ("SAF-05", {}),
    ("SAF-06", {"safety": safe(fall_or_slip_with_pop=True), "born": "1994-01-01"}),
    ("SAF-06", {"safety": safe(sudden_pain_or_pop=True), "born": "1994-01-01"}),
    ("SAF-07", operated("acl-hamstring-graft", 60)),
    ("SAF-07", operated("acl-other-graft", 20)),
    ("SAF-08", operated("proximal-hamstring-repair", 60)),
    ("PAIN-01", {"complaints": [{"site": "knee", "nprs": 2}]}),
    ("PAIN-02", {"complaints": [{"site": "hamstring", "nprs": 2, "since": weeks_ago(40)}]}),
    ("REH-08", {"complaints": [{"site": "low-back", "nprs": 2}], "tests": [{"kind": "biering-sorensen", "value": 75}]}),
]


@pytest.mark.parametrize(("rule", "changes", "verdict"), FIRES)
def test_fires(rule: str, changes: dict[str, Any], verdict: Verdict) -> None:
    values = {name: value for name, value in changes.items() if value is not None}
    profile = person(**values)
    if changes.get("born", "") is None:
        profile = profile.model_copy(update={"born": None})
    fired = [gate for gate in gates(profile, TODAY).gates if gate.rule == rule]
    assert [gate.verdict for gate in fired] == [verdict]
    if verdict is STOP:
        assert fired[0].see and fired[0].within


@pytest.mark.parametrize(("rule", "changes"), SILENT)
def test_silent(rule: str, changes: dict[str, Any]) -> None:
    assert rule not in {gate.rule for gate in gates(person(**changes), TODAY).gates}


def test_nothing_wrong_goes() -> None:
    assert gates(person(), TODAY).verdict is GO


@pytest.mark.parametrize("question", sorted(BY_ID))
def test_a_question_not_asked_means_no_programme_yet(question: str) -> None:
    answers = {name: value for name, value in safe().items() if name != question}
    gated = gates(person(safety=answers), TODAY)
    assert gated.verdict is STOP
    assert question in gated.gates[0].says


def test_every_question_changes_something_when_yes_with_another() -> None:
    """No question is decoration: yes to it, with one companion sign, always stops."""
    for question in QUESTIONS:
        answers = safe(**{question.id: True, "sudden_pain_or_pop": True, "previous_clot": True, "fall_or_slip_with_pop": True})
        companions = safe(sudden_pain_or_pop=True, previous_clot=True, fall_or_slip_with_pop=True)
        born = "1970-01-01"
        if question.id in ("sudden-pain-or-pop", "previous-clot", "fall-or-slip-with-pop"):
            continue
        rules = {gate.says for gate in gates(person(safety=answers, born=born), TODAY).gates}
        assert rules != {gate.says for gate in gates(person(safety=companions, born=born), TODAY).gates}, question.id


def test_the_emergency_comes_first() -> None:
    fired = gates(person(safety=safe(saddle_numbness=True), **hurt()), TODAY).gates
    assert (fired[0].rule, fired[0].within) == ("SAF-01", "now")


@pytest.mark.parametrize(
    ("weeks", "clear", "curls", "nordics"),
    [(5, True, True, False), (9, True, True, False), (20, True, True, False), (20, False, False, False)],
)
def test_a_graft_opens_by_weeks(weeks: float, clear: bool, curls: bool, nordics: bool) -> None:
    limits = gates(person(**operated("acl-hamstring-graft", weeks, clear=clear)), TODAY).limits
    assert (Trait.CURL not in limits.forbids, Trait.NORDIC not in limits.forbids) == (curls, nordics)


def test_clearance_for_maximal_work_opens_nordics() -> None:
    limits = gates(person(**operated("acl-hamstring-graft", 20, clear=True, maximal=True)), TODAY).limits
    assert Trait.NORDIC not in limits.forbids


@pytest.mark.parametrize(
    ("now", "rule"),
    [
        (Today(nprs=2, kind="one-spot-sudden"), "PAIN-03"),
        (Today(nprs=4, kind="diffuse"), "PAIN-03"),
        (Today(nprs=6), "PAIN-01"),
        (Today(safety={"fever": True}), "SAF-06"),
    ],
)
def test_todays_answers_stop(now: Today, rule: str) -> None:
    gated = gates(person(), TODAY, now)
    assert (gated.verdict, gated.gates[0].rule) == (STOP, rule)


@pytest.mark.parametrize("now", [Today(nprs=3, kind="diffuse"), Today(nprs=2), Today()])
def test_mild_soreness_trains(now: Today) -> None:
    assert gates(person(), TODAY, now).verdict is GO


@pytest.mark.parametrize(
    ("pain", "light"),
    [
        (Pain(), None),
        (Pain(during=2), Light.GREEN),
        (Pain(during=3), Light.AMBER),
        (Pain(during=5, next_morning=2), Light.AMBER),
        (Pain(during=3, next_morning=3), Light.RED),
        (Pain(during=6), Light.RED),
        (Pain(during=1, after=7), Light.RED),
    ],
)
def test_traffic_light(pain: Pain, light: Light | None) -> None:
    assert GENERAL.light(pain) is light


@pytest.mark.parametrize(
    ("changes", "limit", "rule"),
    [
        ({}, 5, "PAIN-01"),
        (hurt(), 4, "PAIN-02"),
        (hurt(recurrence=True), 2, "PAIN-02"),
        (hurt(since=weeks_ago(0.5)), 2, "PAIN-02"),
        ({"conditions": [{"name": "proximal-hamstring-tendinopathy"}]}, 3, "REH-06"),
        ({"conditions": [{"name": "knee-osteoarthritis"}]}, 5, "REH-07"),
    ],
)
def test_pain_limits_follow_the_condition(changes: dict[str, Any], limit: float, rule: str) -> None:
    found = limits_for(person(**changes), TODAY)
    assert (found.amber_max, found.rule) == (limit, rule)


KNEES: dict[str, Any] = {"conditions": [{"name": "knee-osteoarthritis"}]}


@pytest.mark.parametrize(
    ("changes", "during", "morning", "light"),
    [
        ({}, 3, 2, Light.AMBER),
        ({}, 3, 3, Light.RED),
        ({"complaints": [{"site": "knee", "nprs": 3}]}, 3, 3, Light.AMBER),
        ({"complaints": [{"site": "knee", "nprs": 3}]}, 4, 4, Light.RED),
        ({"complaints": [{"site": "knee", "nprs": 4}], **KNEES}, 4, 4, Light.GREEN),
        ({"complaints": [{"site": "knee", "nprs": 4}], **KNEES}, 5, 4, Light.AMBER),
        ({"complaints": [{"site": "knee", "nprs": 4}], **KNEES}, 5, 5, Light.RED),
        ({"complaints": [{"site": "knee", "nprs": 4}], **KNEES}, 6, 1, Light.RED),
        (KNEES, 3, 2, Light.AMBER),
        ({**hurt(), **KNEES}, 5, 1, Light.RED),
    ],
)
def test_back_to_the_usual_pain_by_morning_is_settled(changes: dict[str, Any], during: float, morning: float, light: Light) -> None:
    """PAIN-01's baseline; a worn knee is green up to what it hurts anyway (REH-07), never with a strain beside it."""
    assert limits_for(person(**changes), TODAY).light(Pain(during=during, next_morning=morning)) is light


@pytest.mark.parametrize(
    ("changes", "condition", "holds"),
    [
        ({}, "low-back-pain", False),
        ({"conditions": [{"name": "low-back-pain"}]}, "low-back-pain", True),
        ({"conditions": [{"name": "proximal-hamstring-tendinopathy"}]}, "proximal-hamstring-tendinopathy", True),
        (
            {
                "conditions": [{"name": "proximal-hamstring-tendinopathy"}],
                "reached": [{"id": "tendon-stage-1-done", "on": "2026-11-01"}, {"id": "tendon-stage-2-done", "on": "2026-11-01"}],
            },
            "proximal-hamstring-tendinopathy",
            False,
        ),
        (operated("acl-hamstring-graft", 20), "acl-hamstring-graft", True),
        (operated("acl-hamstring-graft", 20, clear=True), "acl-hamstring-graft", False),
        (hurt(since=weeks_ago(0.5)), "acute-hamstring-strain", True),
        (hurt(), "acute-hamstring-strain", False),
        (hurt(nprs=5), "acute-hamstring-strain", True),
        ({"complaints": [{"site": "knee", "nprs": 3}]}, "kneeling-pain", True),
    ],
)
def test_conditions_that_pages_avoid(changes: dict[str, Any], condition: str, holds: bool) -> None:
    assert (condition in gates(person(**changes), TODAY).limits.conditions) is holds
