"""What was lifted before pain cut the load: the mark to climb back to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from eccentric.plan.history import DoneSession, History
from eccentric.plan.pain import Light, PainLimits

LOOK_BACK = 10


@dataclass(frozen=True, slots=True)
class Cut:
    """A painful session in the record: how many sessions of the exercise ago, and the heaviest load that was clean before (or None)."""

    sessions_ago: int
    clean_kg: float | None


def last_cut(history: History, exercise: str, limits: PainLimits) -> Cut | None:
    """The newest red session among the last ten of an exercise (engineering default); None without one.

    A load that hurt is not clean, even if it once didn't hurt: only what lies under it counts.
    """
    sessions = list(islice(history.with_exercise(exercise), LOOK_BACK))
    red = next((place for place, session in enumerate(sessions) if limits.light(session.pain_of(exercise)) is Light.RED), None)
    if red is None:
        return None
    hurt = max(_loads(sessions[red], exercise), default=0.0)
    quiet = [session for session in sessions[red + 1 :] if limits.light(session.pain_of(exercise)) is not Light.RED]
    clean = [load for session in quiet for load in _loads(session, exercise) if load < hurt]
    return Cut(red, max(clean) if clean else None)


def held_before(history: History, exercise: str, limits: PainLimits) -> float | None:
    """The heaviest load of the last ten sessions of an exercise that never hurt, done without falling to failure; None without one."""
    sessions = list(islice(history.with_exercise(exercise), LOOK_BACK))
    red = [min(_loads(each, exercise), default=0.0) for each in sessions if limits.light(each.pain_of(exercise)) is Light.RED]
    clean = [
        done.external_load_kg
        for session in sessions
        for done in session.of(exercise)
        if done.external_load_kg and (done.rir is None or done.rir >= 1) and done.external_load_kg < min(red, default=1e9)
    ]
    return max(clean, default=None)


def _loads(session: DoneSession, exercise: str) -> list[float]:
    return [done.external_load_kg for done in session.of(exercise) if done.external_load_kg]
