"""How many frames an MP4 or MOV says that it has: read from its tables, without decoding anything."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

INTO = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
HEADER = struct.Struct(">I4s")
MOST_BOXES = 2000


def stated_frames(path: Path) -> int | None:
    """The number of pictures of the first video track; None for other files, or when the tables make no sense."""
    try:
        with path.open("rb") as file:
            return _frames(file, path.stat().st_size)
    except (OSError, struct.error):
        return None


def _frames(file: BinaryIO, size: int) -> int | None:
    is_video = False
    for kind, start in _boxes(file, 0, size):
        if kind == b"hdlr":
            file.seek(start + 8)
            is_video = file.read(4) == b"vide"
        elif kind == b"stsz" and is_video:
            file.seek(start + 8)
            count: int = struct.unpack(">I", file.read(4))[0]
            return count if 0 < count < 1_000_000 else None
    return None


def _boxes(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int]]:
    """Every box (kind, where its content starts), containers first; gives up after many."""
    waiting = [(at, end)]
    for _ in range(MOST_BOXES):
        if not waiting:
            return
        at, end = waiting.pop()
        if at + 8 > end:
            continue
        file.seek(at)
        length, kind = HEADER.unpack(file.read(8))
        content = at + 8
        if length == 1:
            length, content = struct.unpack(">Q", file.read(8))[0], at + 16
        until = end if length == 0 else at + length
        if until <= at or until > end:
            continue
        waiting.append((until, end))
        if kind in INTO:
            waiting.append((content, until))
        yield kind, content
