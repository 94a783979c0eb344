"""Search over the library: names, aliases, muscles, equipment, goals, mistakes and questions, forgiving of spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from eccentric.library.facets import Mask, facet_counts, facet_masks
from eccentric.library.index import Index, IndexedUnit, index_of
from eccentric.library.read import Library
from eccentric.library.spelling import Meaning, meanings

_LOOKED_AT = 40
_KEEP_SHARE = 0.6
_BAG_SHARE, _ONE_WORD = 0.45, 0.6
_SENTENCES = ("question", "mistake")
_NAMES = ("name", "also called", "purpose", "fault")  # what must be met as a whole


class SearchHit(BaseModel):
    """One page found: ``score`` compares pages within one search (higher is better), ``why`` says what matched."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    score: float
    why: str


class SearchResult(BaseModel):
    """What a search found, best first, and how many of all matching pages have each value of each facet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    results: list[SearchHit]
    facets: dict[str, dict[str, int]]


def search(
    library: Library, words: str | Sequence[str], facets: Mapping[str, Sequence[str]] | None = None, limit: int = 20
) -> SearchResult:
    """Find the pages that fit ``words`` and have the chosen ``facets`` (values of one facet are alternatives).

    Without words every page matches, in the order of names. Raises BadInput for an unknown facet or value.
    """
    query = words if isinstance(words, str) else " ".join(words)
    masks = facet_masks(library, facets or {})
    allowed = np.logical_and.reduce(list(masks.values())) if masks else np.ones(len(library.exercises), dtype=bool)
    if not query.strip():
        return _everything(library, allowed, masks, limit)
    index = index_of(library)
    wanted = meanings(query, index)
    bag, share = _bag_scores(index, wanted)
    matched = share >= _KEEP_SHARE * max(float(share.max(initial=0.0)), 1e-9)
    hits = _ranked(library, index, wanted, np.where(matched & allowed, bag, -1.0))
    return SearchResult(results=hits[:limit], facets=facet_counts(library, matched, masks))


def _everything(library: Library, allowed: Mask, masks: Mapping[str, Mask], limit: int) -> SearchResult:
    pages = [page for page, keep in zip(library.exercises.values(), allowed, strict=True) if keep]
    first = sorted(pages, key=lambda page: page.name)[:limit]
    hits = [SearchHit(id=page.id, name=page.name, score=0.0, why="in the library") for page in first]
    return SearchResult(results=hits, facets=facet_counts(library, np.ones(len(allowed), dtype=bool), masks))


def _bag_scores(index: Index, wanted: list[Meaning]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each page, its weighted score and the share of the query that it has at all, both (page,) and from 0 to about 1."""
    score, share = np.zeros(len(index.ids)), np.zeros(len(index.ids))
    total = sum(_rarity(meaning, index) for meaning in wanted)
    for meaning in wanted:
        worth = _rarity(meaning, index) / total
        best, has = np.zeros(len(index.ids)), np.zeros(len(index.ids))
        for token, sure in meaning.items():
            posting = index.postings[token]
            best[posting.pages] = np.maximum(best[posting.pages], posting.weights * sure)
            has[posting.pages] = np.maximum(has[posting.pages], sure)
        score += worth * best
        share += worth * has
    return score, share


def _rarity(meaning: Meaning, index: Index) -> float:
    """How much a token of the query is worth: the rarity of what it most likely means, or little when it means nothing here."""
    if not meaning:
        return 0.5
    best = max(meaning, key=lambda token: meaning[token])
    return index.rarity[best]


def _ranked(library: Library, index: Index, wanted: list[Meaning], bag: NDArray[np.float64]) -> list[SearchHit]:
    looked_at = min(_LOOKED_AT, len(bag))
    first = np.argpartition(-bag, looked_at - 1)[:looked_at] if looked_at else np.array([], dtype=np.intp)
    asked = [(_rarity(meaning, index), meaning) for meaning in wanted]
    hits: list[SearchHit] = []
    for position in first[bag[first] > 0].tolist():
        fit, unit = _best_unit(index.units[position], asked, index.rarity)
        page = library.exercises[index.ids[position]]
        score = round(_BAG_SHARE * float(bag[position]) + fit + index.prior[position], 4)
        hits.append(SearchHit(id=page.id, name=page.name, score=score, why=f"{unit.kind}: {unit.shown}" if unit else "its text"))
    return sorted(hits, key=lambda hit: (-hit.score, len(hit.name), hit.id))


def _best_unit(
    units: tuple[IndexedUnit, ...], asked: list[tuple[float, Meaning]], rarity: dict[str, float]
) -> tuple[float, IndexedUnit | None]:
    """The piece of a page that the query fits best, and how well (0 to 1); ``units`` are heaviest first."""
    tokens = frozenset(token for _, meaning in asked for token in meaning)
    total = sum(worth for worth, _ in asked)
    best_fit, best_unit = 0.0, None
    for unit in units:
        if unit.weight <= best_fit:
            break
        shared = tokens & unit.tokens
        if not shared:
            continue
        found, answered = _shared_worth(shared, asked, rarity)
        fit = unit.weight * _agreement(found / total, answered / unit.rarity, unit.kind in _NAMES)
        if unit.kind in _SENTENCES and len(shared) == 1:
            fit *= _ONE_WORD
        if fit > best_fit:
            best_fit, best_unit = fit, unit
    return best_fit, best_unit


def _shared_worth(shared: frozenset[str], asked: list[tuple[float, Meaning]], rarity: dict[str, float]) -> tuple[float, float]:
    """How much of the query, and how much of the text, the shared tokens carry."""
    found = answered = 0.0
    for worth, meaning in asked:
        sure, best = 0.0, ""
        for token in shared:
            if token in meaning and meaning[token] > sure:
                sure, best = meaning[token], token
        if sure:
            found += sure * worth
            answered += sure * rarity[best]
    return found, answered


def _agreement(recall: float, precision: float, is_name: bool) -> float:
    """How well query and text cover each other: a name must be met as a whole, a sentence need only contain the query."""
    if is_name:
        return 3 * precision * recall / (precision + 2 * recall)
    return 5 * precision * recall / (4 * precision + recall)
