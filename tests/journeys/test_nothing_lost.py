"""Logging in a real browser without a connection, and with the browser or the server killed: nothing is lost, nothing doubled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.journeys.members import AS_ONE_MS, PHONE, ready, sets, sign_up, wizard
from tests.journeys.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_offline_and_back_again(server: Server, phone: Page, browser: Browser) -> None:
    wizard(phone, server)
    tomasz = sign_up(phone, "tomasz")
    ready(phone, server.url)
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    while not phone.evaluate("caches.open('private').then((cache) => cache.match('/today/')).then(Boolean)"):
        phone.wait_for_timeout(100)
    phone.goto(server.url + "/today/")
    phone.wait_for_selector("#session[data-ready]")
    phone.context.set_offline(True)
    first = phone.locator("details.exercise[open]").first
    first.locator("[data-done]").click()
    first.locator(".sets > li").first.wait_for()
    phone.wait_for_timeout(AS_ONE_MS)
    first.locator("[data-done]").click()
    phone.locator("#state", has_text="2 changes kept on this phone").wait_for()
    assert sets(server, tomasz) == []
    phone.reload()
    phone.wait_for_selector("#session[data-ready]")
    assert phone.locator(".exercise .sets > li").count() == 2, "what was logged is there again after a restart without a connection"
    phone.locator("details.exercise[open] [data-done]").first.click()
    phone.locator("#state", has_text="3 changes kept on this phone").wait_for()
    phone.locator("details.exercise .sets [data-undo]:visible").last.click()
    phone.locator("#state", has_text="4 changes kept on this phone").wait_for()
    phone.context.set_offline(False)
    phone.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_selector("#session[data-sent]")
    assert len(sets(server, tomasz)) == 2
    other = second_phone(browser, phone.context, server)
    assert other.locator(".exercise .sets > li").count() == 2
    other.context.close()


def second_phone(browser: Browser, first: BrowserContext, server: Server) -> Page:
    """Another phone of the same person, on Today."""
    context = browser.new_context(viewport=PHONE, storage_state=first.storage_state())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server.url + "/today/")
    page.wait_for_selector("#session[data-ready]")
    return page


def test_a_browser_killed_while_it_sends_loses_and_doubles_nothing(server: Server, phone: Page) -> None:
    wizard(phone, server)
    amina = sign_up(phone, "amina")
    ready(phone, server.url)
    phone.wait_for_selector("#session[data-sent]")
    sent: list[str] = []

    def answer_lost(route: object) -> None:
        """The server writes, but its answer never comes back."""
        sent.append("x")
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    phone.route("**/today/sync/", answer_lost)
    phone.locator("details.exercise[open] [data-done]").first.click()
    phone.locator("#state", has_text="kept on this phone").wait_for()
    assert sent
    assert len(sets(server, amina)) == 1
    context = phone.context
    phone.close()
    again = context.new_page()
    again.goto(server.url + "/today/")
    again.wait_for_selector("#session[data-ready]")
    again.wait_for_selector("#session[data-sent]")
    assert len(sets(server, amina)) == 1
    assert again.locator(".exercise .sets > li").count() == 1


def test_a_server_killed_while_it_writes_loses_and_doubles_nothing(tmp_path: Path, browser: Browser) -> None:
    running = Server(tmp_path)
    running.start("--no-demo", "--no-worker")
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    wizard(page, running)
    lena = sign_up(page, "lena")
    ready(page, running.url)
    for number in range(8):
        page.evaluate(
            "(number) => document.querySelectorAll('form.set [name=reps]').forEach((each) => { each.value = number; })", number + 1
        )
        page.evaluate("document.querySelector('.exercise[data-entry] form.set').requestSubmit()")
        if number == 4:
            running.processes[0].kill()
            running.processes[0].wait()
    page.locator("#state", has_text="kept on this phone").wait_for()
    page.locator(".exercise .sets > li").nth(7).wait_for(state="attached")
    running.start("--no-demo", "--no-worker")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_selector("#session[data-sent]")
    assert sorted(reps for reps, _ in sets(running, lena)) == [1, 2, 3, 4, 5, 6, 7, 8]
    context.close()
    running.stop()
