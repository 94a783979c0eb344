"""What holds for every page: axe finds nothing, no request leaves the machine, nothing overflows, no complaint of the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.journeys.serving import ROOT, Server, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
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


@pytest.fixture(scope="module", params=[(size, scheme) for size in SIZES for scheme in ("light", "dark")], ids="-".join)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of one size in one scheme; axe runs in it although the policy forbids scripts from elsewhere."""
    size, scheme = request.param
    width, height = SIZES[size]
    viewport = {"width": width, "height": height}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", bypass_csp=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def axe(page: Page) -> list[str]:
    """What axe finds, one line each; it is put in by the debugger, which no policy stops."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]


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
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert axe(page) == [], json.dumps(axe(page), indent=1)


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
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_axe_is_no_rubber_stamp(server: Server, page: Page) -> None:
    page.goto(server.url + "/more/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=/static/icon.svg><input>')")
    assert {line.split(":")[0] for line in axe(page)} >= {"image-alt", "label"}
