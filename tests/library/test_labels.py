from __future__ import annotations

from typing import Any

import pytest

from eccentric.library.export.plain import page_markdown
from eccentric.library.labels import labels
from eccentric.library.read import PACKAGED, read_library, read_toml
from eccentric.library.translate import TEXT_LISTS, TEXTS, check_translations, translated, translated_library

FIRST_ELEVEN = (
    "lying-leg-curl", "seated-leg-curl", "standing-leg-curl", "standing-band-leg-curl", "prone-band-leg-curl", "assisted-prone-leg-curl",
    "standing-hamstring-curl", "nordic-curl", "romanian-deadlift", "glute-ham-raise", "back-extension-45",
)  # fmt: skip

SAME_IN_GERMAN = {"Isolation."}


def texts_of(value: Any, key: str = "") -> dict[str, str]:
    """Every text of a page by its path."""
    if isinstance(value, dict):
        return {f"{name}.{path}": text for name, part in value.items() for path, text in texts_of(part, name).items()}
    if isinstance(value, list):
        inner = "summary" if key in TEXT_LISTS else ""
        return {f"{at}.{path}": text for at, part in enumerate(value) for path, text in texts_of(part, inner).items()}
    return {"": value} if key in TEXTS and isinstance(value, str) else {}


@pytest.mark.parametrize("exercise_id", FIRST_ELEVEN)
def test_the_german_draft_of_the_first_eleven_is_complete(exercise_id: str) -> None:
    library = read_library()
    english = library.exercises[exercise_id]
    german = translated(english, "de", library.folder)
    before, after = (texts_of(page.model_dump(mode="json", exclude_none=True)) for page in (english, german))
    assert before.keys() == after.keys()
    assert {text for path, text in before.items() if after[path] == text} <= SAME_IN_GERMAN
    assert read_toml(PACKAGED / "translations" / "de" / f"{exercise_id}.toml")["status"] == "draft"


def test_the_packaged_translations_fit_their_pages() -> None:
    assert [str(problem) for problem in check_translations(read_library())] == []


def test_labels_of_other_languages_have_the_same_keys_as_english() -> None:
    english = read_toml(PACKAGED / "labels" / "en.toml")
    for path in (PACKAGED / "labels").glob("*.toml"):
        other = read_toml(path)
        assert other.keys() == english.keys(), path
        assert all(other[key].keys() == english[key].keys() for key in ("goal", "load")), path


def test_a_name_without_a_label_is_its_id_without_hyphens() -> None:
    assert labels().name("low-back-pain") == "low back pain"
    assert labels("de").name("low-back-pain") == "Schmerz im unteren Rücken"
    assert labels("xx").say == labels().say


def test_a_german_page_has_german_headings_and_says_that_it_is_a_draft() -> None:
    library = translated_library(read_library(), "de")
    text = page_markdown(library.exercises["nordic-curl"], library, "de")
    assert "## Häufige Fehler" in text
    assert "im Entwurf" in text
    assert "## Common mistakes" not in text
