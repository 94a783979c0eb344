"""Early deloads: the triggers of LOAD-06, read from the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from eccentric.plan.estimates import best_maximum
from eccentric.plan.history import DoneSession, History
from eccentric.plan.layoff import SHORT_DAYS
from eccentric.plan.pain import Light, PainLimits
from eccentric.plan.programme import Reason
from eccentric.plan.progression import DROP

LASTS_DAYS = 7
AMBER_SESSIONS = 3
HARDER_BY = 2.0
SORE_DAYS = 4


def early(history: History, limits: PainLimits, today: dt.date) -> Reason | None:
    """The trigger that fired within the last week, or None; looks only at the newest sessions."""
    sessions = history.sessions[-12:]
    for end in range(len(sessions), 0, -1):
        if (today - sessions[end - 1].date).days >= LASTS_DAYS:
            return None
        reason = trigger(sessions[max(0, end - 6) : end], limits)
        if reason is not None:
            return reason
    return None


def light_dates(history: History, limits: PainLimits) -> frozenset[dt.date]:
    """The newest sessions that were made lighter on purpose, by a trigger or after two weeks off; they say nothing of progress."""
    sessions = history.sessions[-8:]
    fired = [session.date for end, session in enumerate(sessions) if trigger(sessions[max(0, end - 5) : end + 1], limits) is not None]
    return frozenset(
        session.date
        for before, session in pairwise(sessions)
        if (session.date - before.date).days >= SHORT_DAYS
        or any(date <= before.date and (session.date - date).days < LASTS_DAYS for date in fired)
    )


def trigger(sessions: Sequence[DoneSession], limits: PainLimits) -> Reason | None:
    """Whether the newest of some sessions asks for a lighter week."""
    lights = [limits.light(session.pain) for session in sessions[-AMBER_SESSIONS:]]
    if len(lights) == AMBER_SESSIONS and all(light in (Light.AMBER, Light.RED) for light in lights):
        return Reason(rule="LOAD-06", text="Three sessions in a row were sore or painful: a lighter week now.")
    if len(sessions) >= 2 and _weaker(sessions):
        return Reason(rule="LOAD-06", text="Two lifts were down 5 % twice in a row: a lighter week now.")
    if _harder(sessions):
        return Reason(rule="LOAD-06", text="The same work felt two points harder: a lighter week now.")
    last = sessions[-1] if sessions else None
    if last is not None and last.poor_sleep and (last.sore_days or 0) > SORE_DAYS:
        return Reason(rule="LOAD-06", text="You sleep badly and stay sore for more than four days: a lighter week now.")
    return None


def _weaker(sessions: Sequence[DoneSession]) -> bool:
    """At least two exercises whose estimate was 5 % down in their last two sessions."""
    names = {done.exercise for session in sessions for done in session.sets}
    fallen = 0
    for name in sorted(names):
        maxima = [best for session in sessions if (best := best_maximum(session, name)) is not None][-3:]
        fallen += len(maxima) == 3 and max(maxima[1:]) <= DROP * maxima[0]
    return fallen >= 2


def _harder(sessions: Sequence[DoneSession]) -> bool:
    """Session RPE two points up over the one before at no more sets."""
    if len(sessions) < 2 or sessions[-1].session_rpe is None or sessions[-2].session_rpe is None:
        return False
    same = len(sessions[-1].sets) <= len(sessions[-2].sets)
    return same and sessions[-1].session_rpe - sessions[-2].session_rpe >= HARDER_BY
