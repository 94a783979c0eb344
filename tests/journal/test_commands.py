"""The commands as a person runs them: what they print, write and answer to bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.journal.formats.logs import FITNOTES, STRONG, hevy
from tests.journal.samples import rehab_journal

from eccentric.cli import program
from eccentric.journal.formats.summary import ImportSummary
from eccentric.journal.store import read_journal, write_journal
from eccentric.terms.errors import BadInput


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hevy.csv").write_text(hevy(), encoding="utf-8")
    (tmp_path / "strong.csv").write_text(STRONG["1"], encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(program, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_import_writes_a_journal_and_a_second_time_nothing(folder: Path) -> None:
    assert "hevy (kg): 7 rows, 2 sessions, 6 sets." in run("import", "hevy.csv").output
    before = (folder / "journal.json").read_bytes()
    stamp = (folder / "journal.json").stat().st_mtime_ns
    assert "New in journal.json: sessions 0, sets 0." in run("import", "hevy.csv").output
    assert (folder / "journal.json").read_bytes() == before
    assert (folder / "journal.json").stat().st_mtime_ns == stamp


def test_two_apps_share_one_journal(folder: Path) -> None:
    run("import", "hevy.csv", "--journal", "all.json")
    assert "sets 4." in run("import", "strong.csv", "--journal", "all.json").output
    assert read_journal(folder / "all.json").set_count == 10


def test_the_summary_is_exactly_what_others_read(folder: Path) -> None:
    summary = json.loads(run("import", "strong.csv", "--json", "-").output)
    assert list(summary) == ["format", "dialect", "rows", "sessions", "sets", "skipped", "unmatched"]
    assert summary["skipped"] == [{"line": 6, "reason": "a rest timer, not a set"}]
    assert set(summary["unmatched"][0]) == {"name", "suggestion", "confidence"}
    assert summary["rows"] == summary["sets"] + len(summary["skipped"]) == 5
    ImportSummary.model_validate_json(json.dumps(summary))


def test_a_corrected_log_asks_before_it_changes_a_set(folder: Path) -> None:
    run("import", "strong.csv")
    (folder / "strong.csv").write_text(STRONG["1"].replace(",1,40.0,10,", ",1,42.5,10,"), encoding="utf-8")
    assert "Kept the journal's; --update takes the file's." in run("import", "strong.csv").output
    loads = [done.external_load_kg for done in read_journal(folder / "journal.json").sessions[0].entries[0].sets]
    assert 42.5 not in loads
    run("import", "strong.csv", "--update")
    journal = read_journal(folder / "journal.json")
    assert [done.external_load_kg for done in journal.sessions[0].entries[0].sets] == [20, 42.5, 40]
    assert journal.set_count == 4


def test_convert_from_app_to_app(folder: Path) -> None:
    (folder / "fit.csv").write_text(FITNOTES["android"], encoding="utf-8")
    assert "Wrote out.csv." in run("convert", "fit.csv", "out.csv").output
    assert json.loads(run("convert", "out.csv", "out.json", "--json", "-").output)["format"] == "hevy"
    assert read_journal(folder / "out.json").set_count == 4


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "fit", "ics", "fhir-r4", "fhir-r5"])
def test_export_writes_each_format(folder: Path, form: str) -> None:
    write_journal(folder / "j.json", rehab_journal(1))
    assert run("export", "j.json", "--format", form, "--out", "x").exit_code == 0
    assert (folder / "x").stat().st_size > 100


def test_export_of_a_day_and_of_the_next_workout(folder: Path) -> None:
    journal = rehab_journal(1)
    write_journal(folder / "j.json", journal.model_copy(update={"sessions": journal.sessions[:1]}))
    assert run("export", "j.json", "--format", "fit-workout", "--out", "w.fit").exit_code == 0
    run("export", "j.json", "--format", "json", "--day", "2025-03-03", "--out", "day.json")
    assert [session.day.isoformat() for session in read_journal(folder / "day.json").sessions] == ["2025-03-03"]


def test_progress_prints_and_draws(folder: Path) -> None:
    write_journal(folder / "j.json", rehab_journal())
    assert "13 of 16 planned sessions done" in run("progress", "j.json").output
    assert "Wrote page.svg." in run("progress", "j.json", "--svg", "page.svg", "--title", "Ana").output
    assert "Ana" in (folder / "page.svg").read_text()
    assert "Nothing is recorded yet." in run("progress", "j.json", "--until", "2020-01-01").output


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "none.csv"),
        ("import", "hevy.csv", "--journal", "hevy.csv"),
        ("convert", "hevy.csv", "out.docx"),
        ("convert", "hevy.csv", "no/such/folder/out.json"),
        ("export", "hevy.csv", "--format", "csv", "--out", "x"),
        ("progress", "."),
        ("import", "hevy.csv", "--journal", "hevy.csv", "--json", "-"),
        ("convert", "hevy.csv", "no/such/folder/out.csv", "--json", "-"),
        ("progress", "hevy.csv", "--json", "no/such/folder/x.json"),
        ("progress", "hevy.csv", "--until", "2020-01-01", "--json", "-"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    before = sorted(path.name for path in folder.iterdir())
    content = (folder / "hevy.csv").read_bytes()
    with pytest.raises(BadInput):
        run(*arguments)
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (folder / "hevy.csv").read_bytes() == content


@pytest.mark.parametrize("name", ["import", "convert", "export", "progress"])
def test_help_has_an_example(name: str) -> None:
    output = run(name, "--help").output
    assert f"eccentric {name} " in output.split("Example:")[1]


def test_two_imports_at_once_lose_nothing(folder: Path) -> None:
    command = [sys.executable, "-c", "from eccentric.cli import main; main()", "import"]
    running = [subprocess.Popen([*command, name], cwd=folder, stdout=subprocess.DEVNULL) for name in ("hevy.csv", "strong.csv")]
    assert [process.wait(60) for process in running] == [0, 0]
    assert read_journal(folder / "journal.json").set_count == 10


def test_a_summary_that_cannot_be_written_is_told(folder: Path) -> None:
    with pytest.raises(BadInput):
        run("import", "hevy.csv", "--json", "no/such/folder/x.json")
    assert not (folder / "journal.json").exists()
    run("import", "hevy.csv", "--json", "summary.json")
    assert json.loads((folder / "summary.json").read_text())["rows"] == 7
