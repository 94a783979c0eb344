"""A worker's word reaches whoever follows a check, through a real Redis where there is one; without it the pages ask."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.journeys.serving import free_port

from eccentric.web.checks import events, telling
from eccentric.web.layers import channel_layers
from eccentric.web.ops.health import findings

TELL = "import sys, django; django.setup(set_prefix=False); from eccentric.web.checks.telling import tell; tell(sys.argv[1])"


@pytest.fixture(scope="module")
def redis_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of our own, without a disk; skipped where there is no redis-server."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("needs redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
    running = subprocess.Popen(command, cwd=tmp_path_factory.mktemp("redis"), stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0"
    running.terminate()
    running.wait(10)


@pytest.fixture
def shared(redis_address: str, monkeypatch: pytest.MonkeyPatch, settings: Any) -> str:
    """This process as a server with REDIS_URL."""
    monkeypatch.setenv("REDIS_URL", redis_address)
    settings.CHANNEL_LAYERS = channel_layers()
    return redis_address


def worker_tells(address: str, check_id: UUID, data: Path) -> subprocess.Popen[bytes]:
    """Another process says that a check moved."""
    environment = os.environ | {"REDIS_URL": address, "ECCENTRIC_DATA": str(data), "DJANGO_SETTINGS_MODULE": "eccentric.web.settings"}
    return subprocess.Popen([sys.executable, "-c", TELL, str(check_id)], env=environment)


async def woken_s(address: str, told: UUID, followed: UUID, data: Path) -> float:
    """How long a follower of one check slept while another process told of one."""
    async with telling.following(followed) as moved:
        worker = worker_tells(address, told, data)
        began = time.monotonic()
        await moved()
        took = time.monotonic() - began
    assert worker.wait(30) == 0
    return took


def test_a_worker_in_another_process_wakes_who_follows_its_check(shared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "SHARED_S", 60.0)
    check = uuid4()
    assert asyncio.run(woken_s(shared, check, check, tmp_path)) < 50


def test_nobody_is_woken_by_anothers_check(shared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "SHARED_S", 0.3)
    assert asyncio.run(woken_s(shared, uuid4(), uuid4(), tmp_path)) >= 0.3


def test_a_redis_that_does_not_answer_stops_nothing(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")
    monkeypatch.setattr(telling, "ALONE_S", 0.01)
    settings.CHANNEL_LAYERS = channel_layers()
    telling.tell(uuid4())

    async def follow() -> None:
        async with telling.following(uuid4()) as moved:
            await moved()

    asyncio.run(follow())


def test_without_a_redis_the_database_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDIS_URL", raising=False)
    assert "InMemory" in channel_layers()["default"]["BACKEND"]
    assert not telling.is_shared()
    monkeypatch.setattr(telling, "ALONE_S", 0.01)
    states = iter([{"state": "running", "ended": False}, {"state": "running", "ended": False}, {"state": "done", "ended": True}])
    monkeypatch.setattr(events, "_now", lambda *_: next(states))

    async def told() -> list[bytes]:
        return [part async for part in events.happening(uuid4()) if part.startswith(b"data")]

    assert [json.loads(part[6:])["state"] for part in asyncio.run(told())] == ["running", "done"], "each state once, and then the end"


@pytest.mark.django_db
def test_readiness_says_whether_redis_answers(shared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {each.name: each.good for each in findings()}["redis"]
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}/0")
    silent = next(each for each in findings() if each.name == "redis")
    assert (silent.good, silent.needed) == (False, False)
