from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eccentric.library.interchange.draft import slug
from eccentric.library.interchange.free_exercise_db import FREE_FILE, write_free
from eccentric.library.interchange.importing import read_drafts, write_drafts
from eccentric.library.interchange.wger import WgerFile, plain_steps, write_wger
from eccentric.library.read import read_exercise, read_library
from eccentric.terms.errors import BadInput

FREE_ROW: dict[str, Any] = {
    "id": "Made_Up_Curl", "name": "Made Up Curl", "force": "pull", "level": "expert", "mechanic": "isolation", "equipment": "bands",
    "primaryMuscles": ["hamstrings"], "secondaryMuscles": ["calves", "biceps"], "instructions": ["Bend.", "Lower."],
    "category": "strength", "images": ["Made_Up_Curl/0.jpg"],
}  # fmt: skip
WGER_ROW: dict[str, Any] = {
    "id": 7, "uuid": "0b7d", "created": "2023-08-06T10:17:17+02:00", "category": {"id": 9, "name": "Legs"},
    "muscles": [{"id": 11, "name": "Biceps femoris", "name_en": "Hamstrings", "is_front": False, "image_url_main": "x"}],
    "muscles_secondary": [], "equipment": [{"id": 3, "name": "Dumbbell"}], "license": {"id": 2, "short_name": "CC-BY-SA 4"},
    "license_author": "someone", "images": [], "videos": [], "variations": 4,
    "translations": [
        {"id": 1, "name": "Ausgedacht", "description": "", "language": 1},
        {"id": 2, "name": "Made up curl", "description": "<p>Bend &amp; hold.</p><ul><li>Lower it.</li></ul>", "language": 2,
         "aliases": [{"id": 1, "alias": "invented curl"}], "notes": [{"id": 1, "comment": "Slowly."}]},
    ],
}  # fmt: skip


def saved(folder: Path, data: Any) -> Path:
    path = folder / "rows.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def test_our_pages_fit_free_exercise_db_and_come_back(tmp_path: Path) -> None:
    library = read_library()
    text = write_free(library)
    rows = FREE_FILE.validate_json(text)
    assert [row.name for row in rows] == [page.name for page in library.exercises.values()]
    nordic = next(row for row in rows if row.name == "Nordic curl")
    assert (nordic.primaryMuscles, nordic.level, nordic.mechanic, nordic.equipment) == (
        ["hamstrings"],
        "expert",
        "isolation",
        "body only",
    ) or (nordic.primaryMuscles == ["hamstrings"] and nordic.equipment == "body only")
    imported = read_drafts(saved(tmp_path, text))
    assert imported.format == "free-exercise-db"
    assert len(imported.drafts) == len(rows)


def test_our_pages_fit_wger_and_keep_their_uuids(tmp_path: Path) -> None:
    library = read_library()
    text = write_wger(library)
    file = WgerFile.model_validate_json(text)
    assert file.count == len(library.exercises)
    assert text == write_wger(library)
    assert len({row.uuid for row in file.results}) == file.count
    assert read_drafts(saved(tmp_path, text)).format == "wger"


def test_a_free_row_becomes_a_draft_of_what_it_knows(tmp_path: Path) -> None:
    (draft,) = read_drafts(saved(tmp_path, [FREE_ROW])).drafts
    assert draft.id == "made-up-curl"
    assert draft.table["classification"] == {
        "equipment": ["resistance-band"], "body_part": "legs", "target": "hamstrings", "secondary": ["calves"],
        "category": "strength", "mechanics": "isolation", "level": "advanced",
    }  # fmt: skip
    assert draft.table["movement"] == {"load": {"kind": "band"}}
    assert "Made_Up_Curl/0.jpg" in draft.toml().splitlines()[1]


def test_the_checker_complains_usefully_about_a_draft(tmp_path: Path) -> None:
    write_drafts(read_drafts(saved(tmp_path, [FREE_ROW])), tmp_path)
    with pytest.raises(BadInput) as error:
        read_exercise("made-up-curl", tmp_path)
    said = [str(problem) for problem in error.value.problems]
    assert "made-up-curl.toml: summary: expected this key, found nothing" in said
    assert "made-up-curl.toml: movement.driver: expected this key, found nothing" in said
    assert not any("how.steps" in line or "classification.level" in line for line in said)


@pytest.mark.parametrize("key", ["translations", "exercises"])
def test_a_wger_row_of_either_age_becomes_a_draft(tmp_path: Path, key: str) -> None:
    row = {name: value for name, value in WGER_ROW.items() if name != "translations"} | {key: WGER_ROW["translations"]}
    (draft,) = read_drafts(saved(tmp_path, {"count": 1, "next": None, "previous": None, "results": [row]})).drafts
    assert (draft.table["name"], draft.table["also_called"]) == ("Made up curl", ["invented curl"])
    assert draft.table["how"] == {"steps": ["Bend & hold.", "Lower it."], "tips": ["Slowly."]}
    assert "CC-BY-SA 4, by someone" in draft.toml().splitlines()[0]


def test_rows_that_do_not_fit_are_skipped_with_their_reason(tmp_path: Path) -> None:
    imported = read_drafts(saved(tmp_path, [FREE_ROW, FREE_ROW | {"level": "godlike"}, FREE_ROW]))
    assert len(imported.drafts) == 1
    assert [str(problem) for problem in imported.skipped] == [
        "rows.json: row 2: level: expected 'beginner', 'intermediate' or 'expert', found 'godlike'",
        "rows.json: row 3: expected a name that no earlier row has, found 'made-up-curl'",
    ]


@pytest.mark.parametrize(
    "data", ["", "nonsense", "[]", "{}", "[1, 2]", '{"results": 3}', '{"results": []}', "[" * 100_000, '"text"', "null"]
)
def test_a_file_of_another_kind_is_bad_input(tmp_path: Path, data: str) -> None:
    with pytest.raises(BadInput):
        read_drafts(saved(tmp_path, data))


def test_drafts_never_overwrite(tmp_path: Path) -> None:
    imported = read_drafts(saved(tmp_path, [FREE_ROW]))
    (path,) = write_drafts(imported, tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="drafts never overwrite"):
        write_drafts(imported, tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "expected"), [("Élan d'été", "elan-d-ete"), ("../../etc", "etc"), ("日本", "exercise"), ("  A--B ", "a-b")]
)
def test_a_name_becomes_a_harmless_id(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_one_paragraph_becomes_its_sentences() -> None:
    assert plain_steps("<p>Kneel down. Lower slowly! Push back.</p>") == ["Kneel down.", "Lower slowly!", "Push back."]
