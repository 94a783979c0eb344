"""What happens before the server answers: the database is brought up to date, the static files collected, the demo seeded."""

from __future__ import annotations

import subprocess
import threading
from importlib import import_module
from importlib.util import find_spec

LATER = (
    "eccentric.web.api.v1",
    "eccentric.plan.show",
    "eccentric.web.progress.kept",
    "eccentric.web.training.programme.calendar_feed",
    "eccentric.plan.make",
)
"""What brings the interface for programs, Rich, Polars, iCalendar and the solver."""


def prepare(*, demo: bool) -> None:
    """Make the server ready; does almost nothing when nothing changed since last time."""
    import django

    django.setup(set_prefix=False)
    from eccentric.web.static_files import collect

    import_module("eccentric.web.urls")
    migrate()
    collect()
    if demo:
        seed_demo()


def migrate() -> bool:
    """Bring the database up to date; returns whether there was anything to do."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def seed_demo() -> bool:
    """Fill an empty database with demo people when this server has them; returns whether it did."""
    from eccentric.web.accounts.models import User

    if User.objects.exists() or find_spec("eccentric.web.demo") is None:
        return False
    import_module("eccentric.web.demo").seed()
    return True


def warm_up(after_s: float = 4.0) -> None:
    """Load what the first pages do without, in a thread of its own a moment after the start, so that nobody waits for it later."""

    def load() -> None:
        threading.Event().wait(after_s)
        for name in LATER:
            import_module(name)

    threading.Thread(target=load, name="warm-up", daemon=True).start()


class Companion:
    """A process beside the server: started a moment after it, again when it dies, and ended with the server."""

    def __init__(self, command: list[str], pause_s: float = 2.0) -> None:
        self.command = command
        self.pause_s = pause_s
        self.ending = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None
        self.thread = threading.Thread(target=self._keep, name="companion", daemon=True)

    def start(self) -> None:
        """Start the process."""
        self.thread.start()

    def _keep(self) -> None:
        self.ending.wait(self.pause_s)
        while not self.ending.is_set():
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, start_new_session=True)
            self.process.wait()
            self.ending.wait(self.pause_s)

    def stop(self) -> None:
        """End the process: politely, then at once."""
        self.ending.set()
        process = self.process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
