"""People to look around with, in an empty database: a member with twelve weeks of training, a coach, and consent between them.

The sessions come from the planner's own simulated lifter (``plan.lifter``) following the member's programme; nobody real is in them.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import sys

import numpy as np
from django.db import transaction
from django.utils import timezone

from eccentric.journal.ids import imported_id
from eccentric.journal.journal import Journal
from eccentric.journal.records import Asked, BodyMass, Entry, Pain, Session, SetRecord
from eccentric.journal.tests_of_person import TestKind, TestResult
from eccentric.plan.history import DoneSession, DoneSet, History
from eccentric.plan.history import Pain as PlanPain
from eccentric.plan.lifter import DRAWS, Lifter, born
from eccentric.plan.make import plan
from eccentric.plan.next_session import next_session
from eccentric.plan.profile import Day, KnownLoad, Profile
from eccentric.plan.programme import Item, PlannedSession, Programme
from eccentric.plan.questions import BY_ID
from eccentric.web.accounts.models import User
from eccentric.web.care.models import Grant, Part
from eccentric.web.library.queries import shelf
from eccentric.web.training import services

WEEKS = 12
SEED = 20261122
MEMBER, COACH = "maya", "okoro"
GYM = [
    "seated-leg-curl-machine",
    "lying-leg-curl-machine",
    "barbell",
    "dumbbell",
    "squat-rack",
    "bench",
    "nordic-anchor",
    "resistance-band",
]
MISSED = 0.1
"""The share of sessions that the demo member misses."""


def seed() -> bool:
    """Fill an empty database; returns False, and changes nothing, when there is already somebody."""
    if User.objects.exists():
        return False
    secret = password()
    with transaction.atomic():
        member = _person(MEMBER, "Maya", "Lindqvist-Oyelaran", secret)
        coach = _person(COACH, "Chidi", "Okoro", secret)
        Grant.objects.create(member=member, coach=coach, parts=list(Part.values))
        _train(member, timezone.localdate())
    sys.stderr.write(f"Demo people: {MEMBER} (trains) and {COACH} (her coach), password: {secret}\n")
    return True


def password() -> str:
    """The demo people's password: ECCENTRIC_DEMO_PASSWORD, else a plain one here, or a random one where other machines can reach us."""
    given = os.environ.get("ECCENTRIC_DEMO_PASSWORD")
    if given:
        return given
    return secrets.token_urlsafe(9) if os.environ.get("ECCENTRIC_OPEN") == "1" else "the long way down"


def _person(name: str, first: str, last: str, secret: str) -> User:
    person = User(username=name, first_name=first, last_name=last, demo=True)
    person.set_password(secret)
    person.save()
    return person


def profile() -> Profile:
    """The demo member: trains in a gym twice a week, wants size, has a knee that talks now and then."""
    return Profile(
        goal="size",
        experience="intermediate",
        born=dt.date(1994, 5, 2),
        mass_kg=68.0,
        equipment=GYM,
        days=[Day(weekday="mon", minutes=60), Day(weekday="thu", minutes=60)],
        safety=dict.fromkeys(BY_ID, False),
    )


def _train(member: User, today: dt.date) -> None:
    """Twelve weeks up to yesterday, each session as the planner would have given it then."""
    pages, who = shelf().exercises, profile()
    start = today - dt.timedelta(days=7 * WEEKS + today.weekday())
    rng = np.random.default_rng(SEED)
    lifter = born(rng, who.experience, dict(pages))
    who = who.model_copy(update={"loads": _loads(lifter, plan(who, pages, start=start, weeks=4))})
    programme = plan(who, pages, start=start, weeks=16)
    services.save_programme(member=member, profile=who, programme=programme, start=start)
    done: list[DoneSession] = []
    sessions: list[Session] = []
    day = start
    while day < today:
        if day.weekday() in (0, 3):
            answer = next_session(who, programme, History(tuple(done)), pages, today=day)
            if answer.session is not None and answer.session.date == day and rng.random() > MISSED:
                done.append(_do(lifter, answer.session, day, rng))
                sessions.append(_record(done[-1], answer.session, _planned(programme, len(done)), rng))
        day += dt.timedelta(days=1)
    services.store_journal(member=member, journal=Journal(sessions=tuple(sessions), tests=_tests(start), body_mass=_masses(start)))


def _loads(lifter: Lifter, programme: Programme) -> list[KnownLoad]:
    """What the demo member says of the chosen exercises: eight repetitions with two in reserve."""
    names = sorted({item.exercise for week in programme.weeks for session in week.sessions for item in session.items})
    pages = shelf().exercises
    weighed = [name for name in names if pages[name].movement.load.kind in ("machine", "barbell", "dumbbell", "cable")]
    return [KnownLoad(exercise=name, external_load_kg=round(0.74 * lifter.maximum_kg(pages[name]), 1), reps=8, rir=2) for name in weighed]


def _do(lifter: Lifter, session: PlannedSession, day: dt.date, rng: np.random.Generator) -> DoneSession:
    lifter.rest_until(day)
    sets, pain = lifter.train(session.items, dict(shelf().exercises), rng.standard_normal(DRAWS), hard_week=bool(rng.random() < 0.1))
    return DoneSession(day, tuple(sets), pain=PlanPain(during=pain.during))


def _planned(programme: Programme, count: int) -> tuple[str, int]:
    flat = [session for week in programme.weeks for session in week.sessions]
    return flat[(count - 1) % len(flat)].date.isoformat(), 0


def _record(done: DoneSession, session: PlannedSession, planned: tuple[str, int], rng: np.random.Generator) -> Session:
    day = done.date.isoformat()
    entries = tuple(_entry(day, number, item, done) for number, item in enumerate(session.items))
    pain = Pain(during=done.pain.during) if done.pain.during is not None else None
    return Session(
        id=imported_id("demo session", day),
        day=done.date,
        started_at=dt.datetime.combine(done.date, dt.time(18, int(rng.integers(0, 40)))),
        minutes=float(session.minutes + int(rng.integers(-6, 9))),
        session_rpe=float(np.clip(round(6.5 + rng.standard_normal()), 3, 10)),
        pain=pain,
        planned=imported_id("plan", *planned),
        entries=entries,
    )


def _entry(day: str, number: int, item: Item, done: DoneSession) -> Entry:
    asked = Asked(sets=item.sets, reps=item.reps, rir=item.rir, load_kg=item.external_load_kg, tempo=item.tempo, rest_s=float(item.rest_s))
    sets = tuple(_set(day, item, place, each) for place, each in enumerate(done.of(item.exercise)))
    return Entry(id=imported_id("demo entry", day, number), exercise=item.exercise, name=item.name, asked=asked, sets=sets)


def _set(day: str, item: Item, place: int, done: DoneSet) -> SetRecord:
    return SetRecord(
        id=imported_id("demo set", day, item.exercise, place),
        reps=done.reps,
        external_load_kg=done.external_load_kg,
        rir=None if done.rir is None else float(min(10.0, max(0.0, round(done.rir)))),
        side=done.side,
        duration_s=done.hold_s,
        tempo_asked=item.tempo,
        pain=Pain(during=done.pain.during) if done.pain.during is not None else None,
    )


def _tests(start: dt.date) -> tuple[TestResult, ...]:
    values = ((0, 18.0, 22.0), (42, 21.0, 24.0), (80, 25.0, 26.0))
    return tuple(
        TestResult(id=imported_id("demo test", offset), day=start + dt.timedelta(days=offset), kind=TestKind.BRIDGE, left=left, right=right)
        for offset, left, right in values
    )


def _masses(start: dt.date) -> tuple[BodyMass, ...]:
    values = ((0, 68.0), (28, 68.4), (56, 68.9), (80, 69.1))
    return tuple(
        BodyMass(id=imported_id("demo mass", offset), day=start + dt.timedelta(days=offset), mass_kg=kilos) for offset, kilos in values
    )
