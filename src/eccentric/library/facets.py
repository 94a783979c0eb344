"""The facets of the library: what pages can be narrowed down by, with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from eccentric.library.complaints import nearest
from eccentric.library.exercise import Exercise
from eccentric.library.read import Library
from eccentric.terms.errors import BadInput, Problem

FACETS = ("body-part", "equipment", "target", "secondary", "level", "category", "pattern", "sides", "seen-by-camera")

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class FacetTable:
    """For one facet: its values, and the pairs (page, value) as two arrays of positions."""

    values: tuple[str, ...]
    pages: NDArray[np.intp]
    codes: NDArray[np.intp]


def facet_values(page: Exercise, facet: str) -> list[str]:
    """The values of one page for a facet (a name of FACETS); no equipment reads ``none``."""
    kind = page.classification
    match facet:
        case "equipment":
            return list(kind.equipment) or ["none"]
        case "secondary":
            return list(kind.secondary)
        case "seen-by-camera":
            return ["yes" if any(mistake.seen_by_camera for mistake in page.mistakes) else "no"]
        case _:
            return [str(getattr(kind, facet.replace("-", "_")))]


@lru_cache(maxsize=4)
def facet_tables(library: Library) -> dict[str, FacetTable]:
    """The facet tables of a library, built once."""
    return {facet: _table(library, facet) for facet in FACETS}


def facet_masks(library: Library, chosen: Mapping[str, Sequence[str]]) -> dict[str, Mask]:
    """For each chosen facet, which pages (in the library's order) have one of the chosen values.

    Raises BadInput for a facet or value that the library does not have, with the nearest that it has.
    """
    tables = facet_tables(library)
    problems: list[Problem] = []
    masks: dict[str, Mask] = {}
    for facet, values in chosen.items():
        if facet not in tables:
            near = nearest(facet, FACETS)
            problems.append(Problem("facet", f"one of {', '.join(FACETS)}" + (f" (perhaps {near})" if near else ""), repr(facet)))
            continue
        table = tables[facet]
        masks[facet] = np.zeros(len(library.exercises), dtype=bool)
        for value in values:
            if value not in table.values:
                problems.append(Problem(f"facet {facet}", f"one of {', '.join(table.values)}", repr(value)))
                continue
            masks[facet][table.pages[table.codes == table.values.index(value)]] = True
    if problems:
        raise BadInput(problems)
    return masks


def facet_counts(library: Library, matched: Mask, masks: Mapping[str, Mask]) -> dict[str, dict[str, int]]:
    """How many matched pages each value has; a facet's own choice does not hide its other values."""
    counts: dict[str, dict[str, int]] = {}
    for facet, table in facet_tables(library).items():
        kept = matched
        for chosen, mask in masks.items():
            if chosen != facet:
                kept = kept & mask
        numbers = np.bincount(table.codes[kept[table.pages]], minlength=len(table.values))
        ordered = sorted(zip(table.values, numbers.tolist(), strict=True), key=lambda pair: (-pair[1], pair[0]))
        counts[facet] = {value: number for value, number in ordered if number}
    return counts


def _table(library: Library, facet: str) -> FacetTable:
    pairs = [(position, value) for position, page in enumerate(library.exercises.values()) for value in facet_values(page, facet)]
    values = tuple(sorted({value for _, value in pairs}))
    codes = {value: code for code, value in enumerate(values)}
    pages = np.array([position for position, _ in pairs], dtype=np.intp)
    return FacetTable(values, pages, np.array([codes[value] for _, value in pairs], dtype=np.intp))
