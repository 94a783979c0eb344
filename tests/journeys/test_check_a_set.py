"""Upload a clip and read the report; a worker that is killed in the middle; a browser without scripts."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.journeys.serving import CLIP, Server, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


@pytest.mark.browser
def test_upload_and_read_the_report(server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{server.url}/library/lying-leg-curl/")
    page.get_by_role("link", name="Check a set of this").click()
    page.get_by_label("The clip").set_input_files(CLIP)
    page.get_by_role("button", name="Check this set").click()
    page.wait_for_selector("form-report", timeout=180_000)
    assert "of 5 repetitions" in page.locator("form-report h1").inner_text().replace("\n", " ")
    page.locator('form-report a[href="#rep-3"]').click()
    assert page.locator("form-report #rep-3").evaluate("one => one.getBoundingClientRect().top") < 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert complaints == []
    folders = list((server.data / "media" / "checks").glob("*"))
    assert folders
    assert not [folder for folder in folders if (folder / "clip").exists()]
    page.get_by_role("button", name="Delete it now").click()
    page.wait_for_url("**/checks/")
    context.close()
    assert not [folder for folder in folders if folder.name in page.url]


@pytest.mark.browser
def test_without_scripts(server: Server, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/checks/new/?exercise=lying-leg-curl")
    page.get_by_label("The clip").set_input_files(CLIP)
    page.get_by_role("button", name="Check this set").click()
    page.wait_for_selector("form-report", timeout=180_000)
    assert "of 5 repetitions" in page.locator("form-report h1").inner_text().replace("\n", " ")
    context.close()


@pytest.fixture
def bare_server(tmp_path: Path) -> Iterator[Server]:
    """A server without a worker."""
    running = Server(tmp_path)
    running.start("--no-demo", "--no-worker")
    yield running
    running.stop()


def test_a_killed_worker_is_replaced_once_and_then_it_is_said(bare_server: Server) -> None:
    visitor = Visitor(bare_server)
    retried = visitor.upload()
    first = bare_server.spawn("worker")
    visitor.wait(retried, "watching", 60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = bare_server.spawn("worker")
    visitor.wait(retried, "done", 120)
    given_up = visitor.upload()
    visitor.wait(given_up, "watching", 60)
    second.send_signal(signal.SIGKILL)
    second.wait()
    third = bare_server.spawn("worker")
    visitor.wait(given_up, "begun again", 60)
    visitor.wait(given_up, "watching", 60)
    third.send_signal(signal.SIGKILL)
    third.wait()
    bare_server.spawn("worker")
    visitor.wait(given_up, "failed", 60)
    assert "broke off twice" in visitor.text(given_up)
    assert not list((bare_server.data / "media" / "checks").glob("*/clip"))


def test_a_worker_that_is_told_to_stop_hands_its_clip_back(bare_server: Server) -> None:
    visitor = Visitor(bare_server)
    check = visitor.upload()
    first = bare_server.spawn("worker")
    visitor.wait(check, "watching", 60)
    first.send_signal(signal.SIGTERM)
    assert first.wait(15) == 0
    bare_server.spawn("worker")
    visitor.wait(check, "done", 90)
