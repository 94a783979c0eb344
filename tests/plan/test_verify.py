"""The verifier finds what is broken in a finished programme, and never meets the solver."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests.plan.people import TODAY, person, safe

from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, PlannedSession, Programme, Week
from eccentric.plan.verify import breaches

EXERCISES = read_library().exercises
KNOWN = [
    {"exercise": "romanian-deadlift", "external_load_kg": 60, "reps": 8, "rir": 2},
    {"exercise": "seated-leg-curl", "external_load_kg": 40, "reps": 10, "rir": 2},
]


@cache
def sound() -> tuple[Profile, Programme]:
    profile = person(loads=KNOWN, likes=["romanian-deadlift", "seated-leg-curl"])
    return profile, plan(profile, EXERCISES, start=TODAY, weeks=8)


def with_week(change: Callable[[Week], Week], index: int = 2) -> Programme:
    _, programme = sound()
    weeks = tuple(change(week) if week.index == index else week for week in programme.weeks)
    return programme.model_copy(update={"weeks": weeks})


def with_session(change: Callable[[PlannedSession], PlannedSession], index: int = 2) -> Programme:
    return with_week(lambda week: week.model_copy(update={"sessions": (change(week.sessions[0]), *week.sessions[1:])}), index)


def with_item(index: int = 2, **changes: Any) -> Programme:
    def change(session: PlannedSession) -> PlannedSession:
        first: Item = session.items[0]
        return session.model_copy(update={"items": (first.model_copy(update=changes), *session.items[1:])})

    return with_session(change, index)


def moved(days: int) -> Programme:
    return with_session(lambda session: session.model_copy(update={"date": session.date + dt.timedelta(days=days)}))


def rules(programme: Programme, profile: Profile | None = None) -> set[str]:
    return {breach.rule for breach in breaches(programme, profile or sound()[0], EXERCISES, start=TODAY)}


def test_a_sound_programme_has_no_breach() -> None:
    assert rules(sound()[1]) == set()


BROKEN: list[tuple[str, Callable[[], Programme]]] = [
    ("library", lambda: with_item(exercise="unheard-of")),
    ("equipment", lambda: with_item(exercise="nordic-curl")),
    ("HYP-08", lambda: with_item(sets=25)),
    ("HYP-03", lambda: with_item(sets=9)),
    ("HYP-04", lambda: with_item(rir=0.0)),
    ("HYP-05", lambda: with_item(sets=0)),
    ("HYP-05", lambda: with_item(reps=(12, 8))),
    ("HYP-06", lambda: with_item(tempo="8-2-2-1")),
    ("HYP-07", lambda: with_item(rest_s=20)),
    ("explain", lambda: with_item(why=())),
    ("days", lambda: moved(1)),
    ("weeks", lambda: moved(-7)),
    ("HYP-08", lambda: moved(3 - 1)),
    ("HYP-02", lambda: with_week(lambda week: week.model_copy(update={"sessions": ()}))),
    ("LOAD-06", lambda: with_week(lambda week: week.model_copy(update={"sessions": sound()[1].weeks[2].sessions}), 6)),
    ("weeks", lambda: with_week(lambda week: week.model_copy(update={"index": 7}))),
]


@pytest.mark.parametrize(("rule", "programme"), BROKEN, ids=[f"{number}-{rule}" for number, (rule, _) in enumerate(BROKEN)])
def test_what_is_broken_is_found(rule: str, programme: Callable[[], Programme]) -> None:
    assert rule in rules(programme())


def test_a_load_that_jumps_is_found() -> None:
    profile, programme = sound()
    name = next(item.exercise for session in programme.weeks[0].sessions for item in session.items if item.external_load_kg)

    def heavier(week: Week) -> Week:
        sessions = []
        for session in week.sessions:
            items = [item.model_copy(update={"external_load_kg": 95.0}) if item.exercise == name else item for item in session.items]
            sessions.append(session.model_copy(update={"items": tuple(items)}))
        return week.model_copy(update={"sessions": tuple(sessions)})

    assert "LOAD-04" in rules(with_week(heavier), profile)


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("refuses", {"refuses": ["seated-leg-curl", "romanian-deadlift"]}),
        ("SAF", {"complaints": [{"site": "low-back", "nprs": 4}]}),
        ("SAF", {"safety": safe(fever=True)}),
        ("HYP-03", {"experience": "novice"}),
        ("HYP-08", {"days": [{"weekday": "mon", "minutes": 15}, {"weekday": "thu", "minutes": 15}]}),
    ],
)
def test_another_persons_programme_is_not_yours(rule: str, changes: dict[str, Any]) -> None:
    assert rule in rules(sound()[1], person(**{"loads": KNOWN, **changes}))


def test_the_verifier_never_imports_the_solver() -> None:
    solver = "m.startswith('ortools') or m.endswith(('plan.solve', 'plan.desk'))"
    code = f"import eccentric.plan.verify, sys; print([m for m in sys.modules if {solver}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
