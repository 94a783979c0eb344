from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.library.builders import exercise_table, library_of

from eccentric.library.read import Library
from eccentric.library.toml_out import toml_text
from eccentric.library.translate import check_translations, languages, translated, translated_library
from eccentric.terms.errors import BadInput


def library_with(tmp_path: Path, stem: str = "a", **texts: Any) -> Library:
    library = library_of(tmp_path, a=exercise_table(), b=exercise_table(name="Other", also_called=[]))
    folder = tmp_path / "translations" / "de"
    folder.mkdir(parents=True)
    (folder / f"{stem}.toml").write_text(toml_text({"status": "draft"} | texts), encoding="utf-8")
    return library


def problems(library: Library) -> list[str]:
    return [str(problem) for problem in check_translations(library)]


def test_given_texts_replace_the_english_ones_and_the_rest_stays(tmp_path: Path) -> None:
    library = library_with(
        tmp_path,
        name="Probebeuger",
        also_called=["eins", "zwei", "drei"],
        how={"steps": ["Beuge die Knie.", "Senke langsam."]},
        mistakes=[{"fault": "hips-lift", "fix": "Nimm Gewicht weg."}, {}],
        prescription={"rehab": {}},
    )
    page = translated(library.exercises["a"], "de", tmp_path)
    assert problems(library) == []
    assert (page.name, page.also_called, page.how.steps[0]) == ("Probebeuger", ["eins", "zwei", "drei"], "Beuge die Knie.")
    assert (page.mistakes[0].fix, page.mistakes[0].why) == ("Nimm Gewicht weg.", library.exercises["a"].mistakes[0].why)
    assert page.movement == library.exercises["a"].movement


def test_a_page_without_a_translation_stays_english(tmp_path: Path) -> None:
    library = library_with(tmp_path, name="Probebeuger")
    german = translated_library(library, "de")
    assert (german.exercises["a"].name, german.exercises["b"].name) == ("Probebeuger", "Other")


def test_an_unknown_language_names_those_there_are(tmp_path: Path) -> None:
    library = library_with(tmp_path)
    assert languages(tmp_path) == ["en", "de"]
    with pytest.raises(BadInput, match="expected one of en, de, found 'fr'"):
        translated(library.exercises["a"], "fr", tmp_path)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"sumary": "x"}, "de/a.toml: sumary: expected a key of the English page, perhaps 'summary', found the unknown key 'sumary'"),
        ({"how": {"steps": ["one"]}}, "de/a.toml: how.steps: expected 2 entries, as the English page has, found 1"),
        (
            {"mistakes": [{"fault": "momentum"}, {}]},
            "de/a.toml: mistakes.1.fault: expected 'hips-lift', as the English page has, found 'momentum'",
        ),
        ({"movement": {"lengthened_deg": 9}}, "de/a.toml: movement.lengthened_deg: expected 5.0, as the English page has, found 9"),
        ({"name": 3}, "de/a.toml: name: expected a text, found 3"),
        ({"status": "done"}, "de/a.toml: status: expected one of draft, reviewed, found 'done'"),
    ],
)
def test_what_no_longer_fits_is_named(tmp_path: Path, texts: dict[str, Any], expected: str) -> None:
    library = library_with(tmp_path, **texts)
    assert problems(library) == [expected]
    with pytest.raises(BadInput):
        translated(library.exercises["a"], "de", tmp_path)


def test_a_translation_of_no_page_is_named(tmp_path: Path) -> None:
    assert problems(library_with(tmp_path, stem="aa"))[0].startswith("de/aa.toml: expected the id of an exercise")
