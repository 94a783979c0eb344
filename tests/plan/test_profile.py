"""Profiles: strict, every problem at once, the same from TOML and JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from tests.plan.people import TODAY, person, safe

from eccentric.plan.questions import BY_ID
from eccentric.plan.read_profile import of_the_past, profile_from_file, profile_from_text, profile_from_values
from eccentric.terms.errors import BadInput

EXAMPLE = """
goal = "size"
experience = "intermediate"
born = 1994-05-02
sex = "female"
mass_kg = 68
height_m = 1.70
equipment = ["seated-leg-curl-machine", "barbell", "dumbbells", "band"]
refuses = ["good-morning"]
likes = ["romanian-deadlift"]
[[days]]
weekday = "mon"
minutes = 45
[[loads]]
exercise = "romanian-deadlift"
external_load_kg = 60
reps = 8
rir = 2
[[complaints]]
site = "hamstring"
side = "left"
nprs = 3
since = 2026-11-01
mechanism = "sprint"
[[surgeries]]
kind = "acl-hamstring-graft"
side = "right"
on = 2026-06-15
[safety]
new-bladder-or-bowel-change = false
"""


def test_the_example_reads() -> None:
    profile = profile_from_text(EXAMPLE)
    assert (profile.days[0].minutes, profile.born, profile.complaints[0].since) == (45, dt.date(1994, 5, 2), dt.date(2026, 11, 1))
    assert len(profile.unanswered()) == len(BY_ID) - 1


def test_json_says_the_same() -> None:
    profile = profile_from_text(EXAMPLE)
    assert profile_from_text(profile.model_dump_json(exclude_none=True), is_json=True) == profile


BAD: list[tuple[dict[str, Any], str]] = [
    ({"goal": "toned"}, "goal"),
    ({"muscle": 1}, "muscle"),
    ({"mass_kg": "68"}, "mass_kg"),
    ({"mass_kg": float("nan")}, "mass_kg"),
    ({"days": []}, "days"),
    ({"days": [{"weekday": "mon", "minutes": 30}, {"weekday": "mon", "minutes": 40}]}, "days"),
    ({"safety": {"saddle-numbness": "maybe"}}, "safety"),
    ({"safety": {"sadle-numbness": False}}, "safety"),
    ({"weekly_sets": [12, 8]}, "weekly_sets"),
    ({"complaints": [{"site": "hamstring", "nprs": 11}]}, "complaints.0.nprs"),
    ({"born": "yesterday"}, "born"),
    ({"steps": [{"equipment": "barbell"}]}, "steps"),
    ({"loads": [{"exercise": "x", "external_load_kg": True, "reps": 5}]}, "loads.0.external_load_kg"),
]


@pytest.mark.parametrize(("change", "where"), BAD)
def test_what_is_wrong_is_named(change: dict[str, Any], where: str) -> None:
    base = json.loads(person().model_dump_json(exclude_none=True))
    with pytest.raises(BadInput) as caught:
        profile_from_values({**base, **change})
    assert any(where in problem.where for problem in caught.value.problems)


def test_an_unknown_key_is_told_with_the_known_ones() -> None:
    base = json.loads(person().model_dump_json(exclude_none=True))
    with pytest.raises(BadInput) as caught:
        profile_from_values({**base, "sports": [], "conditions": [{"name": "low-back-pain", "on": "2026-01-01"}]})
    said = {problem.where: f"{problem.expected}, found {problem.found}" for problem in caught.value.problems}
    assert said["profile: sports"] == "the key 'sport', perhaps, found the unknown key 'sports'"
    assert said["profile: conditions.0.on"] == "one of the keys name, side, since, found the unknown key 'on'"


def test_all_problems_come_together() -> None:
    with pytest.raises(BadInput) as caught:
        profile_from_values({"goal": "toned", "days": [{"weekday": "someday", "minutes": 1}]})
    assert len(caught.value.problems) >= 4


def test_days_to_come_are_refused_together() -> None:
    tomorrow = "2026-11-24"
    days: dict[str, Any] = {
        "born": "2031-01-01",
        "loads": [{"exercise": "romanian-deadlift", "external_load_kg": 60, "reps": 8, "on": tomorrow}],
        "complaints": [{"site": "hamstring", "nprs": 2, "since": TODAY.isoformat()}, {"site": "knee", "nprs": 2, "since": tomorrow}],
        "conditions": [{"name": "low-back-pain", "since": tomorrow}],
        "surgeries": [{"kind": "acl-hamstring-graft", "on": tomorrow}],
        "clearances": [{"covers": "acl-hamstring-graft", "by": "Dr Okoro", "on": tomorrow}],
        "tests": [{"kind": "single-leg-bridge", "value": 20, "on": tomorrow}],
        "reached": [{"id": "acl-stage-1-done", "on": tomorrow}],
    }
    profile = person(**days)
    with pytest.raises(BadInput) as caught:
        of_the_past(profile, TODAY)
    found = {problem.where.removeprefix("profile: "): problem for problem in caught.value.problems}
    assert set(found) == {
        "born",
        "loads.0.on",
        "complaints.1.since",
        "conditions.0.since",
        "surgeries.0.on",
        "clearances.0.on",
        "tests.0.on",
        "reached.0.on",
    }
    assert (found["born"].expected, found["born"].found) == ("a day up to 2026-11-23", "'2031-01-01'")
    assert "ask your surgeon" in found["surgeries.0.on"].expected
    assert of_the_past(profile.model_copy(update={"born": None}), dt.date(2026, 11, 24)).surgeries == profile.surgeries


def test_a_day_to_come_is_told_with_what_else_is_wrong() -> None:
    with pytest.raises(BadInput) as caught:
        profile_from_text(EXAMPLE.replace('"size"', '"toned"'), today=dt.date(2026, 6, 14))
    found = {problem.where.removeprefix("profile: ") for problem in caught.value.problems}
    assert found == {"goal", "complaints.0.since", "surgeries.0.on"}


@pytest.mark.parametrize(
    ("name", "content"), [("p.toml", b"goal = "), ("p.json", b"{"), ("p.toml", b"\xff\xfe"), ("p.json", b"[" * 100_000)]
)
def test_unreadable_files_say_so(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInput):
        profile_from_file(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        profile_from_file(tmp_path / "nobody.toml")


def test_age_turns_on_the_birthday() -> None:
    profile = person(born="2000-03-01", safety=safe())
    assert (profile.age(dt.date(2026, 2, 28)), profile.age(dt.date(2026, 3, 1))) == (25, 26)
