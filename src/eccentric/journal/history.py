"""The journal as the planner reads it: what was done, in the planner's own words."""

from __future__ import annotations

from pathlib import Path

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.watched_trend import tempo_kept
from eccentric.journal.muscles import is_known
from eccentric.journal.records import Contraction, Entry, Pain, PainKind, Session, SetKind, SetRecord
from eccentric.journal.store import read_journal
from eccentric.plan import history as plan
from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId, Severity

_KINDS: dict[PainKind, plan.PainKind] = {PainKind.ONE_SPOT_SUDDEN: "one-spot-sudden", PainKind.DIFFUSE: "diffuse"}


def _pain(pain: Pain | None) -> plan.Pain:
    if pain is None:
        return plan.Pain()
    return plan.Pain(pain.during, pain.after, pain.next_morning, pain.where, _KINDS[pain.kind] if pain.kind else None)


def _failed(done: SetRecord) -> tuple[FaultId, ...]:
    if done.watched is None:
        return ()
    return tuple(fault.id for fault in done.watched.faults if fault.severity is Severity.FAIL)


def _range_kept(done: SetRecord) -> bool | None:
    """False when a repetition was watched turning back too early or not returning; None when nobody watched."""
    if done.watched is None or not done.watched.view_usable:
        return None
    short = {FaultId.PARTIAL_RANGE, FaultId.INCOMPLETE_RETURN}
    return not any(fault.id in short for fault in done.watched.faults)


def _hold_s(done: SetRecord) -> float | None:
    timed = done.contraction is Contraction.ISOMETRIC or not done.reps
    return done.duration_s if timed else None


def _set(entry: Entry, done: SetRecord) -> plan.DoneSet:
    rir = done.rir if done.rir is not None else 0.0 if done.kind is SetKind.FAILURE else None
    return plan.DoneSet(
        exercise=entry.exercise or entry.name,
        reps=done.reps or 0,
        external_load_kg=done.external_load_kg,
        rir=rir,
        side=done.side or Side.BOTH,
        hold_s=_hold_s(done),
        pain=_pain(done.pain),
        faults=_failed(done),
        tempo_kept=tempo_kept(done),
        range_kept=_range_kept(done),
        warm_up=done.kind is SetKind.WARM_UP,
        eccentric_only=done.contraction is Contraction.ECCENTRIC,
    )


def _session(session: Session) -> plan.DoneSession:
    return plan.DoneSession(
        date=session.day,
        sets=tuple(_set(entry, done) for entry in session.entries for done in entry.sets),
        pain=_pain(session.pain),
        session_rpe=session.session_rpe,
        minutes=session.minutes,
        poor_sleep=session.poor_sleep,
        sore_days=session.sore_days,
    )


def history_of(journal: Journal) -> plan.History:
    """What was done, oldest first; exercises that the library does not know keep their name and are listed as strange."""
    sessions = sorted(journal.sessions, key=lambda session: session.day)
    named = {entry.exercise or entry.name for session in sessions for entry in session.entries}
    return plan.History(
        sessions=tuple(_session(session) for session in sessions),
        milestones=tuple(plan.Milestone(met.criterion, met.day) for met in journal.milestones),
        strange=tuple(sorted(name for name in named if not is_known(name))),
    )


def history_from_journal(path: Path) -> plan.History:
    """As ``history_of``, from a journal file; raises BadInput when it cannot be read."""
    return history_of(read_journal(path))
