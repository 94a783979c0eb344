"""The words around a page in each language: headings, badges and the names of things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from eccentric.library.read import PACKAGED, read_toml
from eccentric.terms.body import MUSCLE_NAMES

_FOLDER = PACKAGED / "labels"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language: ``say[key]`` for a phrase, ``name(id)`` for an id of the library."""

    language: str
    say: dict[str, str]
    goals: dict[str, str]
    loads: dict[str, str]
    names: dict[str, str]

    def name(self, thing: str) -> str:
        """The everyday name of an id: condition, fault, level, pattern, muscle or role; else the id without its hyphens."""
        return self.names.get(thing) or thing.replace("-", " ").replace("_", " ")


@lru_cache(maxsize=16)
def labels(language: str = ENGLISH) -> Labels:
    """The labels of a language; what it lacks, and every language without a file, reads in English."""
    tables = [read_toml(_FOLDER / f"{ENGLISH}.toml")]
    own = _FOLDER / f"{language}.toml"
    if language != ENGLISH and own.is_file():
        tables.append(read_toml(own))
    merged: dict[str, Any] = {}
    parts: dict[str, dict[str, str]] = {"goal": {}, "load": {}, "name": {muscle.value: name for muscle, name in MUSCLE_NAMES.items()}}
    for table in tables:
        for key, value in table.items():
            if isinstance(value, dict):
                parts[key].update(value)
            else:
                merged[key] = value
    return Labels(language, merged, parts["goal"], parts["load"], parts["name"])
