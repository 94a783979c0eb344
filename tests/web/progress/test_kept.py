"""The progress page is worked out once for a state of the training, and never shown behind it or to the wrong person."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from tests.web.people import a_journal, train

from eccentric.journal.journal import Journal
from eccentric.web.accounts.models import User
from eccentric.web.progress import kept
from eccentric.web.progress.page import Wanted
from eccentric.web.training.services import store_journal

TODAY = dt.date.today()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Nothing kept yet."""
    cache.clear()


def sessions(member: User, **parts: bool) -> str:
    return kept.kept_page(member=member, wanted=Wanted(12), today=TODAY, unit="kg", **parts).headline


def test_it_is_worked_out_once_and_again_when_something_is_logged(member: User, monkeypatch: pytest.MonkeyPatch) -> None:
    train(member, weeks=2)
    first = sessions(member)
    with monkeypatch.context() as patched:
        patched.setattr(kept, "progress_page", lambda **_: pytest.fail("worked out again"))
        assert sessions(member) == first
    more = a_journal(weeks=1).sessions
    store_journal(member=member, journal=Journal(sessions=more))
    assert first.startswith("2 sessions")
    assert sessions(member).startswith("3 sessions")


def test_each_sees_their_own_and_only_the_parts_that_are_shared(member: User, stranger_user: User) -> None:
    train(member, weeks=2)
    assert sessions(member)
    assert sessions(stranger_user) == ""
    assert sessions(member, training=False) == ""
    page = kept.kept_page(member=member, wanted=Wanted(12), today=TODAY, unit="kg", pain=False)
    assert page.pain == ()


@pytest.mark.django_db
def test_a_second_look_asks_the_database_four_times(owner: Client, member: User, django_assert_max_num_queries: pytest.MonkeyPatch) -> None:
    train(member, weeks=6)
    owner.get("/progress/")
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        owner.get("/progress/")
