"""Today: the session as a page and as forms, without JavaScript."""

from __future__ import annotations

import json
import re
import time
from uuid import UUID

import pytest
from django.test import Client
from tests.web.training.forms import forms

from eccentric.journal.records import FaultSeen, WatchedSummary
from eccentric.terms.faults import FaultId, Severity
from eccentric.web.accounts.models import User
from eccentric.web.training import queries
from eccentric.web.training.models import Entry, MemberFile, Session, SetLog
from eccentric.web.training.set_on_video import attach


def test_a_set_can_be_logged_without_javascript(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    response = owner.post("/today/act/", form | {"reps": "9", "rir": "2", "pain": "1"})
    assert response.status_code == 302
    row = SetLog.objects.get()
    assert (row.reps, row.rir, row.pain) == (9, 2.0, {"during": 1.0})
    entry = json.loads(form["entry"])
    assert (row.entry.exercise, row.entry.asked) == (entry["exercise"], entry["asked"])
    assert row.entry.session.planned is not None
    assert row.entry.session.plan is not None
    assert row.entry.session.plan["answer"]["session"]["items"], "the session keeps the plan that it began with"


def test_the_same_form_sent_twice_is_one_set(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", form)
    owner.post("/today/act/", form)
    assert SetLog.objects.count() == 1


def test_a_set_can_be_taken_back(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", form)
    owner.post("/today/act/", {**form, "act": "undo"})
    assert SetLog.objects.get().deleted
    assert "Take back" not in owner.get("/today/").content.decode().split('id="finish"')[0].split("<template")[0]


def test_warm_up_sets_are_logged_as_warm_up_sets_each_once(owner: Client, trained: User) -> None:
    html = owner.get("/today/").content.decode()
    warm_ups = [
        {name: value.replace("&quot;", '"') for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}
        for form in re.findall(r'<form class="warm-up".*?</form>', html.split("<template")[0], re.DOTALL)
    ]
    first, second = warm_ups[:2]
    assert float(first["load"]) < float(second["load"])
    owner.post("/today/act/", first)
    owner.post("/today/act/", first)
    row = SetLog.objects.get()
    assert (row.kind, row.reps, row.external_load_kg) == ("warm-up", int(first["reps"]), float(first["load"]))
    after = owner.get("/today/").content.decode()
    assert re.search(rf'<li hidden><form class="warm-up"[^§]*?value="{first["id"]}"', after), "what is done is no longer asked"
    assert "0 of " in after, "a warm-up set is no work set"
    time.sleep(0.002)
    owner.post("/today/act/", {**first, "act": "undo"})
    time.sleep(0.002)
    owner.post("/today/act/", first)
    assert not SetLog.objects.get().deleted, "taken back and done again"
    assert queries.history_for(member=trained).sessions[0].sets[0].warm_up


def test_pounds_are_kept_in_kilograms(owner: Client, trained: User) -> None:
    owner.post("/today/act/", forms(owner)[0] | {"unit": "lb", "load": "100", "reps": "8"})
    row = SetLog.objects.get()
    assert row.external_load_kg == pytest.approx(45.359, abs=1e-3)
    assert row.entered_unit == "lb"


@pytest.mark.parametrize(("fields", "told"), [({"reps": "many"}, "reps"), ({"rir": "40"}, "rir"), ({"entry": "x"}, "entry")])
def test_a_wrong_field_is_told(owner: Client, trained: User, fields: dict[str, str], told: str) -> None:
    response = owner.post("/today/act/", forms(owner)[0] | fields)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not SetLog.objects.exists()


def test_skipping_and_doing_it_after_all(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", {"session": form["session"], "entry": form["entry"], "why": "time"})
    assert Entry.objects.get().skipped == "time"
    assert owner.get("/today/").content.decode().count(" data-skipped>") == 1, "the page's script begins from this"
    time.sleep(0.002)
    owner.post("/today/act/", {"act": "skip", "session": form["session"], "entry": form["entry"], "why": ""})
    assert Entry.objects.get().skipped == ""
    assert " data-skipped" not in owner.get("/today/").content.decode()


def test_a_swap_shows_the_other_exercise_with_its_reason(owner: Client, trained: User) -> None:
    html = owner.get("/today/").content.decode()
    swap = next(value for value in re.findall(r'name="swap" value="([^"]+)"', html)).replace("&quot;", '"')
    form = forms(owner)[0]
    owner.post("/today/act/", {"swap": swap, "session": form["session"], "entry": form["entry"]})
    other = json.loads(swap)
    assert Entry.objects.get().instead_of == json.loads(form["entry"])["exercise"]
    shown = re.search(
        rf'<details class="exercise" name="exercise" id="e-{other["id"]}".*?>', owner.get("/today/").content.decode(), re.DOTALL
    )
    assert shown is not None
    assert " hidden" not in shown[0]


def test_what_was_begun_and_swapped_away_asks_for_no_more(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", form | {"reps": "9"})
    html = owner.get("/today/").content.decode()
    assert " data-swapped" not in html
    swap = next(value for value in re.findall(r'name="swap" value="([^"]+)"', html)).replace("&quot;", '"')
    owner.post("/today/act/", {"swap": swap, "session": form["session"], "entry": form["entry"]})
    assert set(Entry.objects.values_list("instead_of", flat=True)) == {"", json.loads(form["entry"])["exercise"]}
    begun = json.loads(form["entry"])["id"]
    shown = re.search(rf'<details class="exercise" name="exercise" id="e-{begun}".*?>', owner.get("/today/").content.decode(), re.DOTALL)
    assert shown is not None
    assert shown[0].endswith(" data-finished data-swapped>")


@pytest.mark.parametrize(
    ("answer", "stops"),
    [
        ({"feel": "fine"}, False),
        ({"feel": "hurts", "kind": "pain", "nprs": "5"}, False),
        ({"feel": "hurts", "kind": "pain", "nprs": "6"}, True),
        ({"feel": "hurts", "kind": "diffuse", "nprs": "3"}, False),
        ({"feel": "hurts", "kind": "diffuse", "nprs": "4"}, True),
        ({"feel": "hurts", "kind": "one-spot-sudden", "nprs": "1"}, True),
    ],
)
def test_pain_before_the_session_stops_it_by_the_rules(owner: Client, trained: User, answer: dict[str, str], stops: bool) -> None:
    owner.post("/today/act/", {"act": "ready", "session": forms(owner)[0]["session"], **answer})
    html = owner.get("/today/").content.decode()
    assert ('<div id="exercises" hidden>' in html) is stops
    assert bool((Session.objects.get().readiness or {}).get("stop")) is stops


def test_finishing_leads_to_what_comes_next_and_why(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", form)
    response = owner.post(
        "/today/act/", {"act": "finish", "session": form["session"], "session_rpe": "7", "minutes": "40", "pain_after": "1"}, follow=True
    )
    html = response.content.decode()
    assert response.redirect_chain[-1][0].endswith("/after/")
    row = Session.objects.get()
    assert (row.session_rpe, row.minutes, row.pain) == (7.0, 40.0, {"after": 1.0})
    assert "One thing to fix" in html
    assert "/library/sources/#" in html
    history = queries.history_for(member=trained)
    assert history.sessions[0].session_rpe == 7.0


def test_a_set_that_fell_short_is_the_thing_to_fix(owner: Client, trained: User) -> None:
    form = next(one for one in forms(owner) if "reps" in one)
    owner.post("/today/act/", form | {"reps": "1"})
    html = owner.post("/today/act/", {"act": "finish", "session": form["session"]}, follow=True).content.decode()
    low = json.loads(form["entry"])["asked"]["reps"][0]
    assert f"1 set of {json.loads(form['entry'])['name']} fell short of {low} repetitions" in html
    assert "reached what was asked" not in html


def test_somebody_elses_session_is_not_there(owner: Client, stranger: Client, trained: User) -> None:
    form = forms(owner)[0]
    owner.post("/today/act/", form)
    assert stranger.post("/today/act/", form | {"reps": "99"}).status_code == 404
    assert SetLog.objects.get().reps != 99


def test_the_sync_address_takes_each_change_once(owner: Client, trained: User) -> None:
    form = forms(owner)[0]
    change = {
        "kind": "set",
        "id": form["id"],
        "edited_ms": 1_700_000_000_000,
        "session": json.loads(form["session"]),
        "entry": json.loads(form["entry"]),
        "fields": {"reps": 8},
    }
    body = {"member": str(trained.pk), "changes": [change]}
    first = owner.post("/today/sync/", body, content_type="application/json")
    second = owner.post("/today/sync/", body, content_type="application/json")
    assert (first.json()["written"], second.json()["written"], second.json()["known"]) == ([form["id"]], [], [form["id"]])
    other = owner.post("/today/sync/", body | {"member": "0"}, content_type="application/json")
    assert other.status_code == 409
    bad = owner.post("/today/sync/", body | {"changes": [{**change, "fields": {"reps": -1}}]}, content_type="application/json")
    assert bad.status_code == 422
    assert SetLog.objects.count() == 1


def test_a_logged_set_leads_to_its_form_check_where_the_camera_can_see_it(owner: Client, trained: User) -> None:
    form = next(each for each in forms(owner) if json.loads(each["entry"])["exercise"] in ("seated-leg-curl", "romanian-deadlift"))
    owner.post("/today/act/", form)
    html = owner.get("/today/").content.decode()
    assert f'href="/checks/of-set/{form["id"]}/"' in html
    faults = (FaultSeen(id=FaultId.HIPS_LIFT, severity=Severity.FAIL, reps=1),)
    seen = WatchedSummary(reps=5, good_reps=4, tempo="2.3-0-1-0", range_mean_deg=104.2, eccentric_total_s=11.9, faults=faults)
    assert attach(member=trained, set_id=UUID(form["id"]), seen=seen)
    assert "4 of 5 good, lowered in 2.3 s, range 104°, hips lift in 1" in owner.get("/today/").content.decode()


def test_without_a_programme_there_is_a_way_to_one(owner: Client) -> None:
    assert "/start/" in owner.get("/today/").content.decode()


def test_a_gate_that_stops_is_said(owner: Client, trained: User) -> None:
    file = MemberFile.objects.get(member=trained)
    assert file.profile is not None
    file.profile["safety"]["foot-drop"] = True
    file.save()
    html = owner.get("/today/").content.decode()
    assert "Not today" in html
    assert "SAF-04" in html
