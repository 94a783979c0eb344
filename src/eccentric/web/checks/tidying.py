"""Deleting what nobody will ask for again: expired reports, clips whose analysis is over or will never be, uploads that broke off."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from eccentric.web.checks.models import Check, State
from eccentric.web.checks.services import delete, fail, forget_clip

LEFT_OVER_S = 3600.0
UPLOAD_LEFT_OVER_S = 300.0
"""A file of an upload that nobody wrote to for so long: the server ends an upload that is silent for a minute (``body_limit``)."""


def tidy() -> int:
    """Delete what is left over; returns how many things. Safe at any time, and with several workers."""
    return _expired() + _orphans() + _clips_of_ended() + _never_to_be_watched() + _broken_uploads()


def _expired() -> int:
    expired = list(Check.objects.filter(expires_at__lte=timezone.now()))
    for check in expired:
        delete(check=check)
    return len(expired)


def _orphans() -> int:
    """Folders that belong to no check."""
    known = {str(pk) for pk in Check.objects.values_list("pk", flat=True)}
    orphans = [folder for folder in _old(_root().glob("*"), LEFT_OVER_S) if folder.name not in known]
    for folder in orphans:
        shutil.rmtree(folder, ignore_errors=True)
    return len(orphans)


def _clips_of_ended() -> int:
    """Clips that a worker was killed before deleting, after it had said how it ended."""
    folders = [clip.parent.name for clip in _root().glob("*/clip")]
    ended = list(Check.objects.filter(pk__in=folders, state__in=(State.DONE, State.FAILED)))
    for check in ended:
        forget_clip(check=check)
    return len(ended)


def _never_to_be_watched() -> int:
    """Checks that wait although no task of theirs does: the server was killed before it queued one, or the queue was emptied."""
    before = timezone.now() - timedelta(seconds=LEFT_OVER_S)
    waiting = list(Check.objects.filter(state__in=(State.WAITING, State.RUNNING), created_at__lt=before))
    if not waiting:
        return 0
    tasks = DBTaskResult.objects.filter(status__in=("READY", "RUNNING"), task_path__endswith="checks.tasks.analyse")
    queued = {str(args[0]) for args in (task.args_kwargs["args"] for task in tasks) if args}
    lost = [check for check in waiting if str(check.pk) not in queued]
    for check in lost:
        fail(check=check, words="The server was stopped before it could watch your clip. Upload it again.")
    return len(lost)


def _broken_uploads() -> int:
    """Files of uploads whose server was killed in the middle."""
    files = [path for path in _old(Path(settings.FILE_UPLOAD_TEMP_DIR).glob("*.upload*"), UPLOAD_LEFT_OVER_S) if path.is_file()]
    for path in files:
        path.unlink(missing_ok=True)
    return len(files)


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "checks"


def _old(paths: Iterable[Path], seconds: float) -> list[Path]:
    """Those that nobody changed for some seconds; what vanishes meanwhile is left out."""
    found, before = [], time.time() - seconds
    for path in paths:
        try:
            if path.stat().st_mtime < before:
                found.append(path)
        except OSError:
            continue
    return found
