"""How requests are run: connections to the database are kept, and a request starts no thread of its own."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from eccentric.web.databases import database
from eccentric.web.handler import PooledHandler


async def get(handler: PooledHandler, path: str) -> int:
    """The status of one request."""
    found: list[dict[str, Any]] = []
    waits = asyncio.Event()
    parts = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        part = next(parts, None)
        if part is None:
            await waits.wait()
        return part or {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        found.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"host", b"localhost")], "query_string": b"", "root_path": ""}
    await handler(scope, receive, send)
    return int(found[0]["status"])


def test_requests_start_no_threads_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    handler, started = PooledHandler(), list[str]()
    start = threading.Thread.start

    def noted(thread: threading.Thread) -> None:
        started.append(thread.name)
        start(thread)

    async def several(count: int) -> list[int]:
        return [await get(handler, "/healthz") for _ in range(count)]

    assert asyncio.run(several(2)) == [200, 200]
    monkeypatch.setattr(threading.Thread, "start", noted)
    assert asyncio.run(several(20)) == [200] * 20
    assert len(started) <= 8, "the pool's, as it fills"
    with pytest.raises(ValueError, match="websocket"):
        asyncio.run(handler({"type": "websocket"}, None, None))


def test_the_pools_threads_keep_their_connections(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert database(tmp_path)["CONN_MAX_AGE"] is None
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@host/name")
    kept = database(tmp_path)
    assert kept["CONN_MAX_AGE"] > 60
    assert kept["CONN_HEALTH_CHECKS"]
