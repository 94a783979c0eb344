"""The report in a real browser: it fits a phone, plays its video, asks nothing of a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.motion.report import builders

from eccentric.motion.report import write_report
from eccentric.terms.faults import FaultId

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OUTLINED = """() => {
  const here = document.activeElement;  // the video's own controls show their own focus
  return here === document.body || here.tagName === "VIDEO" || getComputedStyle(here).outlineStyle !== "none";
}"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    faults = [builders.fault(FaultId.HIPS_LIFT, 1.0 + 4 * n + 0.9) for n in range(12)]
    watched = builders.watched(*(builders.rep(n + 1, fault) for n, fault in enumerate(faults)))
    name = "a very long name of a video that somebody gave it without spaces_" + "x" * 80 + ".mp4"
    return write_report(watched, builders.exercise(), builders.Source(name), builders.images(watched), tmp_path_factory.mktemp("report"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def until(page: Page, condition: str) -> None:
    """Wait up to ten seconds; polls from outside, because the page's own policy forbids evaluation inside it."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {condition}")


def test_the_video_plays_and_seeks(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    film = page.locator("video")
    film.evaluate("film => film.play()")
    until(page, "document.querySelector('video').currentTime > 0.3")
    assert film.evaluate("film => [film.videoWidth, film.videoHeight]") == [854, 640]
    page.locator("#rep-2 .play").first.click()
    until(page, "Math.abs(document.querySelector('video').currentTime - 5) < 1")
    assert film.evaluate("film => film.error") is None


def test_it_asks_for_its_own_page_only(page: Page, report: Path) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(report.as_uri())
    page.wait_for_timeout(300)
    assert [url for url in asked if not url.startswith("data:")] == [report.as_uri()]
    assert complaints == []


@pytest.mark.parametrize(("width", "text"), [(390, 100), (390, 200), (1440, 100), (1440, 200), (320, 100)])
def test_nothing_runs_off_the_side(page: Page, report: Path, width: int, text: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(report.as_uri())
    page.add_style_tag(content=f"html {{ font-size: {text}% }}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_verdict_and_the_fix_are_on_the_first_screen(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    for words in ("h1 .big", ".next .how"):
        box = page.locator(words).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 844


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
        assert page.evaluate(OUTLINED), f"focus cannot be seen on {page.evaluate('document.activeElement.outerHTML')[:200]}"
    assert {"#rep-1", "#rep-3", "#film", "VIDEO", "SUMMARY"} <= reached
