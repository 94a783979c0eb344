"""Pages in other languages: a file of texts laid over the English page, one for each language and exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library, model_from, read_toml, unknown_exercise
from eccentric.terms.errors import BadInput, Problem, bad_input

ENGLISH = "en"
STATUSES = ("draft", "reviewed")
TEXTS = {"name", "summary", "space", "note", "looks_like", "why", "fix", "cue", "until", "question", "answer", "we_say", "because", "claim"}
TEXT_LISTS = {"setup", "steps", "tips", "sides"}
ANY_LENGTH = {"also_called", "searched_as"}


def languages(folder: Path) -> list[str]:
    """The languages that a library folder has texts for, English first."""
    return [ENGLISH, *sorted(path.name for path in (folder / "translations").glob("*") if path.is_dir())]


def translated(page: Exercise, language: str, folder: Path) -> Exercise:
    """The page with its texts in ``language``; what the file leaves out stays English.

    Raises BadInput for a language that the folder does not have, and for a file that does not fit its page.
    """
    if language == ENGLISH:
        return page
    if language not in languages(folder):
        raise bad_input("language", f"one of {', '.join(languages(folder))}", repr(language))
    path = folder / "translations" / language / f"{page.id}.toml"
    if not path.is_file():
        return page
    texts = read_toml(path, f"{language}/{path.name}")
    problems = list(_stale(texts, page, f"{language}/{path.name}"))
    if problems:
        raise BadInput(problems)
    texts.pop("status", None)
    return model_from(_laid_over(_plain(page), texts), Exercise, page.id, f"{language}/{path.name}")


def check_translations(library: Library) -> list[Problem]:
    """Every problem of every translation: pages that do not exist, keys and entries that the page no longer has."""
    problems: list[Problem] = []
    for language in languages(library.folder)[1:]:
        for path in sorted((library.folder / "translations" / language).glob("*.toml")):
            page = library.exercises.get(path.stem)
            name = f"{language}/{path.name}"
            if page is None:
                problems += [
                    Problem(name, problem.expected, problem.found) for problem in unknown_exercise(path.stem, library.exercises).problems
                ]
                continue
            try:
                problems += _stale(read_toml(path, name), page, name)
            except BadInput as error:
                problems += error.problems
    return problems


def translated_library(library: Library, language: str) -> Library:
    """The whole library in ``language``; pages without a translation stay English. Raises BadInput with all problems."""
    pages: dict[str, Exercise] = {}
    problems: list[Problem] = []
    for page in library.exercises.values():
        try:
            pages[page.id] = translated(page, language, library.folder)
        except BadInput as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise BadInput(problems)
    return replace(library, exercises=pages)


def _plain(page: Exercise) -> dict[str, Any]:
    return page.model_dump(mode="json", exclude_none=True, exclude={"id"})


def _stale(texts: dict[str, Any], page: Exercise, name: str) -> Iterator[Problem]:
    """Where a translation no longer fits its page: unknown keys, lists of another length, anchors that moved."""
    status = texts.get("status")
    if status not in STATUSES:
        yield Problem(f"{name}: status", f"one of {', '.join(STATUSES)}", repr(status))
    yield from _unfit({key: value for key, value in texts.items() if key != "status"}, _plain(page), f"{name}: ")


def _unfit(given: dict[str, Any], english: dict[str, Any], where: str) -> Iterator[Problem]:
    for key, value in given.items():
        if key not in english:
            near = nearest(key, english)
            yield Problem(where + key, f"a key of the English page{f', perhaps {near!r}' if near else ''}", f"the unknown key {key!r}")
        elif isinstance(value, dict) and isinstance(english[key], dict):
            yield from _unfit(value, english[key], f"{where}{key}.")
        elif isinstance(value, list) and isinstance(english[key], list):
            yield from _unfit_list(key, value, english[key], where)
        elif key not in TEXTS and value != english[key]:
            yield Problem(where + key, f"{english[key]!r}, as the English page has", repr(value))
        elif key in TEXTS and not isinstance(value, str):
            yield Problem(where + key, "a text", repr(value))


def _unfit_list(key: str, given: list[Any], english: list[Any], where: str) -> Iterator[Problem]:
    if key in ANY_LENGTH:
        return
    if len(given) != len(english):
        yield Problem(where + key, f"{len(english)} entries, as the English page has", str(len(given)))
        return
    for number, (value, original) in enumerate(zip(given, english, strict=True), 1):
        if isinstance(value, dict) and isinstance(original, dict):
            yield from _unfit(value, original, f"{where}{key}.{number}.")
        elif key not in TEXT_LISTS and value != original:
            yield Problem(f"{where}{key}.{number}", f"{original!r}, as the English page has", repr(value))


def _laid_over(english: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    merged = dict(english)
    for key, value in given.items():
        original = merged[key]
        if isinstance(value, dict):
            merged[key] = _laid_over(original, value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            merged[key] = [_laid_over(old, new) for old, new in zip(original, value, strict=True)]
        else:
            merged[key] = value
    return merged
