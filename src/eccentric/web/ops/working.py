"""A worker: runs queued tasks one at a time, shows that it lives, and hands its task back when it is told to stop."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any
from uuid import uuid4

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from eccentric.web.ops.reaping import beat, reap, still

LOOK_EVERY_S = 1.0
BEAT_EVERY_S = 4.0
TIDY_EVERY_S = 300.0
LAST_WORDS_S = 5.0

log = logging.getLogger("eccentric.web.ops")


class HandingBack(Worker):
    """django-tasks' worker, except that stopping it puts the task in hand back into the queue instead of failing it."""

    stopped = False

    def shutdown(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 (the signal module gives them)
        """End: at once when idle, else by leaving the task."""
        self.running, self.stopped = False, True
        sys.exit(0)

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Run a task; when the worker was stopped meanwhile, put the task back as if it had never begun."""
        super().run_task(db_task_result)
        if self.stopped:
            left = DBTaskResult.objects.filter(pk=db_task_result.pk, status="FAILED")
            tried = db_task_result.worker_ids[:-1]
            left.update(status="READY", started_at=None, finished_at=None, exception_class_path="", traceback="", worker_ids=tried)


class Working:
    """A worker with its signs of life; ``parent`` is a process whose end ends it too."""

    def __init__(self, *, once: bool = False, parent: int | None = None, tidy: Callable[[], object] | None = None) -> None:
        self.parent, self.tidy = parent, tidy
        self.id = uuid4().hex
        self.worker = HandingBack(
            queue_names=["*"],
            interval=LOOK_EVERY_S,
            batch=once,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.id,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Work until stopped."""
        beat(worker=self.id)
        reap()
        self.worker.configure_signals()
        threading.Thread(target=self._live, daemon=True, name="pulse").start()
        try:
            self.worker.run()
        finally:
            still(worker=self.id)

    def _live(self) -> None:
        """Beat, look for tasks of dead workers, tidy now and then, and end with the parent."""
        next_beat = next_tidy = time.monotonic()
        while True:
            if self.parent is not None and os.getppid() != self.parent:
                os.kill(os.getpid(), signal.SIGTERM)  # the main thread hands its task back
                time.sleep(LAST_WORDS_S)
                os._exit(0)
            now = time.monotonic()
            try:
                if now >= next_beat:
                    next_beat = now + BEAT_EVERY_S
                    beat(worker=self.id)
                    reap()
                if self.tidy is not None and now >= next_tidy:
                    next_tidy = now + TIDY_EVERY_S
                    self.tidy()
            except DatabaseError:
                log.exception("the pulse could not be written")
                connection.close()
            close_old_connections()
            time.sleep(0.5)
