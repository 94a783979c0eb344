"""What the commands print holds to the published schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from eccentric.plan.questions import BY_ID


def printed(*words: str) -> str:
    """Standard output of the installed command, which must end well."""
    program = str(Path(sys.executable).with_name("eccentric"))
    return subprocess.run([program, *words], check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120).stdout


def against_schema(root: Path, name: str, document: Any) -> list[str]:
    """What in a document breaks the published schema of this name."""
    schema = json.loads((root / "docs" / "reference" / "schemas" / f"{name}.schema.json").read_text())
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


@pytest.mark.slow
@pytest.mark.parametrize(("clip", "reps"), [("examples/lying-curl.mp4", 5), ("bench/clips/dev12_noperson.mp4", 0)])
def test_watch_prints_what_its_schema_says(root: Path, clip: str, reps: int) -> None:
    report = json.loads(printed("watch", str(root / clip), "--exercise", "lying-leg-curl", "--model", "lite", "--json", "-"))
    assert against_schema(root, "watch", report) == []
    assert report["source"]["name"] == Path(clip).name
    assert report["set"]["reps"] == sum(rep["complete"] for rep in report["reps"]) == reps
    assert bool(report["view"]["problems"]) >= (reps == 0), "nobody there is said, not only counted"


def test_search_prints_what_its_schema_says(root: Path) -> None:
    found = json.loads(printed("library", "search", "nordic", "--json", "-"))
    assert against_schema(root, "search", found) == []
    assert "nordic-curl" in json.dumps(found)


def test_muscles_prints_what_its_schema_says(root: Path) -> None:
    curves = json.loads(printed("muscles", "nordic-curl", "--json", "-"))
    assert against_schema(root, "muscles", curves) == []


STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-03-01 10:00:00,Legs,50m,Lying Leg Curl (Machine),1,40,10,0,0,,,8
2025-03-01 10:00:00,Legs,50m,Lying Leg Curl (Machine),2,40,ten,0,0,,,8
"""


def test_import_and_the_journal_hold_to_their_schemas(root: Path, tmp_path: Path) -> None:
    (tmp_path / "strong.csv").write_text(STRONG)
    summary = json.loads(printed("import", str(tmp_path / "strong.csv"), "--journal", str(tmp_path / "journal.json"), "--json", "-"))
    assert against_schema(root, "import", summary) == []
    journal = json.loads((tmp_path / "journal.json").read_text())
    assert against_schema(root, "journal", journal) == []
    assert len(journal["sessions"]) == 1
    overview = json.loads(printed("progress", str(tmp_path / "journal.json"), "--until", "2025-03-08", "--json", "-"))
    assert against_schema(root, "progress", overview) == []


def test_the_exported_library_holds_to_its_schema(root: Path, tmp_path: Path) -> None:
    printed("library", "export", "--format", "json", "--to", str(tmp_path / "library.json"))
    library = json.loads((tmp_path / "library.json").read_text())
    assert against_schema(root, "library", library) == []


def test_a_stopped_plan_and_its_profile_hold_to_their_schemas(root: Path, tmp_path: Path) -> None:
    profile = {"goal": "size", "experience": "novice", "days": [{"weekday": "mon", "minutes": 30}], "safety": {}}
    (tmp_path / "profile.json").write_text(json.dumps(profile))
    assert against_schema(root, "profile", profile) == []
    programme = json.loads(printed("plan", str(tmp_path / "profile.json"), "--start", "2027-01-04", "--weeks", "4", "--json", "-"))
    assert against_schema(root, "plan", programme) == []
    assert programme["schema"] == 1


@pytest.mark.slow
def test_a_whole_plan_holds_to_its_schema(root: Path, tmp_path: Path) -> None:
    profile = {
        "goal": "size",
        "experience": "intermediate",
        "born": "1994-05-02",
        "sex": "female",
        "equipment": ["seated-leg-curl-machine", "barbell", "dumbbells"],
        "days": [{"weekday": "mon", "minutes": 60}, {"weekday": "thu", "minutes": 60}],
        "safety": dict.fromkeys(BY_ID, False),
    }
    (tmp_path / "profile.json").write_text(json.dumps(profile))
    assert against_schema(root, "profile", profile) == []
    programme = json.loads(printed("plan", str(tmp_path / "profile.json"), "--start", "2027-01-04", "--weeks", "4", "--json", "-"))
    assert against_schema(root, "plan", programme) == []
    assert programme["verdict"] == "go"
    assert programme["weeks"]
    (tmp_path / "journal.json").write_text('{"format": "eccentric-journal", "version": 1}')
    session = json.loads(printed("next", str(tmp_path / "profile.json"), str(tmp_path / "journal.json"), "--json", "-"))
    assert against_schema(root, "next", session) == []
