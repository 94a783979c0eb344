"""What was done, read as a maximum (LOAD-01) or as the load for other repetitions (LOAD-02), each as sure as its use asks for."""

from __future__ import annotations

from eccentric.plan.history import DoneSession, DoneSet
from eccentric.plan.loading import MOST_REPS, e1rm, percent

TRUSTED_RIR = 5.0
"""LOAD-03: reported reserve is within one repetition up to here, and further off beyond."""
DEFAULT_RIR = 2.0


def best_maximum(session: DoneSession, exercise: str) -> float | None:
    """The best estimate of a session's sets near enough to failure to be trusted (LOAD-03); None without one."""
    near = [done for done in _loaded(session, exercise) if done.rir is None or done.rir <= TRUSTED_RIR]
    found = [estimate.kg for done in near if (estimate := e1rm(done.external_load_kg or 0.0, done.reps, done.rir)) is not None]
    return max(found, default=None)


def carries(session: DoneSession, exercise: str, reps: int, rir: float) -> float | None:
    """The load in kilograms that a session's best set says leaves ``rir`` after ``reps``; None without a loaded set.

    LOAD-02's row is read both ways, from the repetitions done to those wanted. Going through the formulas of LOAD-01 and back
    by the row would say 4 to 8 % less after 12 to 15 repetitions, whoever lifts. More than 15 repetitions count as 15.
    """
    wanted = percent(reps + rir)
    found = [
        (done.external_load_kg or 0.0) * wanted / percent(min(done.reps + (DEFAULT_RIR if done.rir is None else done.rir), MOST_REPS))
        for done in _loaded(session, exercise)
        if done.reps
    ]
    return max(found, default=None)


def _loaded(session: DoneSession, exercise: str) -> list[DoneSet]:
    return [done for done in session.of(exercise) if done.external_load_kg and not done.eccentric_only]
