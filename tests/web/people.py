"""A member's records for tests: sessions with sets, pain, tests on both sides."""

from __future__ import annotations

import datetime as dt

from eccentric.journal.journal import Journal
from eccentric.journal.records import Entry, Pain, Session, SetRecord, WatchedSummary
from eccentric.journal.tests_of_person import TestKind, TestResult
from eccentric.web.accounts.models import User
from eccentric.web.training.services import store_journal

NOTE = "private words about my leg"


def monday() -> dt.date:
    """The Monday of this week."""
    today = dt.date.today()
    return today - dt.timedelta(days=today.weekday())


def a_journal(weeks: int = 6, load_kg: float = 40.0) -> Journal:
    """One session a week with two exercises of three sets; the first set of each is watched and hurts a little less each week."""
    sessions = []
    for back in range(weeks - 1, -1, -1):
        entries = []
        for exercise, name in (("seated-leg-curl", "Seated leg curl"), ("romanian-deadlift", "Romanian deadlift")):
            watched = WatchedSummary(reps=8, good_reps=8, tempo="3.1-0-1-0", range_mean_deg=95.0, eccentric_total_s=24.8)
            first = SetRecord(
                reps=8,
                external_load_kg=load_kg + weeks - back,
                rir=2.0,
                tempo_asked="3-0-1-0",
                watched=watched,
                pain=Pain(during=min(10.0, float(back))),
            )
            others = tuple(SetRecord(reps=8, external_load_kg=load_kg, rir=2.0, tempo_asked="3-0-1-0") for _ in range(2))
            entries.append(Entry(exercise=exercise, name=name, sets=(first, *others)))
        day = monday() - dt.timedelta(weeks=back)
        sessions.append(Session(day=day, title="Lower body", notes=NOTE, minutes=40.0, session_rpe=6.0, entries=tuple(entries)))
    tests = [TestResult(day=monday() - dt.timedelta(weeks=back), kind=TestKind.PSFS, value=7.0 - back) for back in (4, 0)]
    return Journal(sessions=tuple(sessions), tests=tuple(tests))


def train(member: User, weeks: int = 6) -> Journal:
    """Store such a journal for a member; returns it."""
    journal = a_journal(weeks)
    store_journal(member=member, journal=journal)
    return journal
