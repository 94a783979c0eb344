"""A worker tells the server that an analysis moved on, over the channel layer that they share, so that nobody has to keep asking."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings

ALONE_S = 0.5
"""How often a listener looks without a shared layer: the worker is another process, and only the database tells."""
SHARED_S = 5.0
"""How long a listener sleeps when the worker wakes it; a message that got lost costs this much."""

log = logging.getLogger("eccentric.web.checks")
Waiting = Callable[[], Awaitable[None]]


def is_shared() -> bool:
    """Whether other processes hear what is told here."""
    return not str(settings.CHANNEL_LAYERS["default"]["BACKEND"]).endswith("InMemoryChannelLayer")


def tell(check_id: UUID) -> None:
    """Wake everybody who follows a check; without a shared layer, or while it does not answer, nothing happens."""
    if not is_shared():
        return
    try:
        async_to_sync(_layer().group_send)(_group(check_id), {"type": "check.moved"})
    except Exception as error:  # whatever a broken layer raises: the analysis is worth more than its progress bar
        log.warning("the channel layer does not answer", extra={"kind": type(error).__name__})


@asynccontextmanager
async def following(check_id: UUID) -> AsyncIterator[Waiting]:
    """Gives what waits until the check may have moved: a worker's word, or a while."""
    if not is_shared():
        yield lambda: asyncio.sleep(ALONE_S)
        return
    layer, group = _layer(), _group(check_id)
    try:
        channel = await layer.new_channel()
        await layer.group_add(group, channel)
    except Exception as error:
        log.warning("the channel layer does not answer", extra={"kind": type(error).__name__})
        yield lambda: asyncio.sleep(ALONE_S)
        return
    try:
        yield lambda: _word(layer, channel)
    finally:
        try:
            await layer.group_discard(group, channel)
        except Exception as error:
            log.warning("the channel layer does not answer", extra={"kind": type(error).__name__})


async def _word(layer: Any, channel: str) -> None:
    try:
        await asyncio.wait_for(layer.receive(channel), SHARED_S)
    except TimeoutError:
        return
    except Exception as error:
        log.warning("the channel layer does not answer", extra={"kind": type(error).__name__})
        await asyncio.sleep(ALONE_S)


def _layer() -> Any:
    return get_channel_layer()


def _group(check_id: UUID) -> str:
    return f"check-{check_id}"
