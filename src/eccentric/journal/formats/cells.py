"""Reading cells: numbers with either decimal mark, durations, and weights in either unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from eccentric.terms.units import kg_from_lb

_COMMA_DECIMAL = re.compile(r"-?\d+,(\d{1,2}|\d{4,})")
_POINT_DECIMAL = re.compile(r"-?\d+\.(\d{1,2}|\d{4,})")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,2})?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)")
_WORDS = re.compile(r"(\d+(?:\.\d+)?)\s*(h|m|s)[a-z]*", re.IGNORECASE)
_SECONDS_PER = {"h": 3600.0, "m": 60.0, "s": 1.0}
KM_PER_MILE = 1.609344


class BadCell(ValueError):
    """A cell that cannot be read; the text is the reason given for skipping its row."""


def decimal_mark(texts: Iterable[str]) -> str:
    """The decimal mark of a file, from all its numbers: ``,`` or ``.``; ``1,000`` alone does not tell, and counts as a comma."""
    commas = False
    for text in texts:
        if _COMMA_DECIMAL.fullmatch(text):
            return ","
        if _POINT_DECIMAL.fullmatch(text):
            return "."
        commas = commas or "," in text
    return "," if commas else "."


@lru_cache(maxsize=65536)
def number(text: str, what: str, mark: str = ".") -> float | None:
    """The number of a cell, or None when it is empty; raises BadCell otherwise."""
    if not text:
        return None
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("'", "")
    plain = plain.replace(".", "").replace(",", ".") if mark == "," and "," in plain else plain.replace(",", "") if mark == "." else plain
    if not _NUMBER.fullmatch(plain):
        raise BadCell(f"{what} is not a number: {text[:40]!r}")
    value = float(plain)
    if not math.isfinite(value) or abs(value) > 1e9:
        raise BadCell(f"{what} is out of range: {text[:40]!r}")
    return value


def at_least_zero(text: str, what: str, mark: str = ".") -> float | None:
    """As ``number``, but a negative one raises BadCell."""
    value = number(text, what, mark)
    if value is not None and value < 0:
        raise BadCell(f"{what} is negative: {text[:40]!r}")
    return value


def duration_s(text: str, what: str = "the time", mark: str = ".") -> float | None:
    """Seconds from ``1h 8m``, ``0:05:00``, ``5:00`` (minutes and seconds) or plain seconds; None when empty."""
    if not text:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock:
        hours, minutes, seconds = clock.groups()
        return int(hours or 0) * 3600.0 + int(minutes) * 60.0 + float(seconds)
    words = _WORDS.findall(text)
    if words and not _WORDS.sub("", text).strip(" ,"):
        return sum(float(amount) * _SECONDS_PER[unit.lower()] for amount, unit in words)
    return at_least_zero(text, what, mark)


def kilograms(value: float | None, unit: str) -> float | None:
    """Kilograms from a weight in ``kg``, ``kgs``, ``lb`` or ``lbs``; any other unit raises BadCell."""
    if value is None:
        return None
    name = unit.lower().strip(" .")
    if name in ("kg", "kgs", ""):
        return value
    if name in ("lb", "lbs"):
        return round(kg_from_lb(value), 6)
    raise BadCell(f"weight unit is neither kg nor lb: {unit[:40]!r}")


_METRES = {"": 1.0, "m": 1.0, "meters": 1.0, "metres": 1.0, "km": 1000.0, "kilometers": 1000.0, "ft": 0.3048, "yd": 0.9144}
_METRES |= {"cm": 0.01, "in": 0.0254, "mi": KM_PER_MILE * 1000, "miles": KM_PER_MILE * 1000}


def metres(value: float | None, unit: str) -> float | None:
    """Metres from a distance in a named unit; an unknown unit raises BadCell."""
    if value is None:
        return None
    factor = _METRES.get(unit.lower().strip(" ."))
    if factor is None:
        raise BadCell(f"distance unit is not known: {unit[:40]!r}")
    return round(value * factor, 4)
