"""Reads the exercise, evidence and rule files; every problem of every file comes out together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import ValidationError

from eccentric.library.complaints import nearest, problems_in
from eccentric.library.evidence import Rule, Source
from eccentric.library.exercise import Exercise, Strict
from eccentric.terms.errors import BadInput, Problem, bad_input

PACKAGED = Path(__file__).parent
Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Everything that a library folder holds, by id; ``folder`` is where it was read; equality is identity."""

    exercises: dict[str, Exercise]
    sources: dict[str, Source]
    rules: dict[str, Rule] = field(default_factory=dict)
    folder: Path = PACKAGED

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of this id; raises BadInput with the nearest known id otherwise."""
        if exercise_id not in self.exercises:
            raise unknown_exercise(
                exercise_id,
                self.exercises,
                {name: page.id for page in self.exercises.values() for name in (*page.also_called, *page.searched_as)},
            )
        return self.exercises[exercise_id]


def read_exercise(exercise_id: str, folder: Path | None = None) -> Exercise:
    """Read one exercise by its id (its file's stem), without reading the others.

    Raises BadInput for an unknown id, naming the nearest one, and with every problem of a file that is wrong.
    """
    path = (folder or PACKAGED) / "exercises" / f"{exercise_id}.toml"
    if Path(exercise_id).name != exercise_id or not path.is_file():
        raise unknown_exercise(exercise_id, (file.stem for file in path.parent.glob("*.toml")), _other_names(path.parent))
    return _stored(path, Exercise)


def read_library(folder: Path | None = None) -> Library:
    """Read every exercise, source and rule of a library folder (the packaged one by default).

    A folder has ``exercises/*.toml`` and may have ``evidence/*.toml`` and ``rules.toml``; what it lacks of sources and rules
    comes from the package. The same library is given back until one of its files changes. Raises BadInput with all problems of all files.
    """
    root = PACKAGED if folder is None else Path(folder)
    return _library(root, _state_of(root))


def _state_of(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, time of change and size of every file that a library is read from."""
    places = (root / "exercises", _own_or_packaged(root, "evidence"))
    files = [path for place in places if place.is_dir() for path in os.scandir(place) if path.name.endswith(".toml")]
    state = sorted((file.path, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    rules = _own_or_packaged(root, "rules.toml").stat()
    return (*state, ("rules.toml", rules.st_mtime_ns, rules.st_size))


@lru_cache(maxsize=4)
def _library(root: Path, _state: tuple[tuple[str, int, int], ...]) -> Library:
    if not (root / "exercises").is_dir():
        found = "no folder 'exercises'" if root.is_dir() else "no such folder"
        raise bad_input(str(root), "a library folder with exercises/*.toml in it", found)
    problems: list[Problem] = []
    exercises = _read_all(root / "exercises", Exercise, problems)
    sources = _read_all(_own_or_packaged(root, "evidence"), Source, problems)
    rules = _read_rules(_own_or_packaged(root, "rules.toml"), problems)
    if problems:
        raise BadInput(problems)
    return Library(exercises, sources, rules, root)


def unknown_exercise(exercise_id: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> BadInput:
    """The error for an exercise id that no file has: suggests the one also called so (``called``: other name to id), else the nearest."""
    written = exercise_id.strip().lower().replace("-", " ")
    names = {name.lower(): each for name, each in (called or {}).items()}
    near = names.get(written) or nearest(exercise_id, sorted(known))
    expected = f"the id of an exercise, perhaps {near!r}" if near else "the id of an exercise (see: eccentric library list)"
    return bad_input("exercise", expected, repr(exercise_id))


def _other_names(folder: Path) -> dict[str, str]:
    """What the readable files of a folder are also called: other name to id."""
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        with suppress(BadInput):
            table = read_toml(path)
            for listed in (table.get("also_called"), table.get("searched_as")):
                names |= {name: path.stem for name in listed if isinstance(name, str)} if isinstance(listed, list) else {}
    return names


def read_toml(path: Path, name: str | None = None) -> dict[str, Any]:
    """The table in a TOML file; raises BadInput, naming the file and line, when it cannot be read.

    Read by tomli, which is compiled where the standard library's parser is not: a long page takes a third of the time.
    """
    name = name or path.name
    try:
        return tomli.loads(path.read_text(encoding="utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise bad_input(name, "valid TOML", str(error)) from None
    except UnicodeDecodeError as error:
        raise bad_input(name, "UTF-8 text", f"the byte {error.object[error.start]:#04x} at position {error.start}") from None
    except OSError as error:
        raise bad_input(name, "a readable file", error.strerror or str(error)) from None


def model_from(table: dict[str, Any], model: type[Model], stem: str, name: str) -> Model:
    """Validate a file's table as ``model``; the id is the file's stem. Raises BadInput with every problem of the file."""
    if "id" in table:
        raise bad_input(f"{name}: id", f"no such key (the id is the file's name: {stem})", repr(table["id"]))
    try:
        return model.model_validate({**table, "id": stem})
    except ValidationError as error:
        raise BadInput(problems_in(error, name, model)) from None


def _read_all(folder: Path, model: type[Model], problems: list[Problem]) -> dict[str, Model]:
    read: dict[str, Model] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            read[path.stem] = _stored(path, model)
        except BadInput as error:
            problems.extend(error.problems)
    return read


def _read_rules(path: Path, problems: list[Problem]) -> dict[str, Rule]:
    try:
        table = read_toml(path)
        rules = {key: Rule.model_validate({**value, "id": key}) for key, value in table.items()}
    except BadInput as error:
        problems.extend(error.problems)
        return {}
    except ValidationError as error:
        problems.extend(problems_in(error, path.name, Rule))
        return {}
    return rules


def _own_or_packaged(root: Path, name: str) -> Path:
    own = root / name
    return own if own.exists() else PACKAGED / name


def _stored(path: Path, model: type[Model]) -> Model:
    """Read a file, or give back what was read before while its size and time of change stay the same."""
    try:
        status = path.stat()
    except OSError as error:
        raise bad_input(path.name, "a readable file", error.strerror or str(error)) from None
    found: Model = _read_file(path, model, status.st_mtime_ns, status.st_size)  # type: ignore[assignment]
    return found


@lru_cache(maxsize=8192)
def _read_file(path: Path, model: type[Strict], _changed_ns: int, _size: int) -> Strict:
    return model_from(read_toml(path), model, path.stem, path.name)
