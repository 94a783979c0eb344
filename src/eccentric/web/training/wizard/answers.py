"""From the wizard's answers to a profile, and what each step reads from its form."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import QueryDict

from eccentric.plan.profile import WEEKDAYS, Profile
from eccentric.plan.questions import QUESTIONS
from eccentric.plan.read_profile import profile_from_values
from eccentric.terms.errors import bad_input
from eccentric.web.training.wizard.drawings import EQUIPMENT, REGIONS

Answers = dict[str, Any]
GROUPS: tuple[tuple[str, str], ...] = tuple(dict.fromkeys((question.group, question.rule) for question in QUESTIONS))
SINCE_DAYS = {"days": 3, "weeks": 21, "months": 75, "longer": 300}
TESTS = (("single-leg-bridge", "Single-leg bridges until you can't", "repetitions"),)


def read_goal(post: QueryDict) -> Answers:
    """What the person wants, and how used they are to strength training."""
    return {"goal": _needed(post, "goal", "what you want"), "experience": _needed(post, "experience", "how long you have trained")}


def read_equipment(post: QueryDict) -> Answers:
    """What there is to train with."""
    return {"equipment": [name for name in post.getlist("equipment") if name in EQUIPMENT]}


def read_days(post: QueryDict) -> Answers:
    """On which days, for how long, with which sport, and for how many weeks."""
    chosen = [day for day in WEEKDAYS if post.get(f"day-{day}")]
    if not chosen:
        raise bad_input("Your days", "at least one day", "none")
    days = [{"weekday": day, "minutes": int(_number(post, f"minutes-{day}") or 45)} for day in chosen]
    sport = [{"weekday": day, "kind": kind} for day in WEEKDAYS if (kind := post.get(f"sport-{day}", ""))]
    return {"days": days, "sport": sport, "weeks": int(_number(post, "weeks") or 8)}


def read_safety(post: QueryDict, group: str) -> Answers:
    """One screen of safety questions: every question of it is answered, with yes, no or unknown."""
    answers: dict[str, bool | str] = {}
    for question in QUESTIONS:
        if question.group == group:
            said = post.get(question.id, "")
            answers[question.id] = True if said == "yes" else "unknown" if said == "unknown" else False
    if post.get("none") and any(answers.values()):
        raise bad_input("None of these", "no box ticked", "a ticked one; take it back, or go on with the ticked ones")
    return {"answers": answers}


def read_pain(post: QueryDict) -> Answers:
    """Where it hurts, what a clinician found, and operations."""
    complaints: list[dict[str, Any]] = []
    for site in (*REGIONS, "other"):
        sides = [side for side in ("left", "right") if post.get(f"{site}-{side}")]
        about = {
            "site": site,
            "nprs": _number(post, f"{site}-nprs") or 0.0,
            "since": post.get(f"{site}-since", ""),
            "mechanism": post.get(f"{site}-mechanism", ""),
        }
        complaints += [{**about, "side": side} for side in (["both"] if len(sides) == 2 else sides)]
    surgery = {name: post.get(f"surgery-{name}", "") for name in ("kind", "side", "on")}
    if surgery["kind"] and not surgery["on"]:
        raise bad_input("Your operation", "its date", "none")
    return {"complaints": complaints, "conditions": post.getlist("conditions"), "surgery": surgery if surgery["kind"] else None}


def read_you(post: QueryDict) -> Answers:
    """Age, sex, mass, sets that the person knows, and the bridge test; all of it may stay empty."""
    loads = []
    for number in range(4):
        kilos, reps = _number(post, f"load-{number}"), _number(post, f"reps-{number}")
        if post.get(f"exercise-{number}") and kilos and reps:
            loads.append({"exercise": post[f"exercise-{number}"], "external_load_kg": kilos, "reps": int(reps), "rir": 2.0})
    tests = [
        {"kind": kind, "side": side, "value": value}
        for kind, _, _ in TESTS
        for side in ("left", "right")
        if (value := _number(post, f"{kind}-{side}")) is not None
    ]
    return {"born": post.get("born", ""), "sex": post.get("sex", ""), "mass_kg": _number(post, "mass_kg"), "loads": loads, "tests": tests}


def profile_of(kept: dict[str, Answers], today: dt.date) -> Profile:
    """The profile that the answers make; raises BadInput with every problem. Steps not answered stay unasked."""
    you, pain, days = kept.get("you", {}), kept.get("pain", {}), kept.get("days", {})
    values: dict[str, Any] = {**kept.get("goal", {}), **kept.get("equipment", {})}
    values |= {name: you[name] for name in ("born", "sex", "mass_kg", "loads", "tests") if you.get(name)}
    values |= {name: days[name] for name in ("days", "sport") if days.get(name)}
    values["complaints"] = [_complaint(each, today) for each in pain.get("complaints", [])]
    values["conditions"] = [{"name": name} for name in pain.get("conditions", [])]
    if pain.get("surgery"):
        values["surgeries"] = [{name: value for name, value in pain["surgery"].items() if value}]
    values["safety"] = {
        key: said for name, answers in kept.items() if name.startswith("safety-") for key, said in answers["answers"].items()
    }
    profile = profile_from_values(values, name="your answers", today=today)
    for change in kept.get("changes", {}).get("changes", []):
        from eccentric.plan.what_if import changed  # here: it brings the solver, which the server does not need to start

        profile = changed(profile, change)
    return profile


def _complaint(each: dict[str, Any], today: dt.date) -> dict[str, Any]:
    found = {name: value for name, value in each.items() if value != "" and name != "since"}
    days = SINCE_DAYS.get(each.get("since", ""))
    return found | ({"since": (today - dt.timedelta(days=days)).isoformat()} if days else {})


def _needed(post: QueryDict, name: str, what: str) -> str:
    if not post.get(name):
        raise bad_input(what.capitalize(), "one of the choices", "none")
    return str(post[name])


def _number(post: QueryDict, name: str) -> float | None:
    text = str(post.get(name, "")).strip().replace(",", ".")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise bad_input(name, "a number", text) from None
    if not 0 <= value < 10_000:
        raise bad_input(name, "a number from 0", text)
    return value
