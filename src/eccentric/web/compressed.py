"""Answers that are text go out compressed: quickly, since a tenth smaller would cost twice the processor's time."""

from __future__ import annotations

import gzip
import secrets
from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]
LEVEL, LEAST_BYTES, MOST_RANDOM_BYTES = 4, 200, 100
KEPT = 32
"""Packed pages that are kept, at most."""
NAMED = 8
"""The flag in a gzip header that says a file name follows it."""


def compressed(get_response: Handler) -> Handler:
    """Compress whole answers for who takes gzip; files and streams go out as they are. What ``kept_packed`` marks is packed once.

    The name inside is random bytes of random length, so that nobody can guess a secret of the page from the length (BREACH).
    """

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.streaming or len(response.content) < LEAST_BYTES or "Content-Encoding" in response.headers:
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            pack = _packed_once if getattr(response, "kept_packed", False) else _packed
            response.content = _named(pack(response.content))
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(response.content))
        return response

    return respond


def kept_packed(response: HttpResponse) -> HttpResponse:
    """Mark a page that comes again and again with the same text."""
    response.kept_packed = True  # type: ignore[attr-defined]
    return response


def _packed(content: bytes) -> bytes:
    """The bytes as a gzip file."""
    return gzip.compress(content, LEVEL, mtime=0)


_packed_once = lru_cache(maxsize=KEPT)(_packed)


def _named(packed: bytes) -> bytes:
    """The same file with a random name in its header."""
    name = secrets.token_hex(secrets.randbelow(MOST_RANDOM_BYTES) // 2 + 1).encode()
    return packed[:3] + bytes([NAMED]) + packed[4:10] + name + b"\0" + packed[10:]
