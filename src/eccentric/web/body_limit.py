"""How large a request may be: refused before it fills the disk, whether or not it says its length."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = dict[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[..., Awaitable[None]]

MOST_BYTES = 64_000_000
ROOM_FOR_FORM = 1_000_000
SILENT_S = 60.0
"""An upload that sends nothing for so long has ended."""
LONGEST_S = 3600.0
"""No upload takes longer than this."""
PAGE = "<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><p class=lead>{words}</p>"


class TooLarge(Exception):
    """More came than is allowed."""


class TooSlow(Exception):
    """The rest did not come in time."""


class BodyLimit:
    """Answers 413 to a body over the limit of its path, 408 to one that does not come; ``clips`` is the limit of a clip."""

    def __init__(self, app: App, clips: int) -> None:
        self.app, self.clips = app, clips

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self.clips + ROOM_FOR_FORM if "/checks" in scope["path"] else MOST_BYTES
        stated = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if stated.isdigit() and int(stated) > most:
            await _refuse(send, scope["path"], 413, "Too large", "This file is larger than the server takes.")
            return
        came, answered, whole, ends = 0, False, False, time.monotonic() + LONGEST_S

        async def counted() -> Message:
            nonlocal came, whole
            message = await (receive() if whole else _in_time(receive, ends))
            whole = not message.get("more_body", False)
            came += len(message.get("body", b""))
            if came > most:
                raise TooLarge
            return message

        async def noted(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            await self.app(scope, counted, noted)
        except TooLarge:
            if not answered:
                await _refuse(send, scope["path"], 413, "Too large", "This file is larger than the server takes.")
        except TooSlow:
            if not answered:
                await _refuse(send, scope["path"], 408, "Too slow", "The rest did not come. Try again with a better connection.")


async def _in_time(receive: Receive, ends: float) -> Message:
    """The next part of a body; raises TooSlow when it does not come."""
    try:
        return await asyncio.wait_for(receive(), min(SILENT_S, max(0.0, ends - time.monotonic())))
    except TimeoutError:
        raise TooSlow from None


async def _refuse(send: Send, path: str, status: int, title: str, words: str) -> None:
    """Say it: as JSON to programs, as a page to people."""
    if path.startswith("/api/"):
        kind, body = b"application/json", json.dumps({"error": words, "problems": []})
    else:
        kind, body = b"text/html; charset=utf-8", PAGE.format(title=title, words=words)
    headers = [
        (b"content-type", kind),
        (b"connection", b"close"),
        (b"content-security-policy", b"default-src 'none'"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
