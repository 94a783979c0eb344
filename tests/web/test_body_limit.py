"""Requests that are too large end before they fill the disk."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from eccentric.web.body_limit import MOST_BYTES, ROOM_FOR_FORM, BodyLimit

CLIPS = 1000


async def reads_all(scope: Any, receive: Any, send: Any) -> None:
    """An application that reads the whole body and then answers."""
    more = True
    while more:
        more = (await receive()).get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def status(path: str, blocks: list[int], stated: int | None) -> int:
    """Send blocks of some sizes and return the status of the answer."""
    sent: list[Any] = []
    waiting = [{"type": "http.request", "body": b"x" * size, "more_body": n + 1 < len(blocks)} for n, size in enumerate(blocks)]

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"content-length", str(stated).encode())] if stated is not None else []
    asyncio.run(BodyLimit(reads_all, CLIPS)({"path": path, "headers": headers}, receive, send))
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("path", "blocks", "stated", "expected"),
    [
        ("/checks/new/", [10, 10], 20, 200),
        ("/checks/new/", [], CLIPS + ROOM_FOR_FORM + 1, 413),
        ("/checks/new/", [600_000, 600_000], None, 413),
        ("/settings/", [600_000, 600_000], None, 200),
        ("/settings/", [], MOST_BYTES + 1, 413),
    ],
)
def test_what_is_too_large(path: str, blocks: list[int], stated: int | None, expected: int) -> None:
    assert status(path, blocks, stated) == expected


@pytest.mark.parametrize(("path", "kind"), [("/checks/new/", b"text/html; charset=utf-8"), ("/api/v1/checks", b"application/json")])
def test_an_upload_that_falls_silent_is_ended_and_told(path: str, kind: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eccentric.web.body_limit.SILENT_S", 0.02)
    sent: list[Any] = []
    parts = [{"type": "http.request", "body": b"x", "more_body": True}]

    async def receive() -> Any:
        if parts:
            return parts.pop()
        return await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(BodyLimit(reads_all, CLIPS)({"path": path, "headers": []}, receive, send))
    assert sent[0]["status"] == 408
    assert (b"content-type", kind) in sent[0]["headers"]


def test_waiting_for_the_answer_is_not_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eccentric.web.body_limit.SILENT_S", 0.02)
    told: list[Any] = [{"type": "http.request", "body": b"x"}]

    async def receive() -> Any:
        if told:
            return told.pop()
        await asyncio.sleep(0.1)
        return {"type": "http.disconnect"}

    async def answers_late(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        assert (await receive())["type"] == "http.disconnect"

    async def send(message: Any) -> None:
        pytest.fail("nothing is said")

    asyncio.run(BodyLimit(answers_late, CLIPS)({"path": "/", "headers": []}, receive, send))
