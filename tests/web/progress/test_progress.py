"""The progress page: every chart says something, has its numbers as a table, and is reckoned from the journal."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.people import monday, train

from eccentric.journal.journal import Journal
from eccentric.web.accounts.models import User
from eccentric.web.progress.charts import Chart, Line, over_days, together
from eccentric.web.progress.page import Wanted, progress_page
from eccentric.web.training.services import store_journal

TODAY = monday() + dt.timedelta(days=2)


def chart(member: User, key: str, **more: Any) -> Chart:
    page = progress_page(member=member, wanted=Wanted(12), today=TODAY, unit=more.pop("unit", "kg"), **more)
    return next(chart for chart in (*page.charts, *page.pain) if chart.key == key)


def test_every_chart_has_a_sentence_a_table_and_its_data(owner: Client, member: User) -> None:
    train(member)
    page = owner.get("/progress/").content.decode()
    charts = re.findall(r'<section class="part chart".*?</section>', page, re.S)
    assert len(charts) == 8
    for part in charts:
        data = json.loads(re.search(r'type="application/json">(.*?)</script>', part, re.S)[1])  # type: ignore[index]
        assert re.search(r"<h2[^>]*>\S.{9,}</h2>", part)
        assert part.count("<tr>") == 1 + len(data["x"]), data
        assert all(len(line["y"]) == len(data["x"]) for line in data["lines"])
        assert data["unit"].lower() in part.lower()


def test_hard_sets_are_those_of_the_journal(member: User) -> None:
    train(member, weeks=6)
    heads = {line.name: line.values for line in chart(member, "hard-sets").columns}
    assert heads["Semitendinosus"] == (0.0,) * 6 + (6.0,) * 6, "three sets of each of two exercises, both mainly for it"
    assert chart(member, "long").lines[0].values[-1] == 6.0


def test_strength_in_the_persons_unit(member: User) -> None:
    train(member)
    kilos, pounds = chart(member, "strength").lines[0].values, chart(member, "strength", unit="lb").lines[0].values
    assert [round(p * 0.45359237, 6) for p in pounds if p] == [round(k, 6) for k in kilos if k]
    assert "rose" in chart(member, "strength").says


def test_pain_is_shown_only_where_asked_for(member: User) -> None:
    train(member)
    assert chart(member, "pain").says == "Your worst pain in training went from 5 to 0 of 10"
    assert any("pain" in row.words.lower() for row in progress_page(member=member, wanted=Wanted(4), today=TODAY, unit="kg").compared)
    page = progress_page(member=member, wanted=Wanted(12), today=TODAY, unit="kg", pain=False)
    assert page.pain == ()
    assert not any("pain" in row.words.lower() for row in page.compared)


def test_now_is_held_against_before(member: User) -> None:
    train(member, weeks=6)
    page = progress_page(member=member, wanted=Wanted(4), today=TODAY, unit="kg")
    sessions = page.compared[0]
    assert (sessions.words, sessions.now, sessions.before, sessions.change) == ("Sessions a week", "1.0", "0.5", "+0.5")
    assert page.headline == "4 sessions in these 4 weeks, 2 in the 4 before."


def test_a_first_session_is_held_against_nothing(member: User) -> None:
    train(member, weeks=1)
    page = progress_page(member=member, wanted=Wanted(4), today=TODAY, unit="kg")
    assert page.compared == ()
    assert page.headline == "1 session in these 4 weeks."


def test_nothing_yet_is_said(owner: Client) -> None:
    page = owner.get("/progress/").content.decode()
    assert "Nothing is recorded in this time" in page
    assert "data-chart" not in page


@pytest.mark.parametrize("query", ["", "?weeks=4", "?weeks=52", "?weeks=7", "?weeks=-1", "?weeks=x", "?weeks=12&weeks=4"])
def test_any_address_answers(query: str, owner: Client) -> None:
    assert owner.get(f"/progress/{query}").status_code == 200


def test_others_progress_is_not_mine(stranger: Client, coach: Client, member: User) -> None:
    train(member)
    for client in (stranger, coach):
        assert "Nothing is recorded" in client.get("/progress/").content.decode()


def test_records_are_of_all_time(member: User) -> None:
    train(member, weeks=6)
    page = progress_page(member=member, wanted=Wanted(4), today=TODAY + dt.timedelta(weeks=30), unit="kg")
    assert page.charts == ()
    assert {(record.exercise, record.measure): record.value for record in page.records}["Seated leg curl", "Heaviest"] == "46 kg"


def test_the_page_asks_few_questions(owner: Client, member: User, django_assert_max_num_queries: Any) -> None:
    train(member, weeks=2)
    with django_assert_max_num_queries(20):
        owner.get("/progress/")
    train(member, weeks=30)
    with django_assert_max_num_queries(20):
        owner.get("/progress/")


def test_records_follow_the_journal(member: User) -> None:
    for weeks, load in ((2, "42 kg"), (6, "46 kg")):
        train(member, weeks=weeks)
        page = progress_page(member=member, wanted=Wanted(4), today=TODAY, unit="kg")
        assert {(record.exercise, record.measure): record.value for record in page.records}["Seated leg curl", "Heaviest"] == load


def test_an_empty_journal_is_no_error(member: User) -> None:
    store_journal(member=member, journal=Journal())
    assert progress_page(member=member, wanted=Wanted(), today=TODAY, unit="kg").empty


values = st.lists(st.none() | st.floats(0, 10), min_size=3, max_size=3).map(tuple)


@given(st.lists(values, min_size=1, max_size=5))
def test_together_hides_no_line(series: list[tuple[float | None, ...]]) -> None:
    lines = [Line(f"L{number}", value) for number, value in enumerate(series)]
    found = together(lines, "Each", "All but")
    assert {line.values for line in found} == set(series)
    assert len({line.name for line in found}) == len(found)


def test_lines_share_their_days() -> None:
    one, two = dt.date(2026, 1, 1), dt.date(2026, 1, 3)
    days, lines = over_days({"a": [(one, 1.0)], "b": [(two, 2.0)]})
    assert days == (one, two)
    assert [line.values for line in lines] == [(1.0, None), (None, 2.0)]
