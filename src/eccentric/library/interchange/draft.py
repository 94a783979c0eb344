"""A draft page from another database's row: what the row knows, and nothing that it does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from eccentric.library.toml_out import Value, toml_text

_TARGETS = {
    "hamstrings": "hamstrings",
    "glutes": "glutes",
    "lower back": "lower-back",
    "quadriceps": "quadriceps",
    "quads": "quadriceps",
    "calves": "calves",
    "adductors": "adductors",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A row on its way to becoming a page: its id, its table so far, and where it came from (a comment in the file)."""

    id: str
    table: dict[str, Value]
    origin: str
    left_out: tuple[str, ...] = field(default=())

    def toml(self) -> str:
        """The draft as a file; the checker then names everything that a page still needs."""
        notes = [f"# Draft from {self.origin}. Rewrite every sentence in your own words and add the evidence."]
        notes += [f"# Left out, because no page has a place for it: {what}" for what in self.left_out]
        return "\n".join(" ".join(note.split()) for note in notes) + "\n" + toml_text(self.table)


def slug(name: str) -> str:
    """An id from a name: lower case, without accents, words joined by hyphens (``exercise`` when nothing is left)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "exercise"


def target_of(muscles: Iterable[str]) -> str | None:
    """The first muscle that is one of our targets, in our spelling."""
    return next((_TARGETS[muscle.lower()] for muscle in muscles if muscle.lower() in _TARGETS), None)


def secondary_of(muscles: Iterable[str]) -> list[Value]:
    """The muscles that our pages have a word for, in our spelling, each once."""
    return list(dict.fromkeys(_TARGETS[muscle.lower()] for muscle in muscles if muscle.lower() in _TARGETS))


def sentences(text: str) -> list[str]:
    """A paragraph as its sentences."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])", text) if part.strip()]
