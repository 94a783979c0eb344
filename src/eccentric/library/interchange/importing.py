"""Reads a file of another exercise database, whichever it is, and makes drafts of its rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from eccentric.library.complaints import problems_in
from eccentric.library.interchange.draft import Draft
from eccentric.library.interchange.free_exercise_db import FreeExercise, draft_of_free
from eccentric.library.interchange.wger import WgerExercise, draft_of_wger, is_wger
from eccentric.terms.errors import BadInput, Problem, bad_input

Row = TypeVar("Row", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Imported:
    """The drafts of a file, and the rows that could not become one, each with its reason."""

    format: str
    drafts: tuple[Draft, ...]
    skipped: tuple[Problem, ...]


def read_drafts(path: Path) -> Imported:
    """Drafts of every row of a free-exercise-db or wger JSON file.

    A row that does not fit its format is skipped with its reason; raises BadInput when the file is not JSON, is neither format, or has
    no usable row.
    """
    data = _json(path)
    if is_wger(data):
        rows = data.get("results", [data])
        return _imported(path.name, "wger", rows, WgerExercise, draft_of_wger)
    if isinstance(data, dict) and "primaryMuscles" in data:
        data = [data]
    if isinstance(data, list) and any(isinstance(row, dict) and "primaryMuscles" in row for row in data):
        return _imported(path.name, "free-exercise-db", data, FreeExercise, draft_of_free)
    raise bad_input(path.name, "exercises as free-exercise-db or wger write them (JSON)", _shape(data))


def write_drafts(imported: Imported, folder: Path) -> list[Path]:
    """Write the drafts into ``folder/exercises``; raises BadInput, and writes nothing, when one of the files is there already."""
    target = folder / "exercises"
    paths = {target / f"{draft.id}.toml": draft for draft in imported.drafts}
    there = [path for path in paths if path.exists()]
    if there:
        raise BadInput(Problem(str(path), "no such file yet (drafts never overwrite)", "a file") for path in there)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for path, draft in paths.items():
            path.write_text(draft.toml(), encoding="utf-8")
    except OSError as error:
        raise bad_input(str(target), "a folder that can be written", error.strerror or str(error)) from None
    return list(paths)


def _imported(name: str, kind: str, rows: Any, model: type[Row], draft_of: Any) -> Imported:
    if not isinstance(rows, list):
        raise bad_input(f"{name}: results", "a list of exercises", type(rows).__name__)
    drafts: dict[str, Draft] = {}
    skipped: list[Problem] = []
    for number, row in enumerate(rows, 1):
        where = f"{name}: row {number}"
        try:
            draft: Draft | None = draft_of(model.model_validate(row))
        except ValidationError as error:
            skipped += problems_in(error, where, model)
            continue
        if draft is None:
            skipped.append(Problem(where, "a text in some language", "none"))
        elif draft.id in drafts:
            skipped.append(Problem(where, "a name that no earlier row has", repr(draft.id)))
        else:
            drafts[draft.id] = draft
    if not drafts:
        raise BadInput(skipped or [Problem(name, "at least one exercise", "none")])
    return Imported(kind, tuple(drafts.values()), tuple(skipped))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise bad_input(path.name, "JSON", str(error)) from None
    except RecursionError:
        raise bad_input(path.name, "JSON of a sensible depth", "brackets within brackets without end") from None
    except OSError as error:
        raise bad_input(path.name, "a readable file", error.strerror or str(error)) from None


def _shape(data: Any) -> str:
    if isinstance(data, dict):
        return f"an object with the keys {', '.join(map(str, list(data)[:6])) or '(none)'}"
    return f"a list of {len(data)} entries of another kind" if isinstance(data, list) else type(data).__name__
