"""The plan, next and simulate commands as their users run them."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.plan.people import person, safe

from eccentric.cli import program
from eccentric.journal.journal import Journal
from eccentric.journal.store import write_journal
from eccentric.plan.breach import Breach
from eccentric.plan.history import History
from eccentric.terms.errors import BadInput


def run(*words: object) -> Result:
    return CliRunner().invoke(program, [str(word) for word in words])


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "me.json"
    path.write_text(person().model_dump_json(exclude_none=True))
    return path


def test_plan_prints_a_week_with_reasons(profile: Path) -> None:
    result = run("plan", profile, "--start", "2026-11-23")
    assert result.exit_code == 0, result.output
    for word in ("You can train.", "Week 1", "Monday 23 November", "3 s", "HYP-02", "What changes"):
        assert word in result.output


def test_plan_json_is_only_json(profile: Path) -> None:
    result = run("plan", profile, "--start", "2026-11-23", "--weeks", 4, "--json", "-")
    assert json.loads(result.output)["status"] == "optimal"


def test_a_misspelt_exercise_is_named_with_the_nearest(tmp_path: Path, profile: Path) -> None:
    path = tmp_path / "typo.json"
    path.write_text(person(refuses=["nordic-curll"], likes=["zzz"]).model_dump_json(exclude_none=True))
    write_journal(tmp_path / "journal.json", Journal())
    every = [
        run("plan", path),
        run("next", path, tmp_path / "journal.json"),
        run("plan", profile, "--start", "2026-11-23", "--what-if", "refuses=+nordic-curll"),
    ]
    for result in every:
        assert isinstance(result.exception, BadInput)
        assert "refuses.0: expected the id of an exercise, perhaps 'nordic-curl', found 'nordic-curll'" in str(result.exception)
    assert "likes.0" in str(every[0].exception), "all at once"


def test_a_stop_exits_0(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    path.write_text(person(safety=safe(saddle_numbness=True)).model_dump_json(exclude_none=True))
    result = run("plan", path)
    assert result.exit_code == 0 and "SAF-01" in result.output and "emergency" in result.output


def test_files_are_written(profile: Path, tmp_path: Path) -> None:
    result = run("plan", profile, "--start", "2026-11-23", "--calendar", tmp_path / "me.ics", "--json", tmp_path / "me.plan.json")
    assert result.exit_code == 0
    assert (tmp_path / "me.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert json.loads((tmp_path / "me.plan.json").read_text())["schema"] == 1


@pytest.mark.parametrize(("command", "option"), [("plan", "--what-if"), ("next", "--programme"), ("simulate", "--people")])
def test_help_does_not_wait_for_the_solver(command: str, option: str) -> None:
    words = f"import sys; from eccentric.cli import program; program(['{command}', '--help'], standalone_mode=False)"
    asked = f"{words}; print('ortools' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True, timeout=60)
    assert option in done.stdout and done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("option", ["--json", "--calendar"])
def test_a_write_that_fails_leaves_the_old_file(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    old = tmp_path / "old"
    old.write_text("what was there")
    monkeypatch.setattr("eccentric.journal.store.os.fsync", full)
    assert isinstance(run("plan", profile, "--start", "2026-11-23", "--weeks", 4, option, old).exception, BadInput)
    assert old.read_text() == "what was there" and sorted(tmp_path.iterdir()) == [profile, old]


def test_what_was_left_out_is_told_by_reason(profile: Path) -> None:
    lines = run("plan", profile, "--start", "2026-11-23", "--explain").output.split("Left out")[1]
    assert lines.count("not strength work") == 1 and lines.count("needs nordic anchor:") == 1


def test_explain_and_what_if(profile: Path) -> None:
    result = run("plan", profile, "--start", "2026-11-23", "--explain", "--what-if", "equipment=+nordic-anchor")
    assert result.exit_code == 0
    assert "Wishes (optimal, gap 0)" in result.output and "What if equipment=+nordic-anchor" in result.output


@pytest.mark.parametrize("words", [("--weeks", 3), ("--what-if", "colour=blue")])
def test_bad_options_are_bad_input(profile: Path, words: tuple[object, ...]) -> None:
    assert isinstance(run("plan", profile, *words).exception, BadInput)


def test_a_day_to_come_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    path.write_text(person(surgeries=[{"kind": "acl-hamstring-graft", "on": "2026-11-24"}]).model_dump_json(exclude_none=True))
    found = run("plan", path, "--start", "2026-11-23").exception
    assert isinstance(found, BadInput) and "me.json: surgeries.0.on: expected a day up to 2026-11-23" in str(found)


def test_next_reads_a_journal(profile: Path, tmp_path: Path) -> None:
    csv = tmp_path / "strong.csv"
    csv.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        "2026-11-23 18:00:00,Legs,45m,Seated Leg Curl (Machine),1,40,10,0,0,,,8\n"
    )
    assert run("convert", csv, tmp_path / "journal.json").exit_code == 0
    result = run("next", profile, tmp_path / "journal.json", "--today", "2026-11-26", "--json", "-")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.output)
    assert (answer["verdict"], answer["session"]["date"]) == ("go", "2026-11-26")
    shown = run("next", profile, tmp_path / "journal.json", "--today", "2026-11-26")
    assert "Thursday 26 November" in shown.output


def test_next_keeps_a_saved_programme(profile: Path, tmp_path: Path) -> None:
    run("plan", profile, "--start", "2026-11-23", "--json", tmp_path / "plan.json")
    (tmp_path / "strong.csv").write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        "2026-11-23 18:00:00,Legs,45m,Seated Leg Curl (Machine),1,40,10,0,0,,,8\n"
    )
    run("convert", tmp_path / "strong.csv", tmp_path / "journal.json")
    result = run("next", profile, tmp_path / "journal.json", "--programme", tmp_path / "plan.json", "--today", "2026-11-26", "--json", "-")
    planned = json.loads((tmp_path / "plan.json").read_text())["weeks"][0]["sessions"][1]["items"]
    assert [item["exercise"] for item in json.loads(result.output)["session"]["items"]] == [item["exercise"] for item in planned]
    (tmp_path / "plan.json").write_text("{}")
    broken = run("next", profile, tmp_path / "journal.json", "--programme", tmp_path / "plan.json")
    assert isinstance(broken.exception, BadInput)


def test_simulate_reports_a_distribution() -> None:
    result = run("simulate", "--people", 6, "--weeks", 4, "--json", "-")
    report = json.loads(result.output)
    assert {arm["arm"] for arm in report["arms"]} == {"adapted", "printed", "linear"}
    assert all(len(arm["gain_percent"]) == 5 for arm in report["arms"])


@pytest.mark.parametrize("command", ["plan", "next"])
def test_a_programme_that_the_verifier_refuses_is_one_line(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    refused = Breach("HYP-08", "week 1", "two sessions\nwithin 48 hours")
    monkeypatch.setattr("eccentric.plan.make.breaches", lambda *_args, **_more: [refused])
    words: list[object] = [profile]
    if command == "next":
        words.append(tmp_path / "journal.json")
        monkeypatch.setattr("eccentric.journal.history.history_from_journal", lambda _path: History())
    result = run(command, *words)
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    assert result.output.count("\n") == 1 and "internal error" in result.output and "report" in result.output and "HYP-08" in result.output


def test_without_pango_one_line_says_what_to_install(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def find_spec(self, name: str, *_more: object) -> None:
            if name.split(".")[0] == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [each for each in sys.modules if each.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    result = run("plan", profile, "--start", "2026-11-23", "--pdf", tmp_path / "me.pdf")
    assert isinstance(result.exception, BadInput) and not (tmp_path / "me.pdf").exists()
    assert len(result.exception.problems) == 1 and "libpango" in str(result.exception) and "brew" in str(result.exception)
