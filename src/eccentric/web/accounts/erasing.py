"""Erasing a person: rows, sessions, jobs, files and what the database would keep of them on disk."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session as BrowserSession
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django_tasks_db.models import DBTaskResult

from eccentric.web.accounts.belongings import files_of, rows_of
from eccentric.web.accounts.models import User

log = logging.getLogger(__name__)
TRIES = 20
PAUSE_S = 0.25


def erase(*, user: User) -> bool:
    """Erase a person and everything of theirs; returns whether the database file was rewritten too (False: it was busy, see the log).

    Deleted values are overwritten in the database, its write-ahead log is emptied and its file rewritten without gaps. Backups that were
    made before still hold the person.
    """
    files = files_of(user)
    _secure_delete()
    with transaction.atomic():
        _delete_jobs(user)
        _delete_browser_sessions(user)
        user.delete()
    _delete_files(files)
    cache.clear()
    return scrub()


def _secure_delete() -> None:
    """Let this connection overwrite what it deletes (SQLite)."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _delete_jobs(user: User) -> None:
    """Delete jobs whose arguments name a row of the person."""
    names = {str(row.pk) for model, rows in rows_of(user).items() for row in rows if isinstance(row.pk, UUID)}
    for task in DBTaskResult.objects.only("id", "args_kwargs", "return_value").iterator():
        said = f"{task.args_kwargs} {task.return_value}"
        if any(name in said or name.replace("-", "") in said for name in names):
            task.delete()


def _delete_browser_sessions(user: User) -> None:
    for session in BrowserSession.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def _delete_files(files: list[Path]) -> None:
    media = Path(settings.MEDIA_ROOT).resolve()
    for path in files:
        path.unlink(missing_ok=True)
        for folder in path.resolve().parents:
            if folder == media or media not in folder.parents or any(folder.iterdir()):
                break
            folder.rmdir()


def scrub() -> bool:
    """Rewrite the database without what was deleted and empty its write-ahead log; waits for others, returns False when it could not."""
    if connection.in_atomic_block:
        return False
    for _ in range(TRIES):
        try:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM")
                if connection.vendor != "sqlite" or _emptied(cursor):
                    return True
        except OperationalError as error:
            log.info("erasing waits for the database: %s", type(error).__name__)
        time.sleep(PAUSE_S)
    log.warning("an erased person may still be in the database's write-ahead log: it was busy; it is emptied when the server stops")
    return False


def _emptied(cursor: object) -> bool:
    """Whether the write-ahead log could be written into the database and cut to nothing."""
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[attr-defined]
    busy, *_ = cursor.fetchone()  # type: ignore[attr-defined]
    return not busy
