"""Merging: the same record sent twice is one record, and what is there stays."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.journal.samples import ident, rehab_journal

from eccentric.journal.journal import Journal
from eccentric.journal.merge import merge
from eccentric.journal.records import Entry, Session, SetRecord


def journal(*sets: SetRecord, day: date = date(2025, 1, 1)) -> Journal:
    entry = Entry(id=ident("entry"), name="x", sets=sets)
    return Journal(sessions=(Session(id=ident("session"), day=day, entries=(entry,)),))


A, B = SetRecord(id=ident("a"), reps=5), SetRecord(id=ident("b"), reps=6)


def test_the_same_again_changes_nothing() -> None:
    mine = rehab_journal()
    merged = merge(mine, mine)
    assert merged.journal == mine
    assert (merged.new_sessions, merged.new_sets, merged.differing) == (0, 0, ())


def test_a_new_set_of_a_known_session_is_added_to_it() -> None:
    merged = merge(journal(A), journal(A, B))
    assert merged.journal.sessions[0].entries[0].sets == (A, B)
    assert (merged.new_sessions, merged.new_sets) == (0, 1)


def test_a_set_that_only_the_journal_has_stays() -> None:
    assert merge(journal(A, B), journal(A)).journal.sessions[0].entries[0].sets == (A, B)


def test_where_they_differ_the_journal_wins_unless_told_otherwise() -> None:
    changed = A.model_copy(update={"reps": 9})
    kept = merge(journal(A), journal(changed))
    assert kept.journal.sessions[0].entries[0].sets == (A,)
    assert kept.differing == (A.id,)
    taken = merge(journal(A), journal(changed), prefer_theirs=True)
    assert taken.journal.sessions[0].entries[0].sets == (changed,)


def test_sessions_come_in_the_order_of_time() -> None:
    late, early = Session(day=date(2025, 2, 1)), Session(day=date(2025, 1, 1))
    assert merge(Journal(sessions=(late,)), Journal(sessions=(early,))).journal.sessions == (early, late)


SOME = st.lists(st.integers(0, 15), unique=True).map(
    lambda picked: Journal(sessions=tuple(session for n, session in enumerate(rehab_journal().sessions) if n in picked))
)


@given(SOME, SOME)
def test_merging_is_idempotent_and_order_does_not_matter(one: Journal, other: Journal) -> None:
    both = merge(one, other).journal
    assert merge(both, other).journal == both
    assert merge(other, one).journal == both
    assert {session.id for session in both.sessions} == {session.id for session in (*one.sessions, *other.sessions)}
