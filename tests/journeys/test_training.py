"""The member's way in a real browser: wizard to first logged session, and logging without a connection."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.journeys.looks import axe, wrong_in_any_look
from tests.journeys.serving import Server, fresh_name

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PHONE = {"width": 390, "height": 844}
SECRET = "a long enough password"
AS_ONE_MS = 400
"""Two taps within this are one (``taps.js``)."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone that nobody has used."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert complaints == []


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
