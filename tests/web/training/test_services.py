"""Profiles, programmes and journals in the database: in and out without loss."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from tests.web.training.people import FIRST, a_journal, a_profile, a_programme

from eccentric.journal.history import history_of
from eccentric.terms.errors import BadInput
from eccentric.web.accounts.models import User
from eccentric.web.training import queries, services
from eccentric.web.training.models import Programme, SetLog

__all__ = ["Client"]


def test_a_journal_goes_in_and_comes_out_the_same(member: User) -> None:
    journal = a_journal()
    assert services.store_journal(member=member, journal=journal) == (len(journal.sessions), journal.set_count)
    found = queries.journal_of(member=member)
    assert found.sessions == journal.sessions
    assert (found.tests, found.body_mass, found.milestones) == (journal.tests, journal.body_mass, journal.milestones)
    assert queries.history_for(member=member) == history_of(journal)


def test_a_journal_twice_is_a_journal_once(member: User) -> None:
    services.store_journal(member=member, journal=a_journal())
    count = SetLog.objects.count()
    assert services.store_journal(member=member, journal=a_journal()) == (0, 0)
    assert SetLog.objects.count() == count


def test_another_members_journal_is_not_taken_over(member: User, stranger_user: User) -> None:
    services.store_journal(member=member, journal=a_journal())
    assert services.store_journal(member=stranger_user, journal=a_journal()) == (0, 0)
    assert queries.sessions(member=stranger_user) == []
    assert len(queries.sessions(member=member)) == len(a_journal().sessions)


def test_a_profile_and_a_programme_are_kept_and_the_old_one_ends(member: User) -> None:
    profile, programme = a_profile(), a_programme()
    first = services.save_programme(member=member, profile=profile, programme=programme, start=FIRST)
    second = services.save_programme(member=member, profile=profile, programme=programme, start=FIRST)
    live = queries.live_programme(member=member)
    assert live == second
    assert Programme.objects.get(pk=first.pk).ended_at is not None
    assert queries.planned(row=second) == programme
    assert queries.profile_of(member=member) == profile


def test_a_stop_is_not_a_programme(member: User) -> None:
    stop = a_programme().model_copy(update={"weeks": ()})
    with pytest.raises(BadInput):
        services.save_programme(member=member, profile=a_profile(), programme=stop, start=FIRST)
    assert queries.live_programme(member=member) is None


def test_a_session_moves_and_moves_back(member: User) -> None:
    row = services.save_programme(member=member, profile=a_profile(), programme=a_programme(), start=FIRST)
    one = queries.planned_days(row=row)[0]
    services.move_session(member=member, planned=one.id, day=one.day + dt.timedelta(days=1))
    live = queries.live_programme(member=member)
    assert live is not None
    assert {each.id: each.day for each in queries.planned_days(row=live)}[one.id] == one.day + dt.timedelta(days=1)
    services.move_session(member=member, planned=one.id, day=one.day)
    live = queries.live_programme(member=member)
    assert live is not None
    assert live.moves == {}


def test_a_session_of_another_programme_does_not_move(member: User, stranger_user: User) -> None:
    row = services.save_programme(member=member, profile=a_profile(), programme=a_programme(), start=FIRST)
    one = queries.planned_days(row=row)[0]
    with pytest.raises(BadInput):
        services.move_session(member=stranger_user, planned=one.id, day=FIRST)
