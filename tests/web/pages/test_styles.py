"""Style sheets: inside the page for who arrives, linked for who is here already."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import urljoin

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from eccentric.web.pages.styles import static_sheet


@pytest.mark.parametrize("referer", [None, "https://search.example/?q=testserver", "http://testserver.example/", "nonsense"])
def test_who_arrives_gets_the_style_with_the_page(anonymous: Client, referer: str | None) -> None:
    page = anonymous.get("/library/nordic-curl/", headers={"referer": referer} if referer else {})
    html = page.content.decode()
    inside = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(inside) == 3
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inside}
    assert hashes == set(re.findall(r"'sha256-([^']+)'", page.headers["Content-Security-Policy"]))
    assert 'rel="stylesheet"' not in html
    assert static_sheet("library.css")[1] in html


def test_who_is_here_has_it_already(anonymous: Client) -> None:
    page = anonymous.get("/library/nordic-curl/", headers={"referer": "http://testserver/library/", "host": "testserver"})
    html = page.content.decode()
    assert "<style" not in html
    assert "sha256" not in page.headers["Content-Security-Policy"]
    for address in re.findall(r'<link rel="stylesheet" href="(/library/[^"]+)">', html):
        assert anonymous.get(address).headers["Content-Type"] == "text/css"
    assert html.count('rel="stylesheet"') == 3


def test_what_a_sheet_names_is_found_from_any_page() -> None:
    address, text = static_sheet("eccentric.css")
    named = re.findall(r"""url\(["']?([^"')]+)""", text)
    assert named
    for name in named:
        assert urljoin("http://testserver/library/", name).startswith("http://testserver/static/"), name
        assert finders.find(name.removeprefix("/static/")), name
    assert address.startswith("/static/eccentric.")
