"""Session load, weekly sum, monotony and strain (LOAD-07): a trend to look at, never a prediction of injury."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, pstdev

from eccentric.journal.frames import week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Confidence, Source, by_share_known
from eccentric.journal.records import Session

SOURCE = Source("LOAD-07", "Day 2004 (ICC 0.88), Foster; session RPE (CR10) times minutes", "B")


def session_load(session: Session) -> float | None:
    """CR10 session RPE times minutes (arbitrary units), or None when either was not recorded."""
    if session.session_rpe is None or session.minutes is None:
        return None
    return session.session_rpe * session.minutes


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """One week: ``monotony`` is mean over standard deviation of the seven days (rest days count as 0; the deviation is that of
    the whole week, not of a sample) and None when every day was alike; ``strain`` is the load times the monotony."""

    week: date
    load: float | None
    monotony: float | None
    strain: float | None
    sessions: int
    confidence: Confidence


def _week(monday: date, sessions: list[Session]) -> WeekLoad:
    days = {monday + timedelta(days=n): 0.0 for n in range(7)}
    known = 0
    for session in sessions:
        load = session_load(session)
        if load is not None:
            known += 1
            days[session.day] += load
    confidence = by_share_known(known, len(sessions)) if sessions else Confidence.HIGH
    if sessions and not known:
        return WeekLoad(monday, None, None, None, len(sessions), confidence)
    total, spread = sum(days.values()), pstdev(days.values())
    monotony = fmean(days.values()) / spread if spread > 1e-9 else None
    return WeekLoad(monday, total, monotony, None if monotony is None else total * monotony, len(sessions), confidence)


def week_loads(journal: Journal) -> list[WeekLoad]:
    """Every week from the first session's to the last's, also those without a session."""
    if not journal.sessions:
        return []
    by_week: dict[date, list[Session]] = {}
    for session in journal.sessions:
        by_week.setdefault(week_of(session.day), []).append(session)
    first, last = min(by_week), max(by_week)
    weeks = (last - first).days // 7 + 1
    mondays = [first + timedelta(weeks=n) for n in range(weeks)]
    return [_week(monday, by_week.get(monday, [])) for monday in mondays]
