"""Tasks whose worker died: tried once more, then failed clearly."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks.signals import task_finished
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from eccentric.web.ops.models import Pulse

SILENT_S = 15.0
TRIES = 2
DIED = "eccentric.web.ops.WorkerDied"

log = logging.getLogger("eccentric.web.ops")


def beat(*, worker: str) -> None:
    """Say that a worker lives."""
    Pulse.objects.update_or_create(worker=worker, defaults={"at": timezone.now()})


def still(*, worker: str) -> None:
    """Say that a worker has ended."""
    Pulse.objects.filter(worker=worker).delete()


def reap(*, silent_s: float = SILENT_S) -> int:
    """Put running tasks of silent workers back, once; fail them the second time. Returns how many there were."""
    since = timezone.now() - timedelta(seconds=silent_s)
    alive = set(Pulse.objects.filter(at__gte=since).values_list("worker", flat=True))
    started_before = DBTaskResult.objects.running().filter(started_at__lt=since)
    dead = [task for task in started_before if not task.worker_ids or task.worker_ids[-1] not in alive]
    for task in dead:
        _bury(task)
    if dead:
        Pulse.objects.filter(at__lt=since).delete()
    return len(dead)


def _bury(task: DBTaskResult[Any, Any]) -> None:
    same = DBTaskResult.objects.filter(pk=task.pk, status="RUNNING", started_at=task.started_at)
    if len(task.worker_ids) < TRIES:
        if same.update(status="READY", started_at=None):
            log.warning("a worker died; its task is tried again", extra={"job": str(task.pk)})
        return
    words = "The worker died twice while doing this."
    if same.update(status="FAILED", finished_at=timezone.now(), exception_class_path=DIED, traceback=words):
        log.error("a worker died twice on a task", extra={"job": str(task.pk)})
        task.refresh_from_db()
        task_finished.send(sender=DatabaseBackend, task_result=task.task_result)
