"""Changes from phones: once, in any order, from any device, and never another member's."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import Any
from uuid import UUID

import pytest

from eccentric.journal.ids import new_id
from eccentric.terms.errors import BadInput
from eccentric.web.accounts.models import User
from eccentric.web.training import queries
from eccentric.web.training.changes import Change, changes_from
from eccentric.web.training.models import MemberFile, Session, SetLog
from eccentric.web.training.sync import REFUSED, apply_changes

SESSION, ENTRY = new_id(), new_id()
DAY = dt.date(2026, 3, 2)


def change(kind: str = "set", at: int = 1000, id: UUID | None = None, **fields: Any) -> Change:
    """A change to a record of the one session and exercise of these tests."""
    own = {"session": SESSION, "entry": ENTRY, "set": id or new_id()}[kind]
    extra = {key: fields.pop(key) for key in ("deleted", "position") if key in fields}
    return changes_from(
        [
            {
                "kind": kind,
                "id": str(own),
                "edited_ms": at,
                "session": {"id": str(SESSION), "day": DAY.isoformat()},
                "entry": {"id": str(ENTRY), "name": "Nordic curl", "exercise": "nordic-curl"},
                "fields": fields,
                **extra,
            }
        ]
    )[0]


def sets_of(member: User) -> list[tuple[int | None, float | None]]:
    """Repetitions and loads of all sets, in order."""
    return [
        (row.reps, row.external_load_kg)
        for each in queries.sessions(member=member)
        for entry in each.entries.all()
        for row in entry.sets.all()
    ]


def test_a_set_alone_brings_its_session_and_exercise(member: User) -> None:
    one = change(reps=8, external_load_kg=40.0)
    assert apply_changes(member=member, changes=[one]).written == [one.id]
    (session,) = queries.sessions(member=member)
    assert (session.id, session.day) == (SESSION, DAY)
    assert [entry.exercise for entry in session.entries.all()] == ["nordic-curl"]
    assert sets_of(member) == [(8, 40.0)]


def test_the_same_change_sent_three_times_is_one_set(member: User) -> None:
    one = change(reps=8)
    apply_changes(member=member, changes=[one])
    again = apply_changes(member=member, changes=[one, one])
    assert again.written == []
    assert again.known == [one.id, one.id]
    assert SetLog.objects.count() == 1


def test_any_order_ends_the_same(member: User) -> None:
    done = new_id()
    sent = [
        change(id=done, at=1000, reps=8, external_load_kg=40.0),
        change(id=done, at=2000, reps=9),
        change(id=done, at=3000, rir=1.0),
        change("session", at=1500, session_rpe=7.0),
        change("session", at=2500, notes="sore"),
    ]
    for order in itertools.permutations(sent):
        Session.objects.all().delete()
        for each in order:
            apply_changes(member=member, changes=[each])
        row, session = SetLog.objects.get(), Session.objects.get()
        assert (row.reps, row.external_load_kg, row.rir) == (9, 40.0, 1.0), order
        assert (session.session_rpe, session.notes) == (7.0, "sore")


def test_a_deleted_set_stays_deleted_until_it_is_taken_back(member: User) -> None:
    done = new_id()
    first, gone, back = change(id=done, at=1000, reps=8), change(id=done, at=2000, deleted=True), change(id=done, at=3000, deleted=False)
    apply_changes(member=member, changes=[gone])
    apply_changes(member=member, changes=[first])
    assert sets_of(member) == []
    apply_changes(member=member, changes=[back])
    assert sets_of(member) == [(8, None)]


def test_unknown_fields_are_kept(member: User) -> None:
    apply_changes(member=member, changes=[change(reps=8, bar_speed=0.4)])
    row = SetLog.objects.get()
    assert (row.reps, row.extra) == (8, {"bar_speed": 0.4})


def test_answers_about_pain_join(member: User) -> None:
    apply_changes(member=member, changes=[change("session", at=1, pain={"during": 2})])
    apply_changes(member=member, changes=[change("session", at=2, pain={"next_morning": 1})])
    assert Session.objects.get().pain == {"during": 2, "next_morning": 1}


def test_another_members_rows_are_neither_changed_nor_confirmed(member: User, stranger_user: User) -> None:
    one = change(reps=8)
    apply_changes(member=member, changes=[one])
    attack = [
        change(id=one.id, at=9000, reps=99),
        change(at=9000, reps=1),
        change("session", at=9000, notes="x"),
        change("entry", at=9000, notes="x"),
    ]
    answer = apply_changes(member=stranger_user, changes=attack)
    assert answer.refused == dict.fromkeys((each.id for each in attack), REFUSED)
    assert sets_of(member) == [(8, None)]
    assert not Session.objects.filter(member=stranger_user).exists()


def test_a_clock_that_runs_ahead_does_not_lock_a_set(member: User) -> None:
    done, year_2100 = new_id(), 4_102_444_800_000
    apply_changes(member=member, changes=[change(id=done, at=year_2100, reps=8)])
    assert SetLog.objects.get().edited["reps"] < year_2100


@pytest.mark.parametrize(
    "fields",
    [
        {"reps": -1},
        {"reps": "8"},
        {"rir": 11},
        {"external_load_kg": "NaN"},
        {"tempo_asked": "slow"},
        {"pain": {"during": 11}},
        {"side": "up"},
    ],
)
def test_a_wrong_field_is_told_and_nothing_is_written(member: User, fields: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as found:
        change(**fields)
    assert "changes[0].fields" in str(found.value)
    assert not SetLog.objects.exists()


def test_every_problem_is_told_at_once() -> None:
    bad = {"kind": "set", "id": str(new_id()), "edited_ms": 1, "session": {"id": str(SESSION), "day": "2026-01-01"}}
    with pytest.raises(BadInput) as found:
        changes_from([bad, {"kind": "what"}, {**bad, "fields": {"reps": -1}}])
    where = {problem.where.split(".")[0] for problem in found.value.problems}
    assert where == {"changes[0]", "changes[1]", "changes[2]"}


def test_each_write_makes_what_was_worked_out_old(member: User) -> None:
    apply_changes(member=member, changes=[change(reps=8)])
    before = MemberFile.objects.get(member=member).revision
    apply_changes(member=member, changes=[change(reps=9)])
    assert MemberFile.objects.get(member=member).revision == before + 1


def test_two_phones_with_shuffled_and_repeated_changes_agree(member: User) -> None:
    ids = [new_id() for _ in range(4)]
    sent = [change(id=one, at=1000 + 10 * number, reps=number) for number, one in enumerate(ids * 5)]
    rng = random.Random(7)
    shuffled = [*sent, *rng.sample(sent, 10)]
    rng.shuffle(shuffled)
    for start in range(0, len(shuffled), 3):
        apply_changes(member=member, changes=shuffled[start : start + 3])
    assert {row.id: row.reps for row in SetLog.objects.all()} == {one: 16 + place for place, one in enumerate(ids)}
