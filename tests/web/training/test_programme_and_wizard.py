"""The programme's pages, the wizard's ends, and the demo people."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.training.cost import in_loops
from tests.web.training.people import a_profile

from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.plan.questions import QUESTIONS
from eccentric.web import demo
from eccentric.web.accounts.models import User
from eccentric.web.training import queries, services
from eccentric.web.training.models import Programme, Session, SetLog


@pytest.fixture
def row(member: User) -> Programme:
    """The owner's programme from today on."""
    start = timezone.localdate()
    programme = plan(a_profile(), read_library().exercises, start=start, weeks=4)
    return services.save_programme(member=member, profile=a_profile(), programme=programme, start=start)


def test_a_move_shows_in_the_page_and_in_the_calendar(owner: Client, member: User, row: Programme) -> None:
    one = queries.planned_days(row=row)[0]
    day = one.day + dt.timedelta(days=1)
    owner.post("/programme/move/", {"session": str(one.id), "day": day.isoformat()})
    token = queries.file_of(member=member).calendar_token
    feed = Client().get(f"/calendar/{token}.ics").content.decode()
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in feed
    assert f"UID:{one.id}@eccentric" in feed
    services.renew_calendar(member=member)
    assert Client().get(f"/calendar/{token}.ics").status_code == 404


def test_every_planned_session_is_in_its_week_once(owner: Client, row: Programme) -> None:
    weeks = range(1, row.weeks + 1)
    pages = [owner.get("/programme/", {"week": week}).content.decode() for week in weeks]
    days = [owner.get("/programme/", {"week": week}, headers={"X-Requested-With": "fetch"}).content.decode() for week in weeks]
    assert all("<html" in page for page in pages)
    assert not any("<html" in part for part in days)
    for each in queries.planned_days(row=row):
        for shown in (pages, days):
            assert [html.count(f'id="s-{each.id}"') for html in shown] == [week == (each.day - row.start).days // 7 + 1 for week in weeks]


def test_a_week_that_is_none_shows_the_programme(owner: Client, row: Programme) -> None:
    for week in ("0", "99", "x", ""):
        html = owner.get("/programme/", {"week": week}, headers={"X-Requested-With": "fetch"}).content.decode()
        assert "Week 1" in html


@pytest.mark.slow
def test_the_programme_costs_little_processor_time(owner: Client, member: User) -> None:
    start = timezone.localdate() - dt.timedelta(days=28)
    programme = plan(a_profile(), read_library().exercises, start=start, weeks=16)
    services.save_programme(member=member, profile=a_profile(), programme=programme, start=start)
    spent = in_loops(lambda: owner.get("/programme/", headers={"Accept-Encoding": "gzip"}), times=16)
    print(f"programme {spent:.2f} plain loops")
    assert spent < 3.0


def test_what_if_is_answered(owner: Client, row: Programme) -> None:
    html = owner.get("/programme/", {"change": "days.minutes=-15"}).content.decode()
    assert 'role="status"' in html
    assert "what-if" in owner.get("/programme/", {"change": "nonsense=1"}).content.decode()


def test_paper(owner: Client, row: Programme) -> None:
    response = owner.get("/programme/paper.pdf")
    assert response.status_code == 302 or response.content.startswith(b"%PDF")


def answer(client: Client, *, yes: str = "", minutes: str = "45") -> Any:
    """Go through the wizard and return its end."""
    client.post("/start/goal/", {"goal": "size", "experience": "intermediate"})
    for number, group in enumerate(dict.fromkeys(question.group for question in QUESTIONS), 1):
        ticked = {yes: "yes"} if any(question.id == yes and question.group == group for question in QUESTIONS) else {"none": "1"}
        client.post(f"/start/safety-{number}/", ticked)
    client.post("/start/pain/", {})
    client.post("/start/equipment/", {"equipment": ["barbell", "squat-rack", "seated-leg-curl-machine"]})
    client.post("/start/days/", {"day-mon": "1", "minutes-mon": minutes, "day-thu": "1", "minutes-thu": minutes, "weeks": "4"})
    client.post("/start/you/", {})
    return client.get("/start/programme/")


def test_the_wizard_resumes_where_it_was_left(anonymous: Client) -> None:
    anonymous.post("/start/goal/", {"goal": "size", "experience": "novice"})
    assert anonymous.get("/start/")["Location"] == "/start/safety-1/"
    assert anonymous.get("/start/programme/")["Location"] == "/start/safety-1/", "no programme before every safety question was asked"


def test_a_yes_to_an_urgent_question_stops_and_says_whom_to_see(anonymous: Client) -> None:
    html = answer(anonymous, yes="saddle-numbness").content.decode()
    assert "a hospital emergency department, now" in html
    assert "Save" not in html


def test_a_conflict_says_what_to_change_and_the_change_helps(anonymous: Client) -> None:
    response = answer(anonymous, minutes="5")
    assert "No week keeps all of this" in response.content.decode()
    offer = response.context["programme"].offers[0].change
    anonymous.post("/start/offer/", {"change": offer})
    assert "Your programme" in anonymous.get("/start/programme/").content.decode()


def test_a_contradiction_on_a_safety_screen_is_told(anonymous: Client) -> None:
    response = anonymous.post("/start/safety-1/", {"none": "1", "saddle-numbness": "yes"})
    assert response.status_code == 422


def test_a_birthday_to_come_is_told_before_a_programme(anonymous: Client) -> None:
    answer(anonymous)
    anonymous.post("/start/you/", {"born": "2931-01-01"})
    response = anonymous.get("/start/programme/")
    assert response.status_code == 422
    assert "born" in response.content.decode()


@pytest.mark.slow
def test_the_demo_is_seeded_once_and_only_into_an_empty_database(db: None) -> None:
    assert demo.seed()
    assert Session.objects.count() >= 15
    assert SetLog.objects.count() >= 60
    people = set(User.objects.values_list("username", flat=True))
    assert not demo.seed()
    assert set(User.objects.values_list("username", flat=True)) == people == {"maya", "okoro"}
