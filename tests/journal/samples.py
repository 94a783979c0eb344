"""Journals and logs made for the tests; every number here is our own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

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
    PlannedEntry,
    PlannedSession,
    Session,
    SetKind,
    SetRecord,
    WatchedSummary,
)
from eccentric.journal.tests_of_person import Activity, TestKind, TestResult
from eccentric.terms.body import Muscle, Side
from eccentric.terms.faults import FaultId, Severity

SPACE = UUID("00000000-0000-4000-8000-000000000001")
START = date(2025, 3, 3)  # a Monday


def ident(*parts: object) -> UUID:
    """A fixed id for a test's record."""
    return uuid5(SPACE, repr(parts))


def watched(tempo: str = "2.6-0-1-0", range_deg: float = 100.0) -> WatchedSummary:
    return WatchedSummary(
        reps=8,
        good_reps=7,
        tempo=tempo,
        range_mean_deg=range_deg,
        driver_min_deg=8.0,
        driver_max_deg=112.0,
        eccentric_total_s=20.8,
        faults=(FaultSeen(id=FaultId.HIPS_LIFT, severity=Severity.FAIL, reps=1, worst=17.0, unit="deg"),),
        muscles={Muscle.SEMITEN: 0.4, Muscle.BFLH: 0.3},
    )


def rich_set() -> SetRecord:
    """A set with every field filled."""
    return SetRecord(
        id=ident("rich"),
        kind=SetKind.FAILURE,
        side=Side.LEFT,
        contraction=Contraction.ECCENTRIC,
        reps=8,
        external_load_kg=22.679619,
        assist_kg=0.5,
        entered_unit=LoadUnit.LB,
        rir=0.5,
        duration_s=31.5,
        distance_m=2.5,
        rest_s=90.0,
        tempo_asked="3-0-1-0",
        tempo_seen="2.6-0-1-0",
        watched=watched(),
        pain=Pain(during=3.0, after=2.0, next_morning=1.0, where="left sit bone", kind=PainKind.DIFFUSE),
        started_at=datetime(2025, 3, 3, 18, 5, 30),
        notes='two lines\nand a "quote", and a comma; – ü',
    )


def rehab_journal(weeks: int = 8) -> Journal:
    """Eight weeks of two planned sessions a week: loads rise, pain falls, one session in five is missed."""
    sessions, planned = [], []
    for number in range(weeks * 2):
        day = START + timedelta(days=number // 2 * 7 + (0 if number % 2 == 0 else 3))
        load = 30.0 + 1.25 * number
        plan = PlannedSession(
            id=ident("plan", number),
            day=day,
            title=f"Session {number + 1}",
            minutes=45,
            entries=(
                PlannedEntry(
                    exercise="seated-leg-curl",
                    name="Seated leg curl",
                    asked=Asked(sets=3, reps=(8, 12), rir=2, load_kg=load, tempo="3-0-1-0", rest_s=90),
                ),
                PlannedEntry(exercise="nordic-curl", name="Nordic curl", asked=Asked(sets=2, reps=(4, 6), tempo="4-0-1-0", rest_s=120)),
            ),
        )
        planned.append(plan)
        if number % 5 == 4:
            continue
        sessions.append(_done(number, day, load, plan))
    tests = (
        TestResult(id=ident("t1"), day=START, kind=TestKind.NPRS, value=5),
        TestResult(id=ident("t2"), day=START + timedelta(weeks=weeks - 1), kind=TestKind.NPRS, value=2),
        TestResult(id=ident("t3"), day=START, kind=TestKind.PSFS, activities=(_can("Sitting", 4), _can("Running", 2))),
        TestResult(
            id=ident("t4"), day=START + timedelta(weeks=weeks - 1), kind=TestKind.PSFS, activities=(_can("Sitting", 8), _can("Running", 5))
        ),
        TestResult(id=ident("t5"), day=START, kind=TestKind.BRIDGE, left=16, right=24),
        TestResult(id=ident("t6"), day=START + timedelta(weeks=weeks - 1), kind=TestKind.BRIDGE, left=24, right=29),
        TestResult(id=ident("t7"), day=START + timedelta(weeks=weeks - 1), kind=TestKind.GROC, value=4),
    )
    mass = (BodyMass(id=ident("m"), day=START, mass_kg=78.5),)
    met = (Milestone(id=ident("k"), criterion="painless-single-leg-squat", day=START + timedelta(days=10)),)
    return Journal(sessions=tuple(sessions), planned=tuple(planned), tests=tests, body_mass=mass, milestones=met)


def _can(name: str, score: float) -> Activity:
    return Activity(name=name, score=score)


def _done(number: int, day: date, load: float, plan: PlannedSession) -> Session:
    curl = tuple(
        SetRecord(
            id=ident("curl", number, nth),
            reps=10 - nth // 2,
            external_load_kg=load,
            rir=2,
            tempo_asked="3-0-1-0",
            tempo_seen="2.6-0-1-0" if nth else "2.1-0-1-0",
            watched=watched(range_deg=92.0 + number) if nth == 0 else None,
        )
        for nth in range(3)
    )
    nordic = tuple(
        SetRecord(id=ident("nordic", number, nth), reps=4 + number // 8, contraction=Contraction.ECCENTRIC, tempo_asked="4-0-1-0")
        for nth in range(2)
    )
    return Session(
        id=ident("session", number),
        day=day,
        started_at=datetime(day.year, day.month, day.day, 18, 0),
        utc_offset_min=60,
        minutes=45,
        title=plan.title,
        session_rpe=6,
        pain=Pain(during=max(0.0, 4.0 - number * 0.3), next_morning=max(0.0, 2.0 - number * 0.2)),
        planned=plan.id,
        entries=(
            Entry(id=ident("e1", number), exercise="seated-leg-curl", name="Seated leg curl", asked=plan.entries[0].asked, sets=curl),
            Entry(id=ident("e2", number), exercise="nordic-curl", name="Nordic curl", asked=plan.entries[1].asked, sets=nordic),
        ),
    )
