"""How far an analysis is, told as it happens."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from eccentric.web.checks.models import Check, State
from eccentric.web.checks.telling import following
from eccentric.web.ops.reaping import reap

LONGEST_S = 600.0
LOOK_EVERY_S = 10.0
"""How often a listener looks for dead workers, and says that it is still there."""


def snapshot(check: Check) -> dict[str, Any]:
    """Where a check stands, for a person and for a bar."""
    return {"state": check.state, "share": round(check.share, 3), "words": _words(check), "ended": check.ended}


def _words(check: Check) -> str:
    if check.state == State.WAITING:
        before = Check.objects.filter(state=State.WAITING, created_at__lt=check.created_at).count()
        return f"Waiting: {before} before you." if before else "Waiting for its turn."
    if check.state == State.RUNNING:
        if check.stage == "drawing":
            return "Drawing the report."
        of = f" of {check.frames_all}" if check.frames_all else ""
        return f"Watching: frame {check.frames_done}{of}." if check.frames_done else "Opening the clip."
    return "Done." if check.state == State.DONE else "It did not work."


async def happening(check_id: UUID) -> AsyncIterator[bytes]:
    """Server-sent events with the state whenever it changes; ends with the analysis, or after ten minutes (browsers ask again)."""
    yield b"retry: 1500\n\n"
    last, until, look_again = None, time.monotonic() + LONGEST_S, 0.0
    async with following(check_id) as moved:
        while (clock := time.monotonic()) < until:
            looks = clock >= look_again
            now = await sync_to_async(_now, thread_sensitive=False)(check_id, looks)
            if now is None:
                yield b'data: {"ended": true, "state": "gone"}\n\n'
                return
            if now != last:
                last = now
                yield f"data: {json.dumps(now)}\n\n".encode()
            elif looks:
                yield b": still here\n\n"
            if now["ended"]:
                return
            look_again = clock + LOOK_EVERY_S if looks else look_again
            await moved()


def _now(check_id: UUID, look_for_dead: bool) -> dict[str, Any] | None:
    try:
        if look_for_dead:
            reap()
        check = Check.objects.filter(pk=check_id).first()
        return snapshot(check) if check is not None else None
    finally:
        close_old_connections()
