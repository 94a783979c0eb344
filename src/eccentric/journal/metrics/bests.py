"""Personal records of each exercise: heaviest load, most repetitions, longest hold, best estimate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.e1rm import estimate_of
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.records import SetKind, SetRecord


@dataclass(frozen=True, slots=True)
class Best:
    """A record: the exercise as the person names it, what was measured, and the day on which it was first reached."""

    exercise: str
    measure: str
    value: float
    unit: str
    day: date
    confidence: Confidence


def _measures(done: SetRecord) -> Iterator[tuple[str, float, str, Confidence]]:
    """What one work set could be a record of."""
    if done.kind is SetKind.WARM_UP:
        return
    if done.reps and done.external_load_kg:
        yield "load", done.external_load_kg, "kg", Confidence.HIGH
    if done.reps:
        yield "repetitions", float(done.reps), "repetitions", Confidence.HIGH
    if done.duration_s and not done.reps:
        yield "hold", done.duration_s, "s", Confidence.HIGH
    estimate = estimate_of(done)
    if estimate is not None and estimate[1] is not Confidence.NONE:
        yield "e1rm", estimate[0], "kg", estimate[1]


def bests(journal: Journal) -> list[Best]:
    """The record of every exercise and measure, by name; a later equal is no new record."""
    found: dict[tuple[str, str], Best] = {}
    for session in sorted(journal.sessions, key=lambda session: session.day):
        for entry in session.entries:
            name = entry.exercise or entry.name
            for done in entry.sets:
                for measure, value, unit, confidence in _measures(done):
                    if (name, measure) not in found or value > found[name, measure].value:
                        found[name, measure] = Best(name, measure, value, unit, session.day, confidence)
    return [found[key] for key in sorted(found)]
