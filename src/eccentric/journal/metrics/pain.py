"""Pain of training week by week, with the traffic light of the pain-monitoring rule (PAIN-01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from eccentric.journal.frames import week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Source
from eccentric.journal.records import Pain, Session

SOURCE = Source("PAIN-01", "Silbernagel 2007; Thomee: 0-2 green, 3-5 amber, above 5 red", "B")
GREEN_UP_TO, AMBER_UP_TO = 2.0, 5.0


def light(pain: float) -> str:
    """``green`` to 2, ``amber`` to 5, ``red`` above; between 2 and 3 the more careful one."""
    return "green" if pain <= GREEN_UP_TO else "amber" if pain <= AMBER_UP_TO else "red"


def _pains(session: Session) -> Iterator[Pain]:
    if session.pain is not None:
        yield session.pain
    for entry in session.entries:
        yield from (done.pain for done in entry.sets if done.pain is not None)


def worst_pain(session: Session, when: str = "during") -> float | None:
    """The worst answer of a session (``during``, ``after`` or ``next_morning``), or None when nobody asked."""
    answers = [getattr(pain, when) for pain in _pains(session)]
    return max((answer for answer in answers if answer is not None), default=None)


@dataclass(frozen=True, slots=True)
class WeekPain:
    """The worst pain of a week (0 to 10): during, after and the next morning; None = not asked."""

    week: date
    during: float | None
    after: float | None
    next_morning: float | None
    asked_sessions: int


def week_pains(journal: Journal) -> list[WeekPain]:
    """Every week in which pain was asked for, oldest first."""
    weeks: dict[date, list[Session]] = {}
    for session in journal.sessions:
        if any(True for _ in _pains(session)):
            weeks.setdefault(week_of(session.day), []).append(session)
    found = []
    for week in sorted(weeks):
        worst: list[float | None] = []
        for when in ("during", "after", "next_morning"):
            answers = [answer for session in weeks[week] if (answer := worst_pain(session, when)) is not None]
            worst.append(max(answers, default=None))
        found.append(WeekPain(week, worst[0], worst[1], worst[2], len(weeks[week])))
    return found
