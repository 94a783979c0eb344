"""A person brings in a Hevy log, shares progress, takes everything out and erases everything; a program pushes and pulls."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.journeys.looks import wrong_in_any_look
from tests.journeys.serving import ROOT, RUN, Server, fresh_name

from eccentric.journal.store import parse_journal, read_journal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PASSWORD = "a rather long secret"
MINE = (
    "/progress/",
    "/care/",
    "/api/v1/docs",
    "/account/settings/",
    "/account/settings/you/",
    "/account/settings/equipment/",
    "/account/settings/privacy/",
    "/account/settings/tokens/",
    "/account/settings/imports/",
    "/account/settings/erase/",
    "/account/sessions/",
    "/account/2fa/",
    "/account/password/change/",
)


def hevy_log(title: str) -> str:
    """Eight weeks of two sets a week, one exercise that is ours and one that is not; another title makes other records of it."""
    rows = ["title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,rpe"]
    for back in range(8):
        day = date.today() - timedelta(weeks=back)
        when = f'"{day.day} {day:%b} {day.year}, 07:48","{day.day} {day:%b} {day.year}, 08:30"'
        rows.append(f'"{title}",{when},"","Seated Leg Curl (Machine)",,"",0,"normal",{60 - back},10,8')
        rows.append(f'"{title}",{when},"","Zercher Carry",,"",0,"normal",30,12,8')
    return "\n".join(rows) + "\n"


def sign_up(context: BrowserContext, server: Server, name: str) -> Page:
    """A new account, signed in."""
    page = context.new_page()
    page.goto(f"{server.url}/account/signup/")
    page.get_by_label("Name", exact=True).fill(name)
    page.locator("[name=password1]").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.wait_for_url(lambda url: "signup" not in url)
    return page


def bring_in(page: Page, server: Server, log: Path) -> None:
    """Upload a Hevy log, say what the unknown exercise is, take it in."""
    page.goto(f"{server.url}/account/settings/imports/")
    page.get_by_label("The file").set_input_files(log)
    page.get_by_role("button", name="Read the file").click()
    page.locator("h1", has_text="16 sets in 8 sessions").wait_for()
    page.get_by_label("Zercher Carry").fill("Lying leg curl")
    page.get_by_role("button", name="Take it in").click()
    page.wait_for_url("**/progress/")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A file to upload."""
    path = tmp_path / "hevy.csv"
    path.write_text(hevy_log(fresh_name("Legs")))
    return path


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True, reduced_motion="reduce")
    yield context
    context.close()


def share_and_end(page: Page, server: Server, browser: Browser) -> None:
    """Invite a coach by link; what they see is gone the moment it is ended."""
    page.goto(f"{server.url}/care/")
    page.locator("section", has=page.get_by_role("heading", name="Invite a coach")).get_by_label("Progress").check()
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("It works once").input_value()
    other = browser.new_context()
    name = fresh_name("kim")
    coach = sign_up(other, server, name)
    coach.goto(link)
    coach.get_by_role("button", name=f"Accept as {name}").click()
    coach.get_by_text("You look, and change nothing").wait_for()
    coach.locator(".plot").nth(2).wait_for()
    seen = coach.url
    page.goto(f"{server.url}/care/")
    page.get_by_role("button", name="End at once").click()
    page.get_by_text("no longer sees anything").wait_for()
    assert coach.goto(seen).status == 404  # type: ignore[union-attr]
    other.close()


def on_disk(server: Server, marker: bytes) -> list[Path]:
    """The files of a server that hold some bytes."""
    return [path for path in server.data.rglob("*") if path.is_file() and marker in path.read_bytes()]


def test_import_share_export_erase(server: Server, phone: BrowserContext, browser: Browser, log: Path, tmp_path: Path) -> None:
    name = fresh_name("jana")
    page = sign_up(phone, server, name)
    bring_in(page, server, log)
    assert "16 sets are new" in page.locator(".messages").inner_text()
    page.locator(".plot canvas").nth(2).wait_for()

    share_and_end(page, server, browser)

    page.goto(f"{server.url}/account/settings/privacy/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download everything").click()
    waiting.value.save_as(tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        journal = parse_journal(archive.read("journal.json"))
    assert journal.set_count == 16
    assert {entry.exercise for session in journal.sessions for entry in session.entries} == {"seated-leg-curl", "lying-leg-curl"}

    marker = log.read_text().splitlines()[1].split(",")[0].strip('"').encode()  # no other person of this server has such sessions
    assert on_disk(server, marker)
    page.goto(f"{server.url}/account/settings/erase/")
    page.get_by_label("Type the name of your account").fill(name)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Erase everything").click()
    page.wait_for_selector(".messages")
    assert "erased from this server" in page.content()
    assert "/login/" in page.goto(f"{server.url}/progress/").url  # type: ignore[union-attr]
    assert on_disk(server, marker) == []


def remote(server: Server, token: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``eccentric remote``."""
    environment = {**os.environ, "ECCENTRIC_TOKEN": token, "ECCENTRIC_SERVER": server.url, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([sys.executable, "-c", RUN, "remote", *arguments], env=environment, capture_output=True, text=True, check=False)


def test_a_program_pushes_and_pulls(server: Server, phone: BrowserContext, log: Path, tmp_path: Path) -> None:
    page = sign_up(phone, server, fresh_name("lina"))
    page.goto(f"{server.url}/account/settings/tokens/")
    page.get_by_label("What is it for?").fill("laptop")
    for scope in ("log sessions and sets, and import", "take everything out as one archive"):
        page.get_by_label(scope).check()
    page.get_by_role("button", name="Make the token").click()
    token = page.get_by_label("Your new token").input_value()
    mine, theirs = tmp_path / "mine.json", tmp_path / "theirs.json"
    subprocess.run([sys.executable, "-c", RUN, "import", str(log), "--journal", str(mine)], check=True, capture_output=True)
    sent = remote(server, token, "push", str(mine))
    assert "new on the server: sessions 8, sets 16" in sent.stdout, sent.stderr
    assert "sessions 0, sets 0" in remote(server, token, "push", str(mine)).stdout
    assert "16 sets" in remote(server, token, "pull", str(theirs)).stdout
    assert read_journal(theirs).sessions == read_journal(mine).sessions
    refused = remote(server, token, "next")
    assert refused.returncode == 2
    assert "training:read" in refused.stderr
    assert "Traceback" not in remote(server, "ecc_wrong", "pull", str(theirs)).stderr
    assert remote(server, token, "--server", "http://192.0.2.1", "pull", str(theirs)).returncode == 2


def test_axe_finds_nothing_on_my_pages(server: Server, phone: BrowserContext, log: Path) -> None:
    page = sign_up(phone, server, fresh_name("mira"))
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(f"{server.url}/account/settings/imports/")
    page.get_by_label("The file").set_input_files(log)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_label("Zercher Carry").wait_for()
    found = {"review": wrong_in_any_look(page)}
    page.get_by_role("button", name="Take it in").click()
    page.wait_for_url("**/progress/")
    for path in MINE:
        page.goto(server.url + path)
        page.wait_for_load_state("networkidle")
        found[path] = wrong_in_any_look(page)
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert complaints == []
