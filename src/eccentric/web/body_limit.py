"""How large a request may be: refused before it fills the disk, whether or not it says its length."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = dict[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[..., Awaitable[None]]

MOST_BYTES = 64_000_000
ROOM_FOR_FORM = 1_000_000
WORDS = (
    b"<!doctype html><html lang=en><title>Too large</title><h1>Too large</h1><p class=lead>This file is larger than the server takes.</p>"
)


JSON_WORDS = b'{"error": "this is larger than the server takes", "problems": []}'


class TooLarge(Exception):
    """More came than is allowed."""


class BodyLimit:
    """Answers 413 to a body over the limit of its path; ``clips`` is the limit of a clip."""

    def __init__(self, app: App, clips: int) -> None:
        self.app, self.clips = app, clips

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self.clips + ROOM_FOR_FORM if "/checks" in scope["path"] else MOST_BYTES
        stated = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if stated.isdigit() and int(stated) > most:
            await _refuse(send, scope["path"])
            return
        came, answered = 0, False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
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
                await _refuse(send, scope["path"])


async def _refuse(send: Send, path: str) -> None:
    """Say it: as JSON to programs, as a page to people."""
    kind, words = (b"application/json", JSON_WORDS) if path.startswith("/api/") else (b"text/html; charset=utf-8", WORDS)
    headers = [
        (b"content-type", kind),
        (b"connection", b"close"),
        (b"content-security-policy", b"default-src 'none'"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": words})
