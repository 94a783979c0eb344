"""The part of a journal that a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from eccentric.journal.frames import week_of
from eccentric.journal.journal import Journal

DEFAULT_WEEKS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """Whole weeks from a Monday to a last day, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def mondays(self) -> list[date]:
        """The Monday of every week, oldest first."""
        return [self.first + timedelta(weeks=n) for n in range((self.last - self.first).days // 7 + 1)]


def period_of(journal: Journal, today: date, weeks: int = DEFAULT_WEEKS) -> Period | None:
    """The last weeks in which something was recorded, up to today; None for a journal without anything until then."""
    recorded = [session.day for session in journal.sessions] + [test.day for test in journal.tests] + [plan.day for plan in journal.planned]
    days = [day for day in recorded if day <= today]
    if not days:
        return None
    last = max(days)
    first = max(week_of(last) - timedelta(weeks=weeks - 1), week_of(min(days)))
    return Period(first, last)


def within(journal: Journal, period: Period) -> Journal:
    """The records of a period."""
    return Journal(
        sessions=tuple(session for session in journal.sessions if session.day in period),
        planned=tuple(plan for plan in journal.planned if plan.day in period),
        tests=tuple(test for test in journal.tests if test.day in period),
        body_mass=tuple(mass for mass in journal.body_mass if mass.day in period),
        milestones=tuple(met for met in journal.milestones if met.day in period),
    )
