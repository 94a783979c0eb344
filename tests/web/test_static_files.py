"""Static files: a page never breaks for one that is missing; collecting happens only after a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from eccentric.web import static_files
from eccentric.web.pages import errors


@pytest.mark.slow
def test_collected_once(settings: object, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    storage = {"staticfiles": {"BACKEND": "eccentric.web.static_files.Collected"}}
    settings.STORAGES = settings.STORAGES | storage  # type: ignore[attr-defined]
    assert static_files.collect() is True
    assert static_files.collect() is False
    assert list(tmp_path.glob("eccentric.*.css.gz"))


def test_a_missing_file_keeps_its_plain_name(settings: object, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    assert static_files.Collected().hashed_name("no/such/file.css") == "no/such/file.css"


def test_when_even_the_frame_breaks_there_are_words(monkeypatch: pytest.MonkeyPatch, rf: object) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no templates")

    monkeypatch.setattr(errors, "render", broken)
    response = errors.server_error(rf.get("/"))  # type: ignore[attr-defined]
    assert response.status_code == 500
    assert b"Nothing that you saved is lost" in response.content


def test_a_page_that_fails_is_500_without_the_reason(anonymous: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of somebody")

    monkeypatch.setattr("eccentric.web.pages.views.entries", broken)
    anonymous.raise_request_exception = False
    response = anonymous.get("/more/")
    assert response.status_code == 500
    assert "secret" not in response.content.decode()
