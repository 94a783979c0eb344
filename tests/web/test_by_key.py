"""Rows by their key are what Django's own query gives."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.forms.models import model_to_dict

from eccentric.web.accounts.models import User
from eccentric.web.by_key import ByKey
from eccentric.web.training.models import MemberFile, SetLog


def test_a_row_is_the_one_that_django_reads_with_all_its_values(member: User, django_assert_num_queries: Any) -> None:
    file = MemberFile.objects.create(member=member, profile={"goal": ["size"]}, upcoming_revision=3)
    people, files = ByKey(User, "id"), ByKey(MemberFile, "member")
    for _ in range(2):
        with django_assert_num_queries(2):
            one, two = people.get(member.pk), files.get(member.pk)
        assert one is not None
        assert two is not None
        assert (one, two) == (member, file)
        assert model_to_dict(one) == model_to_dict(User.objects.get(pk=member.pk))
        assert two.profile == {"goal": ["size"]}
        assert two.updated_at == MemberFile.objects.get(pk=member.pk).updated_at
        assert one.date_joined.tzinfo is not None
    MemberFile.objects.update(revision=9)
    found = files.get(member.pk)
    assert found is not None
    assert found.revision == 9, "it is read anew each time"


def test_a_key_that_is_not_there_is_none(db: None) -> None:
    assert ByKey(User, "id").get(0) is None
    assert ByKey(SetLog, "id").get("01900000-0000-7000-8000-000000000000") is None


@pytest.mark.django_db(transaction=True)
def test_each_thread_reads_with_its_own_connection() -> None:
    from django.db import connection

    person = User.objects.create_user("threads")
    people, found = ByKey(User, "username"), list[Any]()

    def read() -> None:
        found.append(people.get("threads"))
        connection.close()

    for _ in range(2):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert [*found, people.get("threads")] == [person] * 3
