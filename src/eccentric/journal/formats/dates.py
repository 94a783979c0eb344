"""Reading dates and times: ISO, numbers in any order that can be told, and months written in twenty languages."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import lru_cache

from eccentric.journal.formats.cells import BadCell

# Beginnings of month names after accents are removed (en de fr es it pt nl sv da nb fi pl cs tr ro hu id; ru uk below).
_MONTHS: tuple[str, ...] = (
    "jan janv ene gen led oca ian sty tammi styc",
    "feb fev fevr febr helmi unor uno sub lut",
    "mar mars marz maart mrt brez bre maalis marc marec mae",
    "apr abr avr dub nis huhti kwi",
    "may mai maj mag mei maio mayo kve touko maggio maj. mayis",
    "jun juin giu jui. kesa cerven cer haz cze iun",
    "jul juil lug heina cervenec cvc tem lip iul",
    "aug ago aou aout srp elo agu sie avg",
    "sep sept set syys zar eyl wrz szept",
    "oct okt out ott loka rij eki paz",
    "nov marras lis listop kas noiem",
    "dec dez dic des joulu pro ara gru",
)
_CYRILLIC: tuple[str, ...] = ("янв січ", "фев лют", "мар бер", "апр кві", "мая май тра", "июн чер", "июл лип", "авг сер")
_CYRILLIC += ("сен вер", "окт жов", "ноя лис", "дек гру")
_EXACT = {"may": 5, "cvn": 6, "juin": 6, "juil": 7, "mayis": 5, "mars": 3, "marras": 11, "mag": 5, "maj": 5, "okt": 10, "cervenec": 7}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|º)?[.\s-]+(?:de\s+|d')?([^\W\d_]+|\d{1,2}[月월])\.?,?[\s-]+(?:de\s+)?(\d{4}),?\s*(.*)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}),?\s*(.*)")
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}),?\s*(.*)")
_EAST = re.compile(r"(\d{4})\s*[年년/.]\s*(\d{1,2})\s*[月월/.]\s*(\d{1,2})\s*[日일]?,?\s*(.*)")
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap])?\.?\s?m?\.?", re.IGNORECASE)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ł", "l").strip(".")


def month_of(word: str) -> int:
    """The month (1 to 12) of a name or abbreviation; raises BadCell for any other word."""
    if word[:-1].isdecimal() and word[-1] in "月월":
        return int(word[:-1])
    plain, folded = _plain(word), word.casefold()
    if plain in _EXACT:
        return _EXACT[plain]
    best, length = 0, 2
    for month, (latin, cyrillic) in enumerate(zip(_MONTHS, _CYRILLIC, strict=True), 1):
        for start in latin.split():
            if plain.startswith(start) and len(start) > length:
                best, length = month, len(start)
        if any(folded.startswith(start) for start in cyrillic.split()):
            return month
    if not best:
        raise BadCell(f"the month is not known: {word[:40]!r}")
    return best


def _clock(text: str) -> tuple[int, int, int]:
    if not text.strip():
        return 0, 0, 0
    match = _TIME.fullmatch(text.strip().removeprefix("à ").removeprefix("um ").strip())
    if match is None:
        raise BadCell(f"the time of day cannot be read: {text[:40]!r}")
    hour, minute, second, half = match.groups()
    if half and int(hour) > 12:
        raise BadCell(f"the time of day cannot be read: {text[:40]!r}")
    shifted = int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
    return shifted, int(minute), int(second or 0)


def _build(year: str, month: int, day: str, clock: str) -> datetime:
    return datetime(int(year), month, int(day), *_clock(clock))


def _numbers(first: str, second: str, year: str, clock: str, separator: str) -> datetime:
    """Day and month as numbers: a point means day first; a stroke only where one of the two cannot be a month."""
    if separator == "." or int(first) > 12:
        return _build(year, int(second), first, clock)
    if int(second) > 12 or first == second:
        return _build(year, int(first), second, clock)
    raise BadCell(f"the date can be read in two ways: {first}/{second}/{year}")


@lru_cache(maxsize=65536)
def read_moment(text: str) -> tuple[datetime, bool]:
    """Wall clock of a cell, and whether it had a time of day; a zone at the end is dropped; raises BadCell."""
    stripped = text.strip()
    try:
        if match := _ISO.fullmatch(stripped):
            year, month, day, hour, minute, second, _ = match.groups()
            return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)), hour is not None
        if match := _EAST.fullmatch(stripped):
            year, numeral, day, clock = match.groups()
            return _build(year, int(numeral), day, clock), bool(clock)
        if match := _DAY_FIRST.fullmatch(stripped):
            day, word, year, clock = match.groups()
            return _build(year, month_of(word), day, clock), bool(clock)
        if match := _MONTH_FIRST.fullmatch(stripped):
            word, day, year, clock = match.groups()
            return _build(year, month_of(word), day, clock), bool(clock)
        if match := _NUMBERS.fullmatch(stripped):
            first, second, year, clock = match.groups()
            return _numbers(first, second, year, clock, stripped[len(first)]), bool(clock)
    except BadCell:
        raise
    except ValueError:
        raise BadCell(f"there is no such date: {text[:40]!r}") from None
    raise BadCell(f"the date cannot be read: {text[:40]!r}")
