"""Estimated one-repetition maximum: the median of four formulas on repetitions done plus repetitions in reserve (LOAD-01)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from statistics import median

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Confidence, Source
from eccentric.journal.records import Contraction, SetKind, SetRecord

SOURCE = Source("LOAD-01", "Epley, Brzycki, Mayhew and Wathan formulas; their median is an engineering default", "C")
FORMULA = "median(Epley, Brzycki, Mayhew, Wathan)"
HIGH_UP_TO, MEDIUM_UP_TO, LOW_UP_TO = 6, 10, 15


def epley(load_kg: float, reps: float) -> float:
    """Epley: w (1 + r / 30); a single repetition is itself the maximum."""
    return load_kg if reps == 1 else load_kg * (1 + reps / 30)


def brzycki(load_kg: float, reps: float) -> float:
    """Brzycki: 36 w / (37 - r); it breaks as r nears 37, so that the result there is infinite."""
    return 36 * load_kg / (37 - reps) if reps < 37 else math.inf


def mayhew(load_kg: float, reps: float) -> float:
    """Mayhew: 100 w / (52.2 + 41.9 exp(-0.055 r)); made for the bench press and too high at one repetition."""
    return 100 * load_kg / (52.2 + 41.9 * math.exp(-0.055 * reps))


def wathan(load_kg: float, reps: float) -> float:
    """Wathan: 100 w / (48.8 + 53.8 exp(-0.075 r))."""
    return 100 * load_kg / (48.8 + 53.8 * math.exp(-0.075 * reps))


FORMULAS = (epley, brzycki, mayhew, wathan)


def confidence_of(effective_reps: float, rir_known: bool = True) -> Confidence:
    """High to 6 effective repetitions, medium to 10, low to 15, none above; high and medium fall one step when effort was not asked."""
    ladder = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.NONE)
    step = sum(effective_reps > limit for limit in (HIGH_UP_TO, MEDIUM_UP_TO, LOW_UP_TO))
    return ladder[step] if rir_known or step >= 2 else ladder[step + 1]


def e1rm_kg(load_kg: float, effective_reps: float) -> float | None:
    """Estimated one-repetition maximum in kilograms, or None above 15 effective repetitions, below 1 or without load."""
    if not 1 <= effective_reps <= LOW_UP_TO or not load_kg > 0:
        return None
    return median(formula(load_kg, effective_reps) for formula in FORMULAS)


@dataclass(frozen=True, slots=True)
class Estimate:
    """One set's estimate with the formula and confidence that it carries; loads in kilograms."""

    day: date
    exercise: str
    value_kg: float
    confidence: Confidence
    formula: str = FORMULA


def estimate_of(done: SetRecord) -> tuple[float, Confidence] | None:
    """The estimate of one set; none from warm-ups, holds, eccentric- or concentric-only sets, assisted or unloaded ones."""
    if done.contraction is not Contraction.FULL or done.kind is SetKind.WARM_UP or done.assist_kg or not done.reps:
        return None
    failed = done.kind is SetKind.FAILURE
    rir = done.rir if done.rir is not None else 0.0
    value = e1rm_kg(done.external_load_kg or 0.0, done.reps + rir)
    if value is None:
        return None
    return value, confidence_of(done.reps + rir, done.rir is not None or failed)


def day_estimates(journal: Journal, exercise: str) -> list[Estimate]:
    """The best estimate of each day that has one for an exercise (our id, or an app's name), oldest first."""
    best: dict[date, Estimate] = {}
    for session in journal.sessions:
        for entry in session.entries:
            if exercise not in (entry.exercise, entry.name):
                continue
            for done in entry.sets:
                found = estimate_of(done)
                if found and (session.day not in best or found[0] > best[session.day].value_kg):
                    best[session.day] = Estimate(session.day, exercise, *found)
    return [best[day] for day in sorted(best)]
