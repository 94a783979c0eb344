"""Names of exercises in other apps, mapped to ours with a confidence; a name without a good match keeps its own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tomli
from rapidfuzz import fuzz, process

from eccentric import library
from eccentric.journal.formats.summary import Unmatched

EXERCISES = Path(str(library.__file__)).parent / "exercises"

ACCEPT = 0.9
SUGGEST = 0.7
CANDIDATES = 15
_OTHER_EQUIPMENT = 0.95
_WRONG_EQUIPMENT = 0.85
_OPPOSED = 0.55
# Words of which an exercise has one or the other: a name with one of a row is not an exercise with another of the row.
_OPPOSITES: tuple[tuple[frozenset[str], ...], ...] = tuple(
    tuple(frozenset(words.split()) for words in row)
    for row in (
        ("seated sitting", "lying prone", "standing", "supine", "kneeling"),
        ("leg legs ham hams hamstring hamstrings", "bicep biceps triceps wrist arm preacher hammer chest lateral shoulder back calf"),
        ("curl", "extension", "press", "raise", "row", "squat", "deadlift"),
        ("single one unilateral", "double two bilateral"),
    )
)
# Words that say with what or how, not which movement; sharing only these makes no suggestion.
_VAGUE = frozenset(("machine", "cable", "barbell", "dumbbell", "kettlebell", "band", "smith", "weighted", "assisted", "the", "with", "on"))
_VAGUE |= {"seated", "lying", "standing", "prone", "single", "one", "leg", "arm", "russian", "reverse", "exercise"}
# Words of the upper body: a name that has one is none of ours, however alike the rest of it reads.
_ELSEWHERE = frozenset(("bicep", "biceps", "tricep", "triceps", "wrist", "forearm", "preacher", "hammer", "chest", "pec", "lateral"))
_ELSEWHERE |= frozenset(("shoulder", "shoulders", "delt", "lat", "lats", "pulldown", "pushdown", "row", "rows", "overhead", "fly", "flye"))
_ELSEWHERE |= frozenset(("skull", "crusher", "shrug"))
# What a name can say that it is done with, and how an exercise file says the same.
_TOOLS = {"bodyweight": "", "barbell": "barbell", "dumbbell": "dumbbell", "kettlebell": "kettlebell", "band": "resistance-band"}
_TOOLS |= {"cable": "cable", "machine": "machine", "smith": "smith"}
_LOADS = tuple(tool for tool in _TOOLS.values() if tool)
_BRACKETS = re.compile(r"\(([^)]*)\)")
_TABLE = re.compile(r"^\[", re.MULTILINE)
_EQUIPMENT = re.compile(r"^equipment = \[([^\]]*)\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Match:
    """Our nearest exercise: ``exercise`` is its id when sure enough to use, ``suggestion`` when only worth a look."""

    exercise: str | None
    suggestion: str | None
    confidence: float


def plain(name: str) -> str:
    """Lower-case words of a name, without accents, brackets and punctuation."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=8192)
def _groups(text: str) -> tuple[frozenset[int], ...]:
    words = _words(text)
    return tuple(frozenset(i for i, group in enumerate(row) if group & words) for row in _OPPOSITES)


def opposed(one: str, other: str) -> bool:
    """True when two plain names say opposite things, such as seated and lying."""
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(_groups(one), _groups(other), strict=True))


@lru_cache(maxsize=1)
def library_names() -> dict[str, tuple[str, ...]]:
    """Exercise id to all its names. Reads only the top of each file: an import has no time for the whole library."""
    names: dict[str, tuple[str, ...]] = {}
    for path in sorted(EXERCISES.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        table = _TABLE.search(text)
        try:
            top = tomli.loads(text[: table.start()] if table else text)
        except tomli.TOMLDecodeError:
            continue
        also = [*top.get("also_called", []), *top.get("searched_as", [])]
        names[path.stem] = (str(top.get("name", path.stem)), *(str(other) for other in also))
    return names


@lru_cache(maxsize=1)
def library_loads() -> dict[str, tuple[str, ...]]:
    """Exercise id to the bars, bands, cables and machines that its file lists; empty where it lists none."""
    loads: dict[str, tuple[str, ...]] = {}
    for path in sorted(EXERCISES.glob("*.toml")):
        found = _EQUIPMENT.search(path.read_text(encoding="utf-8"))
        listed = found.group(1) if found else ""
        loads[path.stem] = tuple(load for load in _LOADS if load in listed)
    return loads


class Names:
    """Matches names against the library, remembers them, and gives the list of those to review."""

    def __init__(self, ours: Mapping[str, Sequence[str]] | None = None, loads: Mapping[str, Sequence[str]] | None = None) -> None:
        known = library_names() if ours is None else ours
        self._loads = loads if loads is not None else library_loads() if ours is None else {}
        self._ours: dict[str, str] = {}
        for exercise, names in known.items():
            for name in (exercise, *names):
                self._ours.setdefault(plain(name), exercise)
        self._texts = list(self._ours)
        self._seen: dict[str, Match] = {}

    def match(self, name: str) -> Match:
        """The nearest exercise of ours to a name, e.g. ``Seated Leg Curl (Machine)``."""
        if name not in self._seen:
            self._seen[name] = self._find(name)
        return self._seen[name]

    def _find(self, name: str) -> Match:
        whole, bare = plain(name), plain(_BRACKETS.sub(" ", name))
        best, found = 0.0, ""
        for text, weight in {whole: 1.0, bare: 1.0 if bare == whole else _OTHER_EQUIPMENT}.items():
            for ours, score, _ in process.extract(text, self._texts, scorer=fuzz.token_sort_ratio, processor=None, limit=CANDIDATES):
                likeness = min(score / 100 * weight, self._at_most(name, whole, ours))
                if likeness > best:
                    best, found = likeness, ours
        exercise, confidence = self._ours.get(found), round(best, 2)
        if confidence >= ACCEPT:
            return Match(exercise, exercise, confidence)
        shared = (_words(whole) - _VAGUE) & _words(found)
        return Match(None, exercise if confidence >= SUGGEST and shared else None, confidence)

    def _at_most(self, name: str, whole: str, ours: str) -> float:
        """How sure a match may be at most: not at all across opposites, and only a suggestion where the brackets name another tool."""
        if opposed(whole, ours) or _words(whole) & _ELSEWHERE:
            return _OPPOSED
        said = {_TOOLS[word] for part in _BRACKETS.findall(name) for word in plain(part).split() if word in _TOOLS}
        listed = self._loads.get(self._ours[ours], ())
        return _WRONG_EQUIPMENT if said and listed and not said & set(listed) else 1.0

    def unmatched(self) -> tuple[Unmatched, ...]:
        """The names seen that are not ours, most promising first, for the person to review."""
        open_names = [(name, match) for name, match in self._seen.items() if match.exercise is None]
        ordered = sorted(open_names, key=lambda pair: (-pair[1].confidence, pair[0]))
        return tuple(Unmatched(name=name, suggestion=match.suggestion, confidence=match.confidence) for name, match in ordered)
