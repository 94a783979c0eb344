"""The report within our page, and the parts of a kept video."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from tests.web.checks.clips import PAGE, done_check

from eccentric.web.accounts.models import User
from eccentric.web.checks.embedding import embed
from eccentric.web.checks.ranges import file_response


def test_style_attributes_become_classes() -> None:
    found = embed(PAGE)
    assert "style=" not in found.body
    assert "height:40%" in found.style
    assert "--paper" not in found.style
    assert "Made here" in found.foot


def test_a_closed_element_stays_closed() -> None:
    found = embed('<main><svg><rect width="4" style="fill:red"/><text>a</text></svg></main>')
    assert found.body.count("/>") == 1
    assert embed('<main><rect class="a b" style="fill:red"/></main>').body.count("class=") == 1


class Attributes(HTMLParser):
    """Collects every attribute's name."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}


@given(
    st.lists(st.tuples(st.sampled_from(["p", "span", "rect"]), st.sampled_from(["", ' class="a"', ' id="b" class="c d"']), st.booleans()))
)
def test_no_style_attribute_is_left(elements: list[tuple[str, str, bool]]) -> None:
    html = "".join(f'<{tag}{more} style="height:{n}%"{"/" if closed else ""}>' for n, (tag, more, closed) in enumerate(elements))
    parser = Attributes()
    parser.feed(embed(f"<main>{html}</main>").body)
    assert "style" not in parser.names


def test_the_page_holds_the_report_under_the_policy(owner: Client, member: User) -> None:
    response = owner.get(f"/checks/{done_check(member).pk}/")
    html, policy = response.content.decode(), response.headers["Content-Security-Policy"]
    assert "Two of five" in html
    assert "unsafe-inline" not in policy
    nonce = html.split('<style nonce="')[1].split('"')[0]
    assert f"'nonce-{nonce}'" in policy
    assert nonce not in owner.get(f"/checks/{done_check(member).pk}/").content.decode()


def test_the_list_shows_ones_own(owner: Client, stranger: Client, member: User) -> None:
    done_check(member)
    assert "2 of 5 good" in owner.get("/checks/").content.decode()
    assert "2 of 5 good" not in stranger.get("/checks/").content.decode()


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [(None, 200, b"0123456789"), ("bytes=2-4", 206, b"234"), ("bytes=7-", 206, b"789"), ("bytes=-3", 206, b"789"), ("bytes=20-", 416, b"")],
)
def test_parts_of_a_file(tmp_path: Path, asked: str | None, status: int, body: bytes) -> None:
    file = tmp_path / "a.mp4"
    file.write_bytes(b"0123456789")
    response = file_response(RequestFactory().get("/", headers={"range": asked} if asked else {}), file, "video/mp4")
    content = b"".join(response) if response.streaming else getattr(response, "content", b"")
    assert (response.status_code, content) == (status, body)
