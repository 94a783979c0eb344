"""Is the server alive, and is it ready: the database answers, its tables are up to date, the data folder takes files, a worker lives."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from eccentric.web.layers import redis_url

LEAST_FREE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: its name, whether it holds, what to know, and whether the server is ready without it."""

    name: str
    good: bool
    words: str
    needed: bool = True


def findings() -> list[Finding]:
    """Run every check; none of them raises."""
    database = _database()
    return [database, *([_tables(), _jobs()] if database.good else []), *([_redis()] if redis_url() else []), _folder(), _space()]


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError as error:
        return Finding("database", False, f"does not answer: {type(error).__name__}")
    return Finding("database", True, connection.vendor)


def _tables() -> Finding:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Finding("tables", not missing, f"{len(missing)} changes to make: start the server once" if missing else "up to date")


def _jobs() -> Finding:
    from eccentric.web.ops.jobs import job_counts

    counts = job_counts()
    return Finding("jobs", not counts.failed, f"{counts.waiting} waiting, {counts.running} running, {counts.failed} failed", needed=False)


def _redis() -> Finding:
    """Whether Redis answers; without it, progress is told by asking the database, so the server is ready all the same."""
    import redis

    try:
        with redis.Redis.from_url(redis_url(), socket_connect_timeout=1, socket_timeout=1) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        return Finding("redis", False, f"does not answer: {type(error).__name__}", needed=False)
    return Finding("redis", True, "answers", needed=False)


def _folder() -> Finding:
    try:
        with tempfile.NamedTemporaryFile(dir=settings.DATA, prefix=".ready-") as file:
            file.write(b"x")
    except OSError as error:
        return Finding("data folder", False, error.strerror or type(error).__name__)
    return Finding("data folder", True, "takes files")


def _space() -> Finding:
    free = shutil.disk_usage(Path(settings.DATA)).free
    return Finding("disk", free >= LEAST_FREE_BYTES, f"{free / 1e9:.1f} GB free")
