"""How much of the plan was done, and the longest gap (PREV-03)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Source
from eccentric.journal.planned import done_of_plan
from eccentric.journal.records import Session

SOURCE = Source("PREV-03", "Ripley 2021: benefit above half of the sessions, and one at least every three weeks", "B")


@dataclass(frozen=True, slots=True)
class Adherence:
    """Done against planned, up to a day; sets are work sets. ``longest_gap_days`` None = fewer than two sessions."""

    planned_sessions: int
    done_sessions: int
    asked_sets: int
    done_sets: int
    longest_gap_days: int | None

    @property
    def sessions_share(self) -> float | None:
        """Sessions done of those planned (0 to 1), or None without a plan."""
        return self.done_sessions / self.planned_sessions if self.planned_sessions else None

    @property
    def sets_share(self) -> float | None:
        """Work sets done of those asked for (0 to 1, more is 1), or None when none were asked for."""
        return min(self.done_sets / self.asked_sets, 1.0) if self.asked_sets else None


def _made(session: Session | None) -> Counter[str | None]:
    """Work sets of each exercise of a session."""
    counts: Counter[str | None] = Counter()
    for entry in session.entries if session else ():
        counts[entry.exercise] += sum(done.hard for done in entry.sets)
    return counts


def adherence(journal: Journal, until: date) -> Adherence:
    """Planned sessions up to ``until``, those that were done, and their asked and done sets.

    Sets beyond what was asked of an exercise do not make up for another exercise.
    """
    done = done_of_plan(journal)
    plans = [plan for plan in journal.planned if plan.day <= until]
    asked_sets = done_sets = 0
    for plan in plans:
        asked: Counter[str | None] = Counter()
        for entry in plan.entries:
            asked[entry.exercise] += entry.asked.sets
        asked_sets += asked.total()
        done_sets += (asked & _made(done.get(plan.id))).total()
    days = sorted({session.day for session in journal.sessions if session.day <= until and session.entries})
    gaps = [(after - before).days for before, after in pairwise(days)]
    return Adherence(len(plans), sum(plan.id in done for plan in plans), asked_sets, done_sets, max(gaps, default=None))
