"""Today: what it asks of the database and of the processor, and what is kept for the next time."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from tests.web.training.cost import in_loops
from tests.web.training.forms import forms

from eccentric.journal.ids import new_id
from eccentric.web.accounts.models import User

QUERIES_WARM = 3
"""Django's session and user, then the member's file; the live session, its exercises and its sets once after each change."""


def test_today_asks_the_database_three_times_and_three_more_after_something_was_logged(
    owner: Client, trained: User, django_assert_num_queries: Any
) -> None:
    form = forms(owner)[0]
    owner.get("/today/")
    with django_assert_num_queries(QUERIES_WARM):
        owner.get("/today/")
    for number in range(6):
        owner.post("/today/act/", form | {"id": f"01900000-0000-7000-8000-00000000000{number}"})
    with django_assert_num_queries(QUERIES_WARM + 3):
        owner.get("/today/")
    with django_assert_num_queries(QUERIES_WARM):
        owner.get("/today/")


def test_what_is_kept_of_an_exercise_has_forms_of_its_own_each_time(owner: Client, trained: User) -> None:
    first, second = (owner.get("/today/").content.decode() for _ in range(2))
    tokens = [set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)) for html in (first, second)]
    assert tokens[0]
    assert not tokens[0] & tokens[1]
    ids = [re.findall(r'name="act" value="log"><input type="hidden" name="id" value="([^"]+)"', html) for html in (first, second)]
    assert len(set(ids[0] + ids[1])) == len(ids[0] + ids[1]) > 2, "a form sent twice is one set; another form is another set"
    checking = Client(enforce_csrf_checks=True)
    checking.cookies = owner.cookies
    form = forms(checking)[0]
    assert checking.post("/today/act/", form).status_code == 302
    assert checking.post("/today/act/", form | {"csrfmiddlewaretoken": "x" * 64}).status_code == 403


def test_the_next_session_is_worked_out_once(owner: Client, trained: User, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.get("/today/")
    monkeypatch.setattr("eccentric.web.training.ready._work_out", lambda *_: pytest.fail("worked out again"))
    assert owner.get("/today/").status_code == 200


@pytest.mark.slow
def test_today_and_a_set_cost_little_processor_time(owner: Client, trained: User) -> None:
    """Guards against growth, in plain loops (16 ms each where they were set) because machines differ: Today took 0.7, a set 0.25."""
    form = forms(owner)[0]
    owner.post("/today/act/", form)
    owner.get("/today/")
    session, entry = json.loads(form["session"]), json.loads(form["entry"])

    def log() -> None:
        change = {"kind": "set", "id": str(new_id()), "edited_ms": 1, "session": session, "entry": entry, "fields": {"reps": 8}}
        body = {"member": str(trained.pk), "changes": [change]}
        assert owner.post("/today/sync/", body, content_type="application/json").status_code == 200

    today, logged = in_loops(lambda: owner.get("/today/", headers={"Accept-Encoding": "gzip"})), in_loops(log)
    print(f"today {today:.2f}, a set {logged:.2f} plain loops")
    assert today < 1.3
    assert logged < 0.6
