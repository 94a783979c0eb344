"""Background jobs as the person who runs the server sees them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

SHOWN = 30
LATELY_DAYS = 7


class JobCounts(NamedTuple):
    """Jobs by state; ``failed`` and ``done`` of the last seven days."""

    waiting: int
    running: int
    failed: int
    done: int


class Job(NamedTuple):
    """One job, without its arguments: they may point to somebody's clip."""

    id: str
    kind: str
    state: str
    queued_at: datetime
    seconds: float | None
    attempts: int
    error: str


def job_counts() -> JobCounts:
    """Count the jobs in one query."""
    since = timezone.now() - timedelta(days=LATELY_DAYS)
    counts = DBTaskResult.objects.aggregate(
        waiting=Count("id", Q(status="READY")),
        running=Count("id", Q(status="RUNNING")),
        failed=Count("id", Q(status="FAILED", finished_at__gte=since)),
        done=Count("id", Q(status="SUCCESSFUL", finished_at__gte=since)),
    )
    return JobCounts(**counts)


def oldest_waiting_s() -> float:
    """How long the oldest job that could run has waited, in seconds; 0 when none does."""
    now = timezone.now()
    oldest = DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    return (now - oldest).total_seconds() if oldest else 0.0


def latest_jobs() -> list[Job]:
    """The newest jobs, those that wait or run first."""
    open_first = DBTaskResult.objects.order_by(F("finished_at").desc(nulls_first=True), "-enqueued_at")[:SHOWN]
    return [
        Job(
            str(task.id),
            task.task_path.rpartition(".")[2].replace("_", " "),
            {"READY": "waiting", "RUNNING": "running", "FAILED": "failed", "SUCCESSFUL": "done"}.get(task.status, task.status.lower()),
            task.enqueued_at,
            (task.finished_at - task.started_at).total_seconds() if task.finished_at and task.started_at else None,
            len(task.worker_ids or []),
            (task.exception_class_path or "").rpartition(".")[2],
        )
        for task in open_first
    ]


def try_again(*, job: UUID) -> bool:
    """Put a failed job back into its queue; returns whether there was such a job. Jobs are safe to run twice."""
    return bool(
        DBTaskResult.objects.filter(pk=job, status="FAILED").update(
            status="READY", started_at=None, finished_at=None, exception_class_path="", traceback="", enqueued_at=timezone.now()
        )
    )
