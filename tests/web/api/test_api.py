"""The interface for programs: who gets what, what is refused, and what sending twice does."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.web.people import NOTE, train

from eccentric.journal.records import Entry, Session, SetRecord
from eccentric.journal.store import parse_journal
from eccentric.web.accounts.models import ApiToken, DoneRequest, User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token, token_named
from eccentric.web.api.v1 import api
from eccentric.web.training.models import SetLog
from eccentric.web.training.queries import journal_of

HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,"
    "duration_seconds,rpe\n"
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 08:48","","Seated Leg Curl (Machine)",,"",0,"normal",40,10,,,8\n'
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 08:48","","Zercher Carry",,"",0,"normal",30,12,,,\n'
)
Bearer = Callable[..., Client]


@pytest.fixture
def with_token(db: None) -> Bearer:
    """Return a client with a token of a person for some scopes (all, when none is named)."""

    def made(person: User, *scopes: Scope) -> Client:
        token, _ = make_token(user=person, name="test", scopes=scopes or list(Scope))
        return Client(headers={"authorization": f"Bearer {token}"}, enforce_csrf_checks=True)

    return made


def log(client: Client) -> Any:
    return client.post("/api/v1/imports", {"log": SimpleUploadedFile("hevy.csv", HEVY.encode())})


def send(client: Client, path: str, body: Any, method: str = "post", **headers: str) -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return getattr(client, method)(f"/api/v1{path}", text, content_type="application/json", headers=headers)


def a_session() -> dict[str, Any]:
    session = Session(day=timezone.localdate(), entries=(Entry(name="Curl", exercise="lying-leg-curl", sets=(SetRecord(reps=8),)),))
    made: dict[str, Any] = json.loads(session.model_dump_json())
    return made


OPERATIONS = [
    (path, method.upper(), operation)
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    for method, operation in methods.items()
]


def filled(path: str) -> str:
    return (
        path.replace("{exercise_id}", "nordic-curl")
        .replace("{", "")
        .replace("}", "")
        .replace("session_id", str(uuid4()))
        .replace("set_id", str(uuid4()))
        .replace("programme_id", str(uuid4()))
        .replace("check_id", str(uuid4()))
        .replace("import_id", str(uuid4()))
        .replace("/invitations/invitation", "/invitations/1000000")
        .replace("/grants/grant", "/grants/1000000")
        .replace("/people/grant", "/people/1000000")
    )


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=[f"{method} {path}" for path, method, _ in OPERATIONS])
def test_nobody_gets_in_without_a_token_and_no_token_gets_past_its_scopes(
    path: str, method: str, operation: dict[str, Any], anonymous: Client, member: User, with_token: Bearer
) -> None:
    asked: dict[str, Any] = {"path": filled(path), "data": "{}", "content_type": "application/json"}
    if "security" not in operation:
        assert anonymous.generic(method, **asked).status_code == 200
        return
    answer = anonymous.generic(method, **asked)
    assert answer.status_code == 401
    assert answer.json()["error"]
    token, row = make_token(user=member, name="nothing", scopes=[])
    refused = Client(headers={"authorization": f"Bearer {token}"}).generic(method, **asked)
    assert refused.status_code == 403
    assert "scope" in refused.json()["error"]
    assert row.digest != token


def test_a_stranger_and_a_coach_find_nothing_of_the_member(member: User, coach: Client, stranger: Client, owner: Client) -> None:
    journal = train(member)
    session, done = journal.sessions[0].id, journal.sessions[0].entries[0].sets[0].id
    for path in (f"/sessions/{session}", f"/sets/{done}"):
        for client in (coach, stranger):
            assert client.delete(f"/api/v1{path}").status_code == 404
    for client in (coach, stranger):
        assert client.get(f"/api/v1/sessions/{session}").status_code == 404
        assert client.get("/api/v1/sessions").json()["count"] == 0
        assert client.get("/api/v1/sets").json()["count"] == 0
        assert NOTE not in client.get("/api/v1/journal").content.decode()
    assert owner.get(f"/api/v1/sessions/{session}").status_code == 200


def test_the_same_session_sent_twice_is_one(member: User, with_token: Bearer) -> None:
    client, session = with_token(member), a_session()
    assert send(client, "/sessions", session).status_code == 201
    again = send(client, "/sessions", session)
    assert again.status_code == 200
    assert again.json()["id"] == session["id"]
    assert SetLog.objects.count() == 1


def test_a_session_under_anothers_id_is_refused_and_not_confirmed(member: User, stranger_user: User, with_token: Bearer) -> None:
    session = a_session()
    assert send(with_token(member), "/sessions", session).status_code == 201
    answer = send(with_token(stranger_user), "/sessions", session)
    assert answer.status_code == 409
    assert SetLog.objects.filter(entry__session__member=stranger_user).count() == 0


def test_what_is_deleted_does_not_come_back(member: User, with_token: Bearer) -> None:
    client, session = with_token(member), a_session()
    send(client, "/sessions", session)
    done = session["entries"][0]["sets"][0]["id"]
    assert client.delete(f"/api/v1/sets/{done}").status_code == 204
    assert client.delete(f"/api/v1/sets/{done}").status_code == 404
    assert client.get("/api/v1/sets").json()["count"] == 0
    assert client.delete(f"/api/v1/sessions/{session['id']}").status_code == 204
    assert send(client, "/sessions", session).status_code == 409
    assert client.get("/api/v1/sessions").json()["count"] == 0


def test_every_problem_is_told(member: User, with_token: Bearer) -> None:
    bad = a_session() | {"session_rpe": 11, "strange": 1}
    answer = send(with_token(member), "/sessions", bad)
    assert answer.status_code == 422
    assert {problem["where"] for problem in answer.json()["problems"]} == {"body.session_rpe", "body.strange"}


@pytest.mark.parametrize("body", ["", "{", "[" * 100_000, '{"notes": "\\u0000"}', '{"notes": "\\ud800"}'])
def test_what_is_no_text_is_refused(body: str, member: User, with_token: Bearer) -> None:
    assert send(with_token(member), "/sessions", body).status_code == 400


def test_a_body_that_is_too_large_is_told_as_such(member: User, with_token: Bearer) -> None:
    answer = send(with_token(member), "/sessions", {"notes": "x" * 2_600_000})
    assert (answer.status_code, "error" in answer.json()) == (413, True)


def test_a_key_does_a_request_once(member: User, with_token: Bearer) -> None:
    client = with_token(member)
    first, again = log_with_key(client, "k1"), log_with_key(client, "k1")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    other = send(client, "/sessions", a_session(), **{"Idempotency-Key": "k1"})
    assert other.status_code == 409
    DoneRequest.objects.update(status=None)
    assert log_with_key(client, "k1").status_code == 409
    assert send(client, "/sessions", a_session(), **{"Idempotency-Key": "x" * 101}).status_code == 422


def log_with_key(client: Client, key: str) -> Any:
    return client.post("/api/v1/imports", {"log": SimpleUploadedFile("hevy.csv", HEVY.encode())}, headers={"Idempotency-Key": key})


def test_the_keys_of_two_people_are_apart(member: User, stranger_user: User, with_token: Bearer) -> None:
    assert log_with_key(with_token(member), "k").json()["id"] != log_with_key(with_token(stranger_user), "k").json()["id"]


def test_a_token_ends(member: User) -> None:
    token, row = make_token(user=member, name="t", scopes=[Scope.EXPORT], days=1)
    assert token_named(token) is not None
    ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert token_named(token) is None
    ApiToken.objects.update(expires_at=None)
    member.is_active = False
    member.save()
    assert token_named(token) is None
    assert token_named(row.digest) is None


def test_tokens_are_hashed_at_rest(member: User) -> None:
    token, _ = make_token(user=member, name="t", scopes=[Scope.EXPORT])
    kept = json.dumps(list(ApiToken.objects.values()), default=str)
    assert token not in kept
    assert token[10:] not in kept


def test_a_browser_needs_the_csrf_token_to_write(member: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(member, backend="eccentric.web.accounts.backend.Members")
    assert client.get("/api/v1/account").status_code == 200
    assert send(client, "/sessions", a_session()).status_code == 403


def test_a_log_comes_in_with_the_names_that_were_chosen(member: User, with_token: Bearer) -> None:
    client = with_token(member)
    read = log(client).json()
    assert read["names"] == [{"name": "Zercher Carry", "sets": 1, "suggestion": None}]
    assert client.get("/api/v1/sets").json()["count"] == 0
    wrong = send(client, f"/imports/{read['id']}/take", {"exercises": {"Zercher Carry": "no-such"}})
    assert wrong.status_code == 422
    taken = send(client, f"/imports/{read['id']}/take", {"exercises": {"Zercher Carry": "lying-leg-curl"}})
    assert taken.json() == {"sessions": 1, "sets": 2}
    assert client.get("/api/v1/sets?exercise=lying-leg-curl").json()["count"] == 1
    assert send(client, f"/imports/{read['id']}/take", {}).status_code == 404
    again = send(client, f"/imports/{log(client).json()['id']}/take", {})
    assert again.json() == {"sessions": 0, "sets": 0}


def test_two_people_may_bring_in_the_same_file(member: User, stranger_user: User, with_token: Bearer) -> None:
    for person in (member, stranger_user, member, stranger_user):
        client = with_token(person)
        send(client, f"/imports/{log(client).json()['id']}/take", {})
        assert client.get("/api/v1/sets").json()["count"] == 2, person


def test_what_cannot_be_read_is_told(member: User, with_token: Bearer) -> None:
    answer = with_token(member).post("/api/v1/imports", {"log": SimpleUploadedFile("x.bin", b"\x00\x01 nothing")})
    assert answer.status_code == 422
    assert answer.json()["problems"]


def test_the_journal_goes_out_and_comes_in_whole(member: User, stranger_user: User, with_token: Bearer) -> None:
    given = train(member)
    text = with_token(member, Scope.EXPORT).get("/api/v1/journal").content
    assert parse_journal(text).sessions == given.sessions
    assert parse_journal(text).tests == given.tests
    client = with_token(stranger_user)
    read = client.post("/api/v1/imports", {"log": SimpleUploadedFile("journal.json", text)}).json()
    send(client, f"/imports/{read['id']}/take", {})
    assert journal_of(member=stranger_user).set_count == given.set_count


def test_everything_in_one_zip(member: User, with_token: Bearer) -> None:
    train(member)
    response = with_token(member, Scope.EXPORT).get("/api/v1/export")
    with zipfile.ZipFile(io.BytesIO(b"".join(response))) as archive:
        assert {"journal.json", "sets.csv", "README.txt"} <= set(archive.namelist())


def test_lists_come_in_parts(member: User, with_token: Bearer, django_assert_max_num_queries: Any) -> None:
    train(member, weeks=12)
    client = with_token(member)
    client.get("/api/v1/account")
    seen, offset = [], 0
    while offset is not None:
        with django_assert_max_num_queries(8):
            page = client.get(f"/api/v1/sets?limit=25&offset={offset}").json()
        seen += [item["set"]["id"] for item in page["items"]]
        offset = page["next_offset"]
    assert len(seen) == len(set(seen)) == page["count"] == 72
    with django_assert_max_num_queries(8):
        assert len(client.get("/api/v1/sessions?limit=10").json()["items"]) == 10
    assert client.get("/api/v1/sets?limit=0").status_code == 422


def test_metrics_are_those_of_the_page(member: User, with_token: Bearer) -> None:
    train(member)
    charts = {chart["key"]: chart for chart in with_token(member).get("/api/v1/metrics").json()["charts"]}
    assert {"strength", "hard-sets", "long", "lowering", "tempo", "range", "pain", "scale-psfs"} <= set(charts)
    assert len(charts["hard-sets"]["lines"]) == 4


def test_a_profile_is_replaced(member: User, with_token: Bearer) -> None:
    client = with_token(member)
    assert client.get("/api/v1/profile").status_code == 404
    profile = {"goal": "size", "experience": "novice", "days": [{"weekday": "mon", "minutes": 45}]}
    assert send(client, "/profile", profile, "put").status_code == 200
    assert client.get("/api/v1/profile").json()["goal"] == "size"
    assert send(client, "/profile", profile | {"goal": "fame"}, "put").status_code == 422


def test_the_description_for_people_names_every_operation(anonymous: Client) -> None:
    page = anonymous.get("/api/v1/docs").content.decode()
    for path, method, _ in OPERATIONS:
        assert f"{method} {path}" in page
