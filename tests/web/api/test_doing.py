"""The interface does what the pages do: a programme, today's session, a form check, sharing; each as four people."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.web.api.test_api import Bearer, send, with_token  # noqa: F401 (the fixture)
from tests.web.checks.clips import clip, done_check
from tests.web.people import train
from tests.web.training.people import a_profile

from eccentric.journal.ids import new_id
from eccentric.journal.records import WatchedSummary
from eccentric.web.accounts.models import DoneRequest, User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.care.models import Grant, Invitation
from eccentric.web.checks.models import Check, State
from eccentric.web.training import queries
from eccentric.web.training.models import MemberFile, Programme, Session, SetLog

pytestmark = pytest.mark.django_db
SEEN = WatchedSummary(reps=5, good_reps=4, tempo="3-0-1-0", range_mean_deg=104.0)
SEAL = {"Idempotency-Key": "once"}


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """No uploads counted yet."""
    cache.clear()


@pytest.fixture
def program(member: User, with_token: Bearer) -> Client:  # noqa: F811
    """A program of the owner's with every scope."""
    return with_token(member)


def a_body(**changes: Any) -> dict[str, Any]:
    profile, today = json.loads(a_profile().model_dump_json()), timezone.localdate()
    return {"profile": profile | changes, "weeks": 4, "start": (today - timedelta(days=today.weekday())).isoformat()}


def made(program: Client) -> dict[str, Any]:
    answer = send(program, "/programmes", a_body())
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_a_profile_goes_in_and_the_programme_that_is_followed_comes_out(program: Client, member: User) -> None:
    found = made(program)
    row = queries.live_programme(member=member)
    assert row is not None
    assert (found["id"], len(found["result"]["weeks"])) == (str(row.pk), 4)
    assert found["result"]["weeks"][0]["sessions"][0]["items"][0]["why"]
    assert program.get("/api/v1/profile").json()["goal"] == "size"
    again = send(program, "/programmes", {"changes": ["days.minutes=-15"], "weeks": 4})
    assert again.status_code == 201, "without a profile, the one that is kept"
    assert Programme.objects.filter(ended_at=None).count() == 1


def test_what_stops_is_said_and_nothing_is_kept(program: Client) -> None:
    body = a_body(safety=json.loads(a_profile().model_dump_json())["safety"] | {"foot-drop": True})
    answer = send(program, "/programmes", body)
    assert (answer.status_code, answer.json()["id"], answer.json()["result"]["verdict"]) == (200, None, "stop")
    assert answer.json()["result"]["gates"][0]["rule"] == "SAF-04"
    tried = send(program, "/programmes", a_body() | {"keep": False})
    assert (tried.status_code, tried.json()["id"]) == (200, None)
    assert tried.json()["result"]["weeks"]
    assert not Programme.objects.exists()
    assert not MemberFile.objects.exclude(profile=None).exists()


def test_a_key_makes_one_programme(program: Client) -> None:
    first, again = (send(program, "/programmes", a_body(), **SEAL) for _ in range(2))
    assert first.json() == again.json()
    assert Programme.objects.count() == 1


@pytest.mark.parametrize("body", [{}, {"weeks": 3}, {"profile": {}}, {"start": "1999-01-01"}, {"changes": ["fame=+1"]}])
def test_what_cannot_be_planned_is_told(program: Client, body: dict[str, Any]) -> None:
    full = body if "profile" in body or not body else a_body() | body
    answer = send(program, "/programmes", full)
    assert answer.status_code == 422
    assert answer.json()["problems"]


def test_days_to_come_are_told_together(program: Client) -> None:
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    body = a_body(born="2931-01-01", surgeries=[{"kind": "acl-hamstring-graft", "on": tomorrow}])
    answer = send(program, "/programmes", body)
    assert answer.status_code == 422
    assert {"body.profile: born", "body.profile: surgeries.0.on"} <= {each["where"] for each in answer.json()["problems"]}


def test_a_programme_is_moved_priced_and_ended(program: Client, member: User) -> None:
    made(program)
    row = queries.live_programme(member=member)
    assert row is not None
    plan = queries.planned_days(row=row)[1]
    moved = send(program, "/programme/moves", {"planned": str(plan.id), "day": "2030-01-02"})
    assert moved.json()["moves"] == {str(plan.id): "2030-01-02"}
    assert send(program, "/programme/moves", {"planned": str(uuid4()), "day": "2030-01-02"}).status_code == 422
    assert program.get("/api/v1/programme/what-if", {"change": "days.minutes=+15"}).json()["says"]
    assert program.get("/api/v1/programme/calendar").json() != send(program, "/programme/calendar", {}).json()
    paper = program.get("/api/v1/programme/paper")
    assert (paper.status_code, paper.content[:4]) in ((200, b"%PDF"), (503, b'{"er')), "503 where the system's Pango is missing"
    assert program.delete("/api/v1/programme").status_code == 204
    assert program.get("/api/v1/programme").status_code == 404


def sheet(program: Client) -> dict[str, Any]:
    found: dict[str, Any] = program.get("/api/v1/today").json()
    return found


def test_a_session_from_its_first_set_to_its_end(program: Client) -> None:
    made(program)
    before = sheet(program)
    first = before["exercises"][0]
    assert not before["begun"]
    done = {"id": str(new_id()), "reps": 8, "external_load_kg": first["next"]["external_load_kg"], "rir": 2.0}
    one = {"entry": first["entry"], "set": done}
    assert [send(program, "/today/sets", one).status_code for _ in range(2)] == [201, 200]
    assert SetLog.objects.count() == 1, "the same set sent twice is one set"
    warm_up = next(step for exercise in before["exercises"] for step in exercise["warm_up"])
    owner_of = next(exercise for exercise in before["exercises"] if warm_up in exercise["warm_up"])
    lighter = {"id": warm_up["id"], "kind": "warm-up", "reps": warm_up["reps"], "external_load_kg": warm_up["external_load_kg"]}
    assert send(program, "/today/sets", {"entry": owner_of["entry"], "set": lighter}).status_code == 201
    now = sheet(program)
    assert (now["begun"], now["session"], now["exercises"][0]["sets_done"]) == (True, before["session"], 1)
    second = now["exercises"][1]
    skipped = send(program, "/today/skip", {"entry": second["entry"], "why": "time"}).json()
    assert skipped["exercises"][1]["skipped"] == "time"
    swap = next((exercise, each) for exercise in before["exercises"] for each in exercise["swaps"])
    swapped = send(program, "/today/swap", {"entry": swap[0]["entry"], "to": swap[1]["entry"]}).json()
    assert swap[1]["entry"] in {exercise["entry"] for exercise in swapped["exercises"]}
    assert send(program, "/today/finish", {"session_rpe": 7, "minutes": 40, "pain_after": 1}).status_code == 200
    row = Session.objects.get()
    assert (row.session_rpe, row.minutes, row.pain, row.plan is not None) == (7.0, 40.0, {"after": 1.0}, True)
    assert send(program, f"/sessions/{row.pk}/reopen", {}).status_code == 204
    assert sheet(program)["session"] == str(row.pk)


def test_a_set_that_was_deleted_does_not_come_back(program: Client) -> None:
    made(program)
    one = {"entry": sheet(program)["exercises"][0]["entry"], "set": {"id": str(new_id()), "reps": 8}}
    send(program, "/today/sets", one)
    assert program.delete(f"/api/v1/sets/{one['set']['id']}").status_code == 204
    assert send(program, "/today/sets", one).status_code == 409
    assert SetLog.objects.get().deleted


def test_pain_before_the_session_stops_it(program: Client) -> None:
    made(program)
    assert send(program, "/today/ready", {"feel": "hurts", "nprs": 1, "kind": "one-spot-sudden"}).json()["stop"]["rule"]
    assert send(program, "/today/ready", {"feel": "fine"}).json()["stop"] is None


@pytest.mark.parametrize("path", ["swap", "skip", "sets"])
def test_an_exercise_that_is_not_of_today_is_not_there(program: Client, path: str) -> None:
    made(program)
    strange: dict[str, Any] = {"entry": str(uuid4())}
    bodies: dict[str, dict[str, Any]] = {
        "swap": {"to": str(uuid4())},
        "skip": {"why": None},
        "sets": {"set": {"id": str(new_id()), "reps": 1}},
    }
    assert send(program, f"/today/{path}", strange | bodies[path]).status_code == 404
    assert send(program, "/today/sets", strange | {"set": {"reps": 1}}).status_code == 422, "a set without an id"


def test_anothers_set_is_neither_changed_nor_confirmed(program: Client, stranger_user: User, with_token: Bearer) -> None:  # noqa: F811
    made(program)
    one = {"entry": sheet(program)["exercises"][0]["entry"], "set": {"id": str(new_id()), "reps": 8}}
    send(program, "/today/sets", one)
    other = with_token(stranger_user)
    made(other)
    theirs = {"entry": sheet(other)["exercises"][0]["entry"], "set": one["set"] | {"reps": 99}}
    assert send(other, "/today/sets", theirs).status_code == 409
    assert SetLog.objects.get().reps == 8


def upload(client: Client, **about: Any) -> Any:
    return client.post("/api/v1/checks", {"clip": clip(), **about})


def test_a_clip_is_uploaded_polled_and_its_report_read(program: Client, member: User) -> None:
    done = train(member, weeks=1).sessions[0].entries[0].sets[1].id
    answer = upload(program, set=str(done))
    assert answer.status_code == 202
    check = Check.objects.get(pk=answer.json()["id"])
    assert (check.exercise, check.training_set, check.owner) == ("seated-leg-curl", done, member)
    assert program.get(f"/api/v1/checks/{check.pk}").json()["words"] == "Waiting for its turn."
    assert program.get(f"/api/v1/checks/{check.pk}/report").status_code == 404
    Check.objects.update(state=State.DONE, seen=SEEN.model_dump(mode="json"))
    (check.folder / "watch.json").write_text('{"schema": 1, "reps": []}')
    polled = program.get(f"/api/v1/checks/{check.pk}").json()
    assert (polled["ended"], polled["share"], polled["seen"]["good_reps"], polled["set"]) == (True, 1.0, 4, str(done))
    assert program.get(f"/api/v1/checks/{check.pk}/report").json()["schema"] == 1
    assert program.delete(f"/api/v1/checks/{check.pk}").status_code == 204
    assert not check.folder.exists()


def test_what_is_no_clip_is_told(program: Client) -> None:
    page = SimpleUploadedFile("set.mp4", b"<html>" * 200)
    answer = program.post("/api/v1/checks", {"clip": page, "exercise": "nordic-curl"})
    assert (answer.status_code, answer.json()["problems"][0]["where"]) == (422, "body.clip")
    assert upload(program, exercise="moon-walk").status_code == 422
    assert upload(program).status_code == 422
    assert [upload(program, exercise="nordic-curl").status_code for _ in range(4)] == [202, 202, 202, 429]


def test_a_check_is_given_its_set(program: Client, member: User) -> None:
    entries = train(member, weeks=1).sessions[0].entries
    check = done_check(member, seen=SEEN.model_dump(mode="json"))
    Check.objects.update(exercise="seated-leg-curl")
    path, done = f"/checks/{check.pk}/set", entries[0].sets[1].id
    assert send(program, path, {"set": str(entries[1].sets[0].id)}).status_code == 409, "another exercise"
    assert send(program, path, {"set": str(done)}).json()["set"] == str(done)
    assert SetLog.objects.get(pk=done).watched == SEEN.model_dump(mode="json")


def test_a_coach_and_a_stranger_reach_nothing_of_it(
    program: Client,
    member: User,
    coach_user: User,
    stranger_user: User,
    with_token: Bearer,  # noqa: F811
) -> None:
    made(program)
    done, check = train(member, weeks=1).sessions[0].entries[0].sets[0].id, done_check(member)
    for person in (coach_user, stranger_user):
        other = with_token(person)
        assert other.get("/api/v1/today").status_code == 404
        assert other.get("/api/v1/programme").status_code == 404
        assert upload(other, set=str(done)).status_code == 404
        for path in (f"/checks/{check.pk}", f"/checks/{check.pk}/report"):
            assert other.get(f"/api/v1{path}").status_code == 404
        assert other.delete(f"/api/v1/checks/{check.pk}").status_code == 404
        assert send(other, f"/checks/{check.pk}/set", {"set": str(done)}).status_code == 404
        assert send(other, f"/sessions/{Session.objects.filter(member=member)[0].pk}/reopen", {}).status_code == 404
    assert Check.objects.count() == 1


def test_sharing_from_the_invitation_to_its_end(
    program: Client,
    member: User,
    stranger_user: User,
    with_token: Bearer,  # noqa: F811
) -> None:
    train(member, weeks=2)
    other = with_token(stranger_user)
    link = send(program, "/sharing/invitations", {"parts": ["programme"]}, **SEAL).json()["link"]
    assert send(program, "/sharing/invitations", {"parts": ["programme"]}, **SEAL).status_code == 409, "the link is told once"
    secret = link.strip("/").split("/")[-1]
    assert secret not in json.dumps(list(DoneRequest.objects.values()), default=str)
    assert send(program, "/sharing/join", {"token": secret}).status_code == 422, "one's own"
    grant = send(other, "/sharing/join", {"token": secret}).json()["grant"]
    assert send(other, "/sharing/join", {"token": secret}).status_code == 422, "used up"
    seen = other.get(f"/api/v1/people/{grant}").json()
    assert (len(seen["done"]), seen["metrics"]) == (2, None)
    assert program.get(f"/api/v1/people/{grant}").status_code == 404, "the one who shares is not the one who sees"
    assert send(other, f"/sharing/grants/{grant}", {"parts": ["progress"]}, "put").status_code == 404
    assert send(program, f"/sharing/grants/{grant}", {"parts": []}, "put").status_code == 422
    assert send(program, f"/sharing/grants/{grant}", {"parts": ["progress"]}, "put").status_code == 204
    seen = other.get(f"/api/v1/people/{grant}").json()
    assert (seen["done"], bool(seen["metrics"]["charts"])) == (None, True)
    assert program.get("/api/v1/sharing").json()["given"][0]["parts"] == ["progress"]
    assert program.delete(f"/api/v1/sharing/grants/{grant}").status_code == 204
    assert other.get(f"/api/v1/people/{grant}").status_code == 404
    assert Grant.objects.get().revoked_at is not None


def test_an_invitation_is_taken_back(program: Client, coach_user: User, with_token: Bearer) -> None:  # noqa: F811
    send(program, "/sharing/invitations", {"parts": ["pain"], "note": "Okoro"})
    address = f"/api/v1/sharing/invitations/{Invitation.objects.get().pk}"
    assert with_token(coach_user).delete(address).status_code == 404
    assert program.delete(address).status_code == 204


def test_how_things_are_shown_is_changed(program: Client, member: User) -> None:
    answer = send(program, "/account", {"call_me": "Mo", "weight_unit": "lb", "time_zone": "Europe/Berlin"}, "put")
    assert (answer.json()["shown_name"], answer.json()["weight_unit"]) == ("Mo", "lb")
    wrong = send(program, "/account", {"time_zone": "Moon/Base"}, "put")
    assert (wrong.status_code, wrong.json()["problems"][0]["where"]) == (422, "body.time_zone")


@pytest.mark.parametrize("given", [Scope.TRAINING_WRITE, Scope.PROFILE_WRITE])
def test_two_scopes_are_needed_to_make_a_programme(member: User, with_token: Bearer, given: Scope) -> None:  # noqa: F811
    assert send(with_token(member, given), "/programmes", a_body()).status_code == 403
    assert not Programme.objects.exists()
