"""Test results and body masses through the interface; each as its owner and as somebody else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from tests.web.api.test_api import Bearer, send, with_token  # noqa: F401 (the fixture)

from eccentric.journal.ids import new_id
from eccentric.web.accounts.models import User
from eccentric.web.training import queries
from eccentric.web.training.models import Kept, OtherRecord

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 2)


def a_test(value: float, day: dt.date = TODAY) -> dict[str, Any]:
    return {"id": str(new_id()), "day": day.isoformat(), "kind": "psfs", "value": value}


def a_mass(mass_kg: float) -> dict[str, Any]:
    return {"id": str(new_id()), "day": TODAY.isoformat(), "mass_kg": mass_kg}


@pytest.fixture
def program(member: User, with_token: Bearer) -> Client:  # noqa: F811
    """A program of the owner's with every scope."""
    return with_token(member)


def test_what_is_kept_comes_back_newest_first_and_once(program: Client, member: User) -> None:
    old, new = a_test(4.0, TODAY - dt.timedelta(days=9)), a_test(7.0)
    assert [send(program, "/tests", each).status_code for each in (new, old, new)] == [201] * 3
    assert send(program, "/tests", {**new, "value": 8.0}).status_code == 201
    found = program.get("/api/v1/tests").json()
    assert [(item["value"], item["day"]) for item in found["items"]] == [(8.0, new["day"]), (4.0, old["day"])]
    assert program.get("/api/v1/tests", {"until": old["day"]}).json()["count"] == 1
    assert [test.value for test in queries.others(member=member, kind=Kept.TEST)] == [4.0, 8.0]
    mass = a_mass(71.5)
    send(program, "/body-mass", mass)
    assert program.get("/api/v1/body-mass").json()["items"] == [mass]


def test_what_is_deleted_is_gone_with_its_value(program: Client) -> None:
    mass = a_mass(71.5)
    send(program, "/body-mass", mass)
    assert program.delete(f"/api/v1/tests/{mass['id']}").status_code == 404, "it is no test"
    assert program.delete(f"/api/v1/body-mass/{mass['id']}").status_code == 204
    assert program.delete(f"/api/v1/body-mass/{mass['id']}").status_code == 404
    assert program.get("/api/v1/body-mass").json()["count"] == 0
    assert OtherRecord.objects.get().data == {}


def test_bad_records_and_other_peoples_ids_are_refused(program: Client, stranger_user: User, with_token: Bearer) -> None:  # noqa: F811
    assert send(program, "/tests", {**a_test(1.0), "value": None}).status_code == 422
    assert send(program, "/body-mass", {**a_mass(1.0), "mass_kg": -3}).status_code == 422
    assert send(program, "/body-mass", {key: value for key, value in a_mass(70.0).items() if key != "id"}).status_code == 422
    mass, other = a_mass(71.5), with_token(stranger_user)
    send(program, "/body-mass", mass)
    assert send(other, "/body-mass", {**mass, "mass_kg": 99.0}).status_code == 409
    assert send(program, "/tests", {**a_test(2.0), "id": mass["id"]}).status_code == 409, "it is a body mass"
    assert other.delete(f"/api/v1/body-mass/{mass['id']}").status_code == 404
    assert other.get("/api/v1/body-mass").json()["count"] == 0
    assert program.get("/api/v1/body-mass").json()["items"] == [mass]
