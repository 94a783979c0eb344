"""How requests are run: each whole, in one thread of a small pool that keeps its database connections."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.core.signals import request_started
from django.db import close_old_connections, reset_queries
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase

THREADS = 8


class PooledHandler(ASGIHandler):
    """Django's handler with one hop to a thread a request instead of one for each middleware; streamed answers stay asynchronous."""

    def __init__(self) -> None:
        super().__init__()
        if not settings.DEBUG:  # a hop to a thread for each request otherwise; ``_respond`` does what is needed, in the pool's own thread
            request_started.disconnect(reset_queries)
            request_started.disconnect(close_old_connections)
        self.pool = ThreadPoolExecutor(THREADS, thread_name_prefix="request")

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002 (Django asks for asynchronous; we run synchronously)
        super().load_middleware(is_async=False)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request, without the two threads that Django would start for it: what is left for them goes to one that stays."""
        if scope["type"] != "http":
            raise ValueError(f"expected an HTTP request, found {scope['type']}")
        await self.handle(scope, receive, send)

    async def get_response_async(self, request: Any) -> HttpResponseBase:
        """Return the response of the synchronous chain, run in the pool."""
        return await sync_to_async(self._respond, thread_sensitive=False, executor=self.pool)(request)

    def _respond(self, request: ASGIRequest) -> HttpResponseBase:
        close_old_connections()
        response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = _blocks(cast(Iterable[bytes], response.streaming_content))
        return response


async def _blocks(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    """Read a file's blocks in a thread while other requests go on."""
    iterator = iter(parts)
    while (block := await asyncio.to_thread(next, iterator, None)) is not None:
        yield block
