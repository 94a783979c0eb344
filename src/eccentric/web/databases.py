"""Which database: SQLite in the data folder, or what DATABASE_URL says."""

from __future__ import annotations

import os
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import dj_database_url

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA mmap_size=67108864;"
BUSY_S = 20
KEPT_S = 600
_writer = threading.Lock()


def one_writer() -> AbstractContextManager[object]:
    """Let one thread of this process write at a time on SQLite, in turn: its own way of waiting is to sleep, longer each time."""
    from django.db import connection

    return _writer if connection.vendor == "sqlite" else nullcontext()


def database(data: Path) -> dict[str, Any]:
    """Return Django's database settings; on SQLite writers wait for each other instead of failing."""
    url = os.environ.get("DATABASE_URL")
    found: dict[str, Any] = (
        dict(dj_database_url.parse(url)) if url else {"ENGINE": "django.db.backends.sqlite3", "NAME": data / "eccentric.sqlite3"}
    )
    if found["ENGINE"].endswith("sqlite3"):
        found["CONN_MAX_AGE"] = None  # opening costs more than a request: the pool's threads keep theirs
        found["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": BUSY_S, "init_command": PRAGMAS}
    else:
        found |= {"CONN_MAX_AGE": KEPT_S, "CONN_HEALTH_CHECKS": True}
    return found
