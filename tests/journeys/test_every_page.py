"""What holds for every page: axe finds nothing, no request leaves the machine, nothing overflows, no complaint of the browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.journeys.looks import axe, wrong_in_any_look
from tests.journeys.serving import Server, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PATHS = (
    "/",
    "/library/",
    "/library/?q=hips+come+up&level=beginner",
    "/library/lying-leg-curl/",
    "/library/nordic-curl/",
    "/library/sources/",
    "/checks/",
    "/checks/new/",
    "/more/",
    "/offline/",
    "/account/login/",
    "/account/signup/",
    "/no/such/page",
)
FONTS_AND_FILES = ("data", "blob")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose policy holds."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page(server: Server, page: Page, path: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(server.url + path)
    page.wait_for_load_state("networkidle")
    own = urlsplit(server.url).netloc
    left = [url for url in asked if urlsplit(url).netloc != own and urlsplit(url).scheme not in FONTS_AND_FILES]
    assert left == [], "requests to other machines"
    assert [said for said in complaints if "404" not in said or path != "/no/such/page"] == []
    assert wrong_in_any_look(page) == []


@pytest.fixture(scope="session")
def reported(server: Server) -> tuple[str, Visitor]:
    """The path of a report, and the visitor whose it is."""
    visitor = Visitor(server)
    check = visitor.upload()
    visitor.wait(check, "done", 180)
    return check, visitor


def test_the_report(server: Server, page: Page, reported: tuple[str, Visitor]) -> None:
    check, visitor = reported
    for cookie in visitor.cookies:
        page.context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": server.url}])
    page.goto(server.url + check)
    assert page.locator("form-report h1").count() == 1
    assert wrong_in_any_look(page) == []


def test_axe_is_no_rubber_stamp(server: Server, page: Page) -> None:
    page.goto(server.url + "/more/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/static/icon.svg><input>')")
    assert {line.split(":")[0] for line in axe(page)} >= {"image-alt", "label"}


def test_each_look_is_looked_at(server: Server, page: Page) -> None:
    page.goto(server.url + "/more/")
    faded = "@media (prefers-color-scheme: dark) and (width >= 60rem) { main p, main a, main h1 { color: #222 !important; } }"
    page.evaluate("(rule) => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)", faded)
    wrong = wrong_in_any_look(page)
    assert wrong
    assert {line.split(": ")[0] for line in wrong} == {"desktop dark"}
