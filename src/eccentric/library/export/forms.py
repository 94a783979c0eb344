"""Chooses how to write the library: as one text, or as files in a folder."""

from __future__ import annotations

from pathlib import Path

from eccentric.library.export.plain import library_json, page_markdown
from eccentric.library.export.site import write_site
from eccentric.library.interchange.free_exercise_db import write_free
from eccentric.library.interchange.wger import write_wger
from eccentric.library.read import Library
from eccentric.terms.errors import bad_input

_TEXTS = {"json": library_json, "free-exercise-db": write_free, "wger": write_wger}


def write_export(library: Library, form: str, folder: Path | None, language: str = "en") -> str | None:
    """The library as a text (json, free-exercise-db, wger), or None after writing ``folder`` (markdown, html)."""
    if form in _TEXTS:
        return _TEXTS[form](library)
    if folder is None:
        raise bad_input("folder", f"a folder for {form}", "nothing")
    if form == "html":
        write_site(library, folder, language)
    else:
        _write_markdown(library, folder, language)
    return None


def _write_markdown(library: Library, folder: Path, language: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for page in library.exercises.values():
            (folder / f"{page.id}.md").write_text(page_markdown(page, library, language), encoding="utf-8")
    except OSError as error:
        raise bad_input(str(folder), "a folder that can be written", error.strerror or str(error)) from None
