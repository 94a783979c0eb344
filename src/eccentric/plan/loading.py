"""Loads: estimated one-repetition maximum (LOAD-01), load for repetitions and reserve (LOAD-02), and the steps that exist."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from eccentric.library.exercise import Exercise
from eccentric.plan.facts import needs, singular
from eccentric.plan.profile import KnownLoad, Steps

Confidence = Literal["high", "medium", "low", "none"]
MOST_REPS = 15
PERCENT = (100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.4, 55.0, 52.6)
"""LOAD-02: percent of the one-repetition maximum at 1, 2, 3 ... repetitions to failure."""
DEFAULT_STEP_KG = {"machine": 5.0, "cable": 2.5, "barbell": 2.5, "dumbbell": 2.0, "kettlebell": 4.0, "body-weight": 1.25}
"""Engineering defaults, where the profile doesn't say which steps there are."""
WEIGHTLESS = ("limb", "none", "partner", "band")


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated one-repetition maximum in kilograms, and how far to trust it (LOAD-01)."""

    kg: float
    confidence: Confidence


@lru_cache(maxsize=4096)
def e1rm(load_kg: float, reps: int, rir: float | None) -> Estimate | None:
    """LOAD-01: the median of Epley, Brzycki, Mayhew and Wathan on reps + RIR; None above 15 of them or without a load.

    An unknown RIR counts as 2, the default of HYP-04.
    """
    effective = reps + (2.0 if rir is None else rir)
    if load_kg <= 0 or reps < 1 or effective > MOST_REPS:
        return None
    formulas = (
        load_kg if effective <= 1 else load_kg * (1 + effective / 30),
        36 * load_kg / (37 - effective),
        100 * load_kg / (52.2 + 41.9 * math.exp(-0.055 * effective)),
        100 * load_kg / (48.8 + 53.8 * math.exp(-0.075 * effective)),
    )
    confidence: Confidence = "high" if effective <= 6 else "medium" if effective <= 10 else "low"
    return Estimate(statistics.median(formulas), confidence)


def percent(reps_to_failure: float) -> float:
    """LOAD-02's row, interpolated between half points, as a fraction; beyond its end it stays at the last value."""
    place = min(max(reps_to_failure, 1.0), len(PERCENT)) - 1
    below = int(place)
    above = min(below + 1, len(PERCENT) - 1)
    return (PERCENT[below] + (PERCENT[above] - PERCENT[below]) * (place - below)) / 100


def load_for(maximum_kg: float, reps: int, rir: float) -> float:
    """The load in kilograms that leaves ``rir`` in reserve after ``reps`` repetitions, before rounding."""
    return maximum_kg * percent(reps + rir)


@dataclass(frozen=True, slots=True)
class Rack:
    """The loads that exist for an exercise, ascending kilograms, as a list or as steps."""

    step_kg: float | None = None
    lowest_kg: float = 0.0
    highest_kg: float | None = None
    weights_kg: tuple[float, ...] = ()

    def at_most(self, load_kg: float) -> float:
        """The heaviest load that exists and is not above the given one; the lightest when all are above."""
        if self.weights_kg:
            below = [weight for weight in self.weights_kg if weight <= load_kg + 1e-9]
            return below[-1] if below else self.weights_kg[0]
        if self.step_kg is None:
            return load_kg
        ceiling = load_kg if self.highest_kg is None else min(load_kg, self.highest_kg)
        steps = math.floor((ceiling - self.lowest_kg) / self.step_kg + 2e-3)
        return round(self.lowest_kg + max(0, steps) * self.step_kg, 3)

    def nearest(self, load_kg: float) -> float:
        """The load that exists nearest to the given one; the lighter of two as near."""
        below = self.at_most(load_kg)
        above = self.next_above(below)
        return above if above is not None and above - load_kg < load_kg - below else below

    def next_above(self, load_kg: float) -> float | None:
        """The next heavier load that exists, or None at the end."""
        if self.weights_kg:
            return next((weight for weight in self.weights_kg if weight > load_kg + 1e-9), None)
        if self.step_kg is None:
            return None
        above = round(self.at_most(load_kg) + self.step_kg, 3)
        return None if self.highest_kg is not None and above > self.highest_kg + 1e-9 else above


def rack_for(exercise: Exercise, steps: Sequence[Steps]) -> Rack:
    """The loads that exist for an exercise: the profile's own for its equipment, else the default step of its kind."""
    wanted = needs(exercise) | {exercise.id}
    for entry in steps:
        if singular(entry.equipment) in wanted:
            weights = loadable(entry) if entry.plates_kg else tuple(sorted(set(entry.weights_kg or ())))
            return Rack(entry.step_kg, entry.lowest_kg, entry.highest_kg, weights)
    kind = exercise.movement.load.kind
    lowest = 20.0 if kind == "barbell" else 0.0
    return Rack(DEFAULT_STEP_KG.get(kind), lowest)


def loadable(entry: Steps) -> tuple[float, ...]:
    """Every load that a bar and its pairs of plates make, ascending kilograms, the empty bar first."""
    found = {round(entry.lowest_kg * 1000)}
    for plate in entry.plates_kg or ():
        found |= {grams + round(2000 * plate) for grams in found}
    highest = entry.highest_kg
    return tuple(grams / 1000 for grams in sorted(found) if highest is None or grams <= 1000 * highest + 1)


def weightless(exercise: Exercise) -> bool:
    """Whether the exercise takes no load in kilograms."""
    return exercise.movement.load.kind in WEIGHTLESS


def known_maximum(loads: Sequence[KnownLoad], exercise: str) -> Estimate | None:
    """The best estimate from known loads of an exercise, newest first, else highest; None when there is none.

    Where LOAD-01 gives none, above 15 repetitions in it, a set counts as one of 15 to failure (LOAD-02): too low rather than too high.
    """
    mine = [load for load in loads if load.exercise == exercise and load.external_load_kg]
    found = [
        (
            load.on or dt.date.min,
            e1rm(load.external_load_kg, load.reps, load.rir) or Estimate(load.external_load_kg / percent(MOST_REPS), "none"),
        )
        for load in mine
    ]
    return max(found, key=lambda pair: (pair[0], pair[1].kg))[1] if found else None
