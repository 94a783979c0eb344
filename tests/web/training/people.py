"""A person who trains: a profile, its programme, and a journal of every kind of record."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from eccentric.journal.ids import imported_id
from eccentric.journal.journal import Journal
from eccentric.journal.records import (
    Asked,
    BodyMass,
    Contraction,
    Entry,
    FaultSeen,
    LoadUnit,
    Milestone,
    Pain,
    PainKind,
    Provenance,
    Session,
    SetKind,
    SetRecord,
    WatchedSummary,
)
from eccentric.journal.tests_of_person import TestKind, TestResult
from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.plan.profile import Day, KnownLoad, Profile
from eccentric.plan.programme import Programme
from eccentric.plan.questions import BY_ID
from eccentric.terms.body import Muscle, Side
from eccentric.terms.faults import FaultId, Severity

FIRST = dt.date(2026, 3, 2)
GYM = ["seated-leg-curl-machine", "lying-leg-curl-machine", "barbell", "dumbbells", "rack", "bench"]


def a_profile() -> Profile:
    """Somebody with a gym, two days of an hour, and nothing wrong."""
    return Profile(
        goal="size",
        experience="intermediate",
        equipment=GYM,
        days=[Day(weekday="mon", minutes=60), Day(weekday="thu", minutes=60)],
        loads=[
            KnownLoad(exercise="romanian-deadlift", external_load_kg=80.0, reps=8, rir=2),
            KnownLoad(exercise="seated-leg-curl", external_load_kg=50.0, reps=8, rir=2),
        ],
        safety=dict.fromkeys(BY_ID, False),
    )


@lru_cache(maxsize=1)
def a_programme() -> Programme:
    """That person's programme of eight weeks."""
    return plan(a_profile(), read_library().exercises, start=FIRST, weeks=8)


def a_set(number: int, load_kg: float, **more: object) -> SetRecord:
    """A set of eight."""
    values = {"id": imported_id("set", number), "reps": 8, "external_load_kg": load_kg, "rir": 2.0} | more
    return SetRecord.model_validate(values)


def a_full_set() -> SetRecord:
    """A set with every field."""
    watched = WatchedSummary(
        reps=8,
        good_reps=7,
        tempo="2.8-0.2-1.0-0.1",
        range_mean_deg=101.0,
        faults=(FaultSeen(id=FaultId.HIPS_LIFT, severity=Severity.FAIL, reps=1, worst=17.0, unit="deg"),),
        muscles={Muscle.BFLH: 0.4},
    )
    return a_set(
        1,
        40.0,
        side=Side.LEFT,
        kind=SetKind.DROP,
        contraction=Contraction.ECCENTRIC,
        entered_unit=LoadUnit.LB,
        assist_kg=5.0,
        duration_s=30.0,
        distance_m=2.0,
        rest_s=90.0,
        tempo_asked="3-0-1-0",
        tempo_seen="2.8-0.2-1-0.1",
        watched=watched,
        pain=Pain(during=2, after=1, where="hamstring", kind=PainKind.DIFFUSE),
        started_at=dt.datetime(2026, 3, 2, 18, 5, tzinfo=dt.UTC),
        notes="slow",
    )


def a_full_session() -> Session:
    """A session with every field."""
    asked = Asked(sets=3, reps=(8, 12), rir=2.0, load_kg=40.0, tempo="3-0-1-0", rest_s=90.0)
    curl = Entry(
        id=imported_id("e", 1), exercise="lying-leg-curl", name="Leg Curl", asked=asked, superset="A", sets=(a_full_set(), a_set(2, 42.5))
    )
    other = Entry(id=imported_id("e", 2), name="Sissy squat", confidence=0.2, notes="?", sets=(a_set(3, 0.0),))
    return Session(
        id=imported_id("s", 1),
        day=FIRST,
        started_at=dt.datetime(2026, 3, 2, 18, 0),
        utc_offset_min=60,
        minutes=55.0,
        title="Monday",
        notes="fine",
        session_rpe=7.0,
        pain=Pain(after=1, next_morning=0),
        poor_sleep=True,
        sore_days=2,
        planned=imported_id("p", 1),
        source=Provenance(format="hevy", dialect="2024", key="k"),
        entries=(curl, other),
    )


def a_journal() -> Journal:
    """Two sessions and one record of every other kind; every field is used."""
    second = Session(
        id=imported_id("s", 2),
        day=FIRST + dt.timedelta(days=3),
        entries=(Entry(id=imported_id("e", 3), exercise="nordic-curl", name="Nordic curl", sets=(a_set(4, 0.0),)),),
    )
    return Journal(
        sessions=(a_full_session(), second),
        tests=(TestResult(id=imported_id("t", 1), day=FIRST, kind=TestKind.BRIDGE, left=20.0, right=24.0),),
        body_mass=(BodyMass(id=imported_id("m", 1), day=FIRST, mass_kg=71.5),),
        milestones=(Milestone(id=imported_id("x", 1), criterion="walks-without-pain", day=FIRST),),
    )
