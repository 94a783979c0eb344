"""The inverted index behind search: which page has which token, how heavily, and in which piece of text."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.library.units import KIND_WEIGHTS, units_of
from eccentric.library.words import tokens

_BAG_ONLY = {"instructions", "evidence"}
_PROSE = {"question", "mistake", "summary"}  # sentences: a rare word of theirs alone says less about a page than a rare name
_PROSE_WORTH = 0.5
_REPEAT_WEIGHT, _PRIOR = 0.04, 0.03


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """A piece of a page with its set of tokens and its total rarity."""

    kind: str
    shown: str
    weight: float
    tokens: frozenset[str]
    rarity: float


@dataclass(frozen=True, slots=True)
class Posting:
    """The pages that have a token: positions in ``Index.ids`` and the token's weight in each (both of shape (page,))."""

    pages: NDArray[np.int32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Everything that a query needs, built once for a library: ``units`` of each page heaviest first, ``spellings`` in order."""

    ids: tuple[str, ...]
    postings: dict[str, Posting]
    rarity: dict[str, float]
    units: tuple[tuple[IndexedUnit, ...], ...]
    spellings: tuple[str, ...]
    prior: tuple[float, ...]

    def beginning_with(self, start: str) -> tuple[str, ...]:
        """The tokens that begin with ``start``."""
        return self.spellings[bisect_left(self.spellings, start) : bisect_left(self.spellings, start + "\uffff")]


@lru_cache(maxsize=4)
def index_of(library: Library) -> Index:
    """The index of a library (kept while the library object lives in the cache)."""
    ids = tuple(library.exercises)
    pages = [_page_tokens(page) for page in library.exercises.values()]
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, (bag, _) in enumerate(pages):
        for token, weight in bag.items():
            found[token].append((position, weight))
    labels = {token for _, parts in pages for kind, _, words in parts if kind not in _PROSE for token in words}
    rarity = {
        token: math.log(1 + (len(ids) + 1) / (len(pairs) + 0.5)) * (1 if token in labels else _PROSE_WORTH)
        for token, pairs in found.items()
    }
    postings = {
        token: Posting(np.array([p for p, _ in pairs], dtype=np.int32), np.array([w for _, w in pairs], dtype=np.float32))
        for token, pairs in found.items()
    }
    units = tuple(tuple(sorted((_indexed(*unit, rarity) for unit in parts), key=lambda unit: -unit.weight)) for _, parts in pages)
    return Index(ids, postings, rarity, units, tuple(sorted(postings)), _prior(library))


def _prior(library: Library) -> tuple[float, ...]:
    """A whisper in favour of the pages that others point to, so that a bare 'hamstring' begins with the usual exercises."""
    pointed: dict[str, int] = defaultdict(int)
    for page in library.exercises.values():
        for neighbour in (*page.ladder.easier, *page.ladder.harder, *page.ladder.instead):
            pointed[neighbour] += 1
    return tuple(_PRIOR * math.log1p(pointed[exercise_id]) for exercise_id in library.exercises)


def _page_tokens(page: Exercise) -> tuple[dict[str, float], list[tuple[str, str, frozenset[str]]]]:
    """A page's bag (token to weight: its best piece, plus a little for each repeat) and its pieces."""
    best: dict[str, float] = {}
    repeats: dict[str, int] = defaultdict(int)
    parts: list[tuple[str, str, frozenset[str]]] = []
    for unit in units_of(page):
        words = tokens(unit.text)
        weight = KIND_WEIGHTS[unit.kind]
        for word in words:
            repeats[word] += 1
            if weight > best.get(word, 0.0):
                best[word] = weight
        if unit.kind not in _BAG_ONLY:
            parts.append((unit.kind, unit.shown, frozenset(words)))
    bag = {word: weight + _REPEAT_WEIGHT * math.log(repeats[word]) for word, weight in best.items()}
    return bag, parts


def _indexed(kind: str, shown: str, words: frozenset[str], rarity: dict[str, float]) -> IndexedUnit:
    return IndexedUnit(kind, shown, KIND_WEIGHTS[kind], words, sum(rarity[word] for word in words))
