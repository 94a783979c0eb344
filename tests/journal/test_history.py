"""The journal in the planner's words, and a watched set in the journal's."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.journal.samples import START, rehab_journal, rich_set

from eccentric.journal.from_watch import watched_fields
from eccentric.journal.history import history_from_journal, history_of
from eccentric.journal.journal import Journal
from eccentric.journal.records import Contraction, Entry, Session, SetKind, SetRecord
from eccentric.journal.store import write_journal
from eccentric.motion.watched import FoundFault, Repetition, SetSummary, Signals, View, WatchedSet
from eccentric.terms.body import Muscle, Side
from eccentric.terms.errors import BadInput
from eccentric.terms.faults import FaultId, Severity


def test_history_has_every_session_and_set_oldest_first() -> None:
    journal = rehab_journal()
    history = history_of(journal)
    assert [session.date for session in history.sessions] == [session.day for session in journal.sessions]
    first = history.sessions[0]
    assert (first.session_rpe, first.minutes, first.pain.during, first.pain.next_morning) == (6, 45, 4, 2)
    curl, nordic = first.of("seated-leg-curl"), first.of("nordic-curl")
    assert [(done.reps, done.external_load_kg, done.rir) for done in curl] == [(10, 30, 2), (10, 30, 2), (9, 30, 2)]
    assert [done.eccentric_only for done in nordic] == [True, True]
    assert [done.tempo_kept for done in curl] == [False, True, True]
    assert curl[0].faults == (FaultId.HIPS_LIFT,)
    assert (curl[0].range_kept, curl[1].range_kept) == (True, None)
    assert history.milestones[0].on == START + timedelta(days=10)
    assert history.strange == ()


def test_history_of_a_rich_set() -> None:
    session = Session(
        day=START, entries=(Entry(name="My own thing", sets=(rich_set(), SetRecord(duration_s=30.0, contraction=Contraction.ISOMETRIC))),)
    )
    history = history_of(Journal(sessions=(session,)))
    done, hold = history.sessions[0].sets
    assert (done.exercise, done.side, done.rir, done.pain.site, done.pain.kind) == (
        "My own thing",
        Side.LEFT,
        0.5,
        "left sit bone",
        "diffuse",
    )
    assert (done.hold_s, hold.hold_s, hold.reps) == (None, 30, 0)
    assert history.strange == ("My own thing",)


def test_failure_without_a_number_is_no_reserve_and_warm_ups_are_told() -> None:
    sets = (SetRecord(reps=5, kind=SetKind.FAILURE), SetRecord(reps=5, kind=SetKind.WARM_UP))
    found = history_of(Journal(sessions=(Session(day=START, entries=(Entry(name="x", sets=sets),)),))).sessions[0].sets
    assert [(done.rir, done.warm_up) for done in found] == [(0, False), (None, True)]


def test_history_from_a_file(tmp_path: Path) -> None:
    write_journal(tmp_path / "j.json", rehab_journal())
    assert history_from_journal(tmp_path / "j.json") == history_of(rehab_journal())
    with pytest.raises(BadInput):
        history_from_journal(tmp_path / "none.json")


def fault(identity: FaultId, severity: Severity, value: float) -> FoundFault:
    return FoundFault(identity, severity, value, "deg", 0.0, 1.0)


def rep(index: int, low: float, high: float, *faults: FoundFault, complete: bool = True) -> Repetition:
    return Repetition(index, Side.BOTH, 0, 1, 2, 1, 0, 1, 0, low, high, complete=complete, faults=faults)


def watched(*reps: Repetition) -> WatchedSet:
    empty = np.zeros(0)
    summary = SetSummary(reps=2, good_reps=1, tempo="2.5-0-1-0", rom_mean_deg=101.5, eccentric_total_s=7.5)
    return WatchedSet("lying-leg-curl", View(True, 3.0, Side.LEFT), reps, summary, Signals(empty, {}, {}, empty))


def test_a_watched_set_becomes_fields_of_the_record() -> None:
    lift, worse, drop = FaultId.HIPS_LIFT, Severity.FAIL, FaultId.RUSHED_LOWERING
    found = watched_fields(
        watched(
            rep(1, 8, 110, fault(lift, Severity.WARN, 12), fault(lift, worse, 16)),
            rep(2, 5, 112, fault(lift, Severity.WARN, 13), fault(drop, Severity.WARN, 1.4)),
            rep(3, 1, 150, complete=False),
        ),
        {Muscle.BFLH: 0.4},
    )
    assert (found.reps, found.good_reps, found.tempo, found.range_mean_deg, found.eccentric_total_s) == (2, 1, "2.5-0-1-0", 101.5, 7.5)
    assert (found.driver_min_deg, found.driver_max_deg, found.break_point_deg) == (5, 112, None)
    assert [(seen.id, seen.severity, seen.reps, seen.worst) for seen in found.faults] == [
        (lift, worse, 2, 16),
        (drop, Severity.WARN, 1, 1.4),
    ]
    assert found.muscles == {Muscle.BFLH: 0.4}
    assert SetRecord(reps=2, watched=found).watched == found


def test_nobody_moving_gives_nothing_measured() -> None:
    empty = np.zeros(0)
    still = WatchedSet(
        "x", View(False, None, None, ("Nobody in view.",)), (), SetSummary(0, 0, None, None, None), Signals(empty, {}, {}, empty)
    )
    found = watched_fields(still)
    assert (found.reps, found.tempo, found.driver_min_deg, found.view_usable, found.faults) == (0, None, None, False, ())
