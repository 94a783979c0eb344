"""How far to trust a number, and where it comes from; every metric carries both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How far a number can be trusted; ``none`` means that no number should be shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a metric comes from: the rule's id, its citation, and the grade of the evidence (C = engineering default)."""

    rule: str
    cite: str
    grade: str


@dataclass(frozen=True, slots=True)
class Metric:
    """One number with its unit, its source and how far to trust it; ``value`` None = could not be computed, see ``note``."""

    name: str
    value: float | None
    unit: str
    confidence: Confidence
    source: Source
    note: str = ""


def by_share_known(known: int, of: int) -> Confidence:
    """Confidence from how many of the inputs were recorded: all high, half or more medium, fewer low, none none."""
    if of == 0 or known == 0:
        return Confidence.NONE
    if known == of:
        return Confidence.HIGH
    return Confidence.MEDIUM if known * 2 >= of else Confidence.LOW
