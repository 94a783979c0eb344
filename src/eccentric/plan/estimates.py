"""Estimated maxima from what was done (LOAD-01), each as sure as its use asks for."""

from __future__ import annotations

from eccentric.plan.history import DoneSession, DoneSet
from eccentric.plan.loading import MOST_REPS, e1rm

TRUSTED_RIR = 5.0
"""LOAD-03: reported reserve is within one repetition up to here, and further off beyond."""


def best_maximum(session: DoneSession, exercise: str) -> float | None:
    """The best estimate of a session's sets near enough to failure to be trusted (LOAD-03); None without one."""
    return _best([done for done in session.of(exercise) if done.rir is None or done.rir <= TRUSTED_RIR])


def least_maximum(session: DoneSession, exercise: str) -> float | None:
    """What the maximum is at least: sets with more than 15 repetitions in them count as 15; None without a load."""
    return _best([_capped(done) for done in session.of(exercise)])


def _best(sets: list[DoneSet]) -> float | None:
    found = [
        estimate.kg
        for done in sets
        if done.external_load_kg and not done.eccentric_only and (estimate := e1rm(done.external_load_kg, done.reps, done.rir)) is not None
    ]
    return max(found) if found else None


def _capped(done: DoneSet) -> DoneSet:
    reps = min(done.reps, MOST_REPS)
    rir = min(2.0 if done.rir is None else done.rir, float(MOST_REPS - reps))
    return DoneSet(done.exercise, reps, done.external_load_kg, rir, eccentric_only=done.eccentric_only)
