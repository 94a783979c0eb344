"""A worker: runs queued tasks one at a time and ends when its server has ended."""

from __future__ import annotations

import os
import threading
import time
from uuid import uuid4

from django_tasks_db.management.commands.db_worker import Worker

LOOK_EVERY_S = 1.0


class Working:
    """Runs the queue until told to stop."""

    def __init__(self, *, once: bool = False, parent: int | None = None) -> None:
        self.parent = parent
        self.worker = Worker(
            queue_names=["*"],
            interval=LOOK_EVERY_S,
            batch=once,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=uuid4().hex,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Work until stopped."""
        self.worker.configure_signals()
        if self.parent is not None:
            threading.Thread(target=self._end_with_parent, daemon=True).start()
        self.worker.run()

    def _end_with_parent(self) -> None:
        while os.getppid() == self.parent:
            time.sleep(LOOK_EVERY_S)
        os._exit(0)
