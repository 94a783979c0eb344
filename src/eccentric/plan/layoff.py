"""Coming back after a gap (LOAD-09)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from eccentric.plan.history import History

SHORT_DAYS, LONG_DAYS = 14, 28
LOAD, SETS = 0.85, 0.55
"""The middles of LOAD-09's 80-90 % of the load and 50-60 % of the sets."""


@dataclass(frozen=True, slots=True)
class Layoff:
    """A gap: the share of load and sets to restart with, and whether the programme starts at week 1 again."""

    days: int
    load: float
    sets: float
    restart: bool
    says: str


def layoff(history: History, today: dt.date) -> Layoff | None:
    """The gap since the last session, or None when it is under two weeks or nothing was done yet."""
    if history.last_date is None:
        return None
    days = (today - history.last_date).days
    if days >= LONG_DAYS:
        return Layoff(days, LOAD, SETS, True, f"{days // 7} weeks off: back to week 1, lighter and shorter.")
    if days >= SHORT_DAYS:
        return Layoff(days, LOAD, SETS, False, f"{days} days off: 85 % of the load and about half of the sets, this once.")
    return None
