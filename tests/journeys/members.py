"""What journeys of a member have in common: the wizard, an account, the question before a session, and what the server has."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from tests.journeys.serving import Server, fresh_name

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"width": 390, "height": 844}
SECRET = "a long enough password"
AS_ONE_MS = 400
"""Two taps within this are one (``taps.js``)."""


def wizard(page: Page, server: Server) -> None:
    """Answer every step as somebody with a gym and nothing wrong."""
    page.goto(server.url + "/start/")
    page.check("[value=size]")
    page.check("[value=intermediate]")
    page.get_by_role("button", name="Go on").click()
    for _ in range(6):
        page.get_by_role("button", name="None of these").click()
    page.get_by_role("button", name="Nothing hurts").click()
    for name in ("seated-leg-curl-machine", "barbell", "squat-rack", "dumbbell"):
        page.check(f"[value={name}]")
    page.get_by_role("button", name="Go on").click()
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[::3]:
        page.check(f"[name=day-{day}]")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make my programme").click()


def sign_up(page: Page, name: str) -> str:
    """Make an account on the way to saving; returns its name, which begins with this one."""
    name = fresh_name(name)
    page.get_by_role("link", name="Save it").click()
    page.fill("[name=username]", name)
    page.fill("[name=password1]", SECRET)
    page.get_by_role("button", name=re.compile("Sign up|Make|Create", re.I)).first.click()
    page.get_by_role("button", name="Save and start").click()
    return name


def sets(server: Server, name: str) -> list[tuple[int, float | None]]:
    """The sets that the server has of a person, from its database, in the order of their making."""
    database = sqlite3.connect(server.data / "eccentric.sqlite3")
    rows = database.execute(
        "select l.reps, l.external_load_kg from training_setlog l join training_entry e on e.id = l.entry_id"
        " join training_session s on s.id = e.session_id join accounts_user u on u.id = s.member_id"
        " where u.username = ? and l.deleted = 0 order by l.id",
        [name],
    ).fetchall()
    database.close()
    return [(reps, kilos) for reps, kilos in rows]


def ready(page: Page, url: str) -> None:
    """Open Today and say that nothing hurts."""
    page.goto(url + "/today/")
    page.wait_for_selector("#session[data-ready]")
    page.get_by_role("button", name="Nothing hurts").click()
