from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.library.builders import exercise_table, source_table, write_folder

from eccentric.cli.library import command
from eccentric.library.search import SearchResult
from eccentric.terms.errors import BadInput


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def failure(result: Result) -> list[str]:
    assert isinstance(result.exception, BadInput)
    return [str(problem) for problem in result.exception.problems]


def test_the_packaged_library_is_sound() -> None:
    result = run("check")
    assert result.exit_code == 0, failure(result)
    assert "no problems" in result.output


def test_check_names_every_problem_of_a_folder(tmp_path: Path) -> None:
    table = exercise_table(faq=[])
    table["mistakes"] = table["mistakes"][:1]
    write_folder(tmp_path, {"a": table}, {"maker-2020": source_table(), "lonely-1999": source_table()})
    assert failure(run("check", str(tmp_path))) == [
        "evidence/lonely-1999.toml: expected a claim on some page that cites it, found none",
        "a.toml: mistakes: expected at least three, found 1",
        "a.toml: faq: expected at least 4 questions, found 0",
    ]


def test_show_prints_safety_before_the_steps_and_both_kinds_of_badge() -> None:
    text = run("show", "lying-leg-curl").output
    assert text.index("Not now if") < text.index("Do it") < text.index("Common mistakes") < text.index("Evidence")
    assert "the camera checks this" in text
    assert "check yourself" in text


def test_show_of_a_wrong_id_suggests_the_right_one() -> None:
    assert failure(run("show", "nordic-crul")) == ["exercise: expected the id of an exercise, perhaps 'nordic-curl', found 'nordic-crul'"]


def test_search_prints_the_agreed_json() -> None:
    data = json.loads(run("search", "hamstrng", "curl", "--facet", "equipment=none", "--json", "-").output)
    assert set(data) == {"results", "facets"}
    assert set(data["results"][0]) == {"id", "name", "score", "why"}
    assert SearchResult.model_validate(data).facets["equipment"]["none"] > 0


def test_a_facet_needs_a_value() -> None:
    assert failure(run("search", "curl", "--facet", "equipment")) == [
        "--facet: expected key=value such as equipment=barbell, found 'equipment'"
    ]


def test_graph_draws_text_and_svg(tmp_path: Path) -> None:
    assert "Nordic curl" in run("graph").output
    run("graph", "--svg", str(tmp_path / "ladder.svg"))
    assert (tmp_path / "ladder.svg").read_text(encoding="utf-8").startswith("<svg")


def test_draw_writes_three_pictures(tmp_path: Path) -> None:
    assert run("draw", "nordic-curl", "--to", str(tmp_path)).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nordic-curl-end.svg", "nordic-curl-muscles.svg", "nordic-curl-start.svg"]


@pytest.mark.parametrize("form", ["json", "free-exercise-db", "wger"])
def test_export_prints_json(form: str) -> None:
    assert json.loads(run("export", "--format", form).output)


def test_export_of_pages_needs_a_folder(tmp_path: Path) -> None:
    assert failure(run("export", "--format", "html")) == ["--to: expected a folder for html, found nothing"]
    assert run("export", "--format", "markdown", "--to", str(tmp_path / "pages")).exit_code == 0
    assert (tmp_path / "pages" / "nordic-curl.md").is_file()


def test_import_says_what_each_draft_still_needs(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_text(run("export", "--format", "free-exercise-db").output, encoding="utf-8")
    result = run("import", str(tmp_path / "rows.json"), "--to", str(tmp_path / "drafts"))
    assert "nordic-curl.toml: still needs summary, classification.pattern" in result.output
    assert "rows skipped" in result.output.splitlines()[-1]


def test_list_has_a_line_for_each_exercise() -> None:
    assert any(line.startswith("nordic-curl ") for line in run("list").output.splitlines())


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_help_has_an_example(name: str) -> None:
    assert f"eccentric library {name}" in run(name, "--help").output
