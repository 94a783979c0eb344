"""Sending a file, whole or the part that a video player asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
BLOCK = 1 << 18


def file_response(request: HttpRequest, path: Path, content_type: str) -> HttpResponseBase:
    """The file, or the bytes of one range (206), or 416 when it lies outside; 404 when there is no file. Never stored by caches."""
    try:
        size = path.stat().st_size
    except OSError:
        raise Http404 from None
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, no-store"}
    asked = RANGE.match(request.headers.get("Range", ""))
    if asked is None or asked.groups() == ("", ""):
        return FileResponse(path.open("rb"), content_type=content_type, headers=headers)
    first, last = asked.groups()
    start, end = (int(first), min(int(last or size - 1), size - 1)) if first else (max(0, size - int(last)), size - 1)
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers |= {"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": str(end - start + 1), "Content-Encoding": "identity"}
    return StreamingHttpResponse(_part(path, start, end), status=206, content_type=content_type, headers=headers)


def _part(path: Path, start: int, end: int) -> Iterator[bytes]:
    left = end - start + 1
    with path.open("rb") as file:
        file.seek(start)
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
