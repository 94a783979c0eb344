"""The member's way in a real browser: wizard to first logged session, by thumb and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.journeys.looks import axe, wrong_in_any_look
from tests.journeys.members import AS_ONE_MS, PHONE, ready, sets, sign_up, wizard
from tests.journeys.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_from_the_wizard_to_the_first_session(server: Server, phone: Page) -> None:
    wizard(phone, server)
    phone.get_by_role("heading", name="Your programme").wait_for()
    assert axe(phone) == []
    nadia = sign_up(phone, "nadia")
    ready(phone, server.url)
    first = phone.locator("details.exercise[open]").first
    first.locator("[data-done]").dblclick()
    first.locator(".sets > li").first.wait_for()
    phone.wait_for_timeout(AS_ONE_MS)
    phone.wait_for_selector("#session[data-sent]")
    assert len(sets(server, nadia)) == 1, "a thumb that taps twice did one set"
    assert first.locator(".sets > li").count() == 1
    before = first.locator("input[name=reps]").input_value()
    first.locator(".amount").last.locator("[data-by]").last.click()
    first.locator("[data-done]").click()
    phone.wait_for_selector("#session[data-sent]")
    assert [reps for reps, _ in sets(server, nadia)] == [int(before), int(before) + 1]
    assert phone.locator("#rest time").inner_text() != "0:00"
    assert axe(phone) == []
    paced(phone)
    phone.locator("#finish > summary").click()
    phone.locator("[name=session_rpe][value='6']").check()
    phone.get_by_role("button", name="Finish the session").click()
    phone.wait_for_url("**/after/")
    phone.get_by_role("heading", name="Next").wait_for()
    assert axe(phone) == []
    phone.goto(server.url + "/programme/")
    assert axe(phone) == []
    dragged(phone)


def paced(page: Page) -> None:
    """The pacer opens over the page, waits three seconds, and gives the page back; its phases follow the tempo."""
    page.locator("details.exercise[open] [data-pace]").first.click()
    page.locator("#pace").get_by_text("Get ready").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name="Stop").click()
    page.locator("#pace").wait_for(state="hidden")
    page.wait_for_function("document.activeElement.matches('[data-done]')")
    follows = """async () => {
      const { phases, place } = await import('/static/training/pace.js');
      const cycle = phases('3-1-2-0', 'lengthened');
      const at = (seconds) => { const now = place(seconds, cycle); return [now.rep, now.phase.word, now.within]; };
      return [cycle.map((each) => each.kind), at(0.5), at(2.5), at(5.5), at(7), phases('4-0-0-0', 'shortened').map((each) => each.word)];
    }"""
    kinds, *moments, without_lift = page.evaluate(follows)
    assert kinds == ["concentric", "eccentric", "pause"]
    assert moments == [[0, "Lift", 0.5], [0, "Lower", 0.5], [0, "Pause", 0.5], [1, "Lift", 1]]
    assert without_lift == ["Lower", "Come back"]


def dragged(page: Page) -> None:
    """On a computer's screen a session is dragged to another day with the mouse, and goes back with the keys."""
    page.set_viewport_size({"width": 1440, "height": 900})
    held = page.locator(".week[open] .held[data-session]").last
    session, planned = held.get_attribute("data-session"), held.locator("xpath=ancestor::li[1]").get_attribute("data-day")
    free = page.locator(f"#s-{session} option").evaluate_all("all => all.map((each) => each.value)")
    shown = page.locator(".week[open] .grid > li").evaluate_all("all => all.map((each) => each.dataset.day)")
    other = next(day for day in free if day in shown and day != planned)
    held.scroll_into_view_if_needed()
    start, end = held.locator("summary").first.bounding_box(), page.locator(f'.grid > li[data-day="{other}"]').first.bounding_box()
    assert start is not None and end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 10, steps=4)
    page.mouse.up()
    page.locator(f'li[data-day="{other}"] [data-session="{session}"]').wait_for()
    page.locator(f"#s-{session} > summary").press("Enter")
    page.locator(f"#d-{session}").select_option(planned)
    page.locator(f"#s-{session} .move button").press("Enter")
    page.locator(f'li[data-day="{planned}"] [data-session="{session}"]').wait_for()


STEPS = ("goal", "safety-1", "pain", "equipment", "days", "you", "programme")
PAGES = (*(f"/start/{step}/" for step in STEPS), "/today/", "/programme/")


def test_axe_finds_nothing_and_nothing_overflows(server: Server, phone: Page) -> None:
    wizard(phone, server)
    sign_up(phone, "axe")
    wizard(phone, server)
    for path in PAGES:
        phone.goto(server.url + path)
        phone.wait_for_load_state("networkidle")
        phone.evaluate("document.querySelectorAll('details').forEach((each) => { each.removeAttribute('name'); each.open = true; })")
        assert wrong_in_any_look(phone) == [], path


def test_today_weighs_less_than_200_kb_on_the_first_visit(server: Server, phone: Page) -> None:
    wizard(phone, server)
    sign_up(phone, "weight")
    state = phone.context.storage_state()
    assert phone.context.browser is not None
    context = phone.context.browser.new_context(viewport=PHONE, storage_state=state, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    sizes: list[float] = []
    tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(server.url + "/today/")
    page.wait_for_load_state("networkidle")
    print(f"today: {sum(sizes) / 1000:.0f} kB")
    assert 20_000 < sum(sizes) < 200_000
    context.close()


def test_by_keyboard_alone(server: Server, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    wizard(page, server)
    kim = sign_up(page, "kim")
    page.goto(server.url + "/today/")
    page.wait_for_selector("#session[data-ready]")
    press(page, "button[name=feel][value=fine]")
    press(page, "details.exercise[open] [data-by]:last-child")
    press(page, "details.exercise[open] [data-done]")
    page.wait_for_selector("#session[data-sent]")
    assert len(sets(server, kim)) == 1
    page.goto(server.url + "/programme/")
    press(page, ".week[open] .held[data-session] > .slot > summary")
    press(page, ".slot[open] select[name=day]", key="ArrowDown")
    press(page, ".slot[open] .move button")
    page.wait_for_selector(".messages")
    context.close()


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Tab until the thing has the focus, and press a key on it."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            page.keyboard.press(key)
            return
    raise AssertionError(f"Tab never reaches {selector}")
