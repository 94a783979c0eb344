"""From the chosen week to weeks: how kinds of week follow each other, and what each changes in sets and reserve."""

from __future__ import annotations

import math
from dataclasses import dataclass

from eccentric.plan.profile import Experience
from eccentric.plan.programme import WeekKind

DELOAD_EVERY: dict[Experience, int] = {"novice": 8, "intermediate": 6, "advanced": 5}
"""LOAD-06: a deload every 4 to 8 weeks; which of these by experience is an engineering default."""
DELOAD_KEEPS = 0.6
DELOAD_RIR = 2
NO_FAILURE_WEEKS = 2


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """One week's settings: ``keeps`` is the share of the fullest week's sets, ``reserve`` RIR before the exercise's own bounds."""

    index: int
    kind: WeekKind
    keeps: float
    reserve: int


def week_plans(count: int, experience: Experience, *, gentle_start: bool) -> tuple[WeekPlan, ...]:
    """The waves of a programme of ``count`` weeks: reserve falls 3-2-1 through a wave, sets start lower, and a deload ends it."""
    every = DELOAD_EVERY[experience]
    plans = []
    for index in range(1, count + 1):
        place = (index - 1) % every
        if gentle_start and index == 1:
            plans.append(WeekPlan(index, "intro", 0.75, 3))
        elif place == every - 1:
            plans.append(WeekPlan(index, "deload", DELOAD_KEEPS, _reserve(every - 2, every) + DELOAD_RIR))
        else:
            least = 2 if index <= NO_FAILURE_WEEKS else 0
            plans.append(WeekPlan(index, "build", 0.75 if place == 0 else 1.0, max(_reserve(place, every), least)))
    return tuple(plans)


def _reserve(place: int, every: int) -> int:
    """RIR at a place of the wave: 3 in its first third, 2 in the second, 1 in the last build weeks."""
    return 3 - min(2, 3 * place // (every - 1))


def trimmed(sets: list[int], half: list[int], keeps: float, *, floor_half: int = 0, groups: list[str] | None = None) -> list[int]:
    """Take sets away, one at a time from the item with most, until ``keeps`` of the half sets are left or the floor is reached.

    ``half`` is half sets per set of each item. An item keeps at least one set; with ``groups`` (a deload) it may go altogether
    while another item of its group stays, and at least half of all half sets stay. Pure and deterministic.
    """
    left = list(sets)
    full = _total(left, half)
    least = max(floor_half, math.ceil(0.5 * full)) if groups is not None else floor_half
    while _total(left, half) > keeps * full + 1e-9:
        able = [place for place in range(len(left)) if half[place] and _may_lose(left, place, groups)]
        able = [place for place in able if _total(left, half) - half[place] >= least]
        if not able:
            break
        left[max(able, key=lambda place: (left[place], place))] -= 1
    return left


def _total(sets: list[int], half: list[int]) -> int:
    return sum(count * worth for count, worth in zip(sets, half, strict=True))


def _may_lose(left: list[int], place: int, groups: list[str] | None) -> bool:
    if left[place] > 1:
        return True
    if groups is None or left[place] == 0:
        return False
    return any(left[other] and other != place and groups[other] == groups[place] for other in range(len(left)))
