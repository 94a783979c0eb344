"""Fifty members log sets at the same time, over HTTP, into SQLite: no error, nothing lost, nothing doubled, and how long it takes.

    python bench/log_sets.py [--members 50] [--sets 20] [--pause-s 1.0]

Each member sends each set twice, as a phone does whose answer got lost. Prints one JSON line; exits 1 when a number is missed.
``together`` is the worst case: all members' eleventh sets at the same instant.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RUN = "from eccentric.cli import main; main()"
TOKEN = "c" * 32
P95_MS = 300


@dataclass(frozen=True)
class Phone:
    """A signed-in member's phone."""

    member: int
    cookie: str
    session: str
    entry: str


def prepare(data: Path, members: int) -> list[Phone]:
    """Make the members and sign them in, straight in the database."""
    os.environ |= {"ECCENTRIC_DATA": str(data), "DJANGO_SETTINGS_MODULE": "eccentric.web.settings"}
    import django

    django.setup(set_prefix=False)
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from eccentric.journal.ids import new_id
    from eccentric.web.accounts.models import User
    from eccentric.web.start import migrate

    migrate()
    phones = []
    for number in range(members):
        user = User.objects.create(username=f"member{number}", password="!")
        store = SessionStore()
        store.update({SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0]})
        store[HASH_SESSION_KEY] = user.get_session_auth_hash()
        store.save()
        phones.append(Phone(user.pk, str(store.session_key), str(new_id()), str(new_id())))
    return phones


def change(phone: Phone, number: int) -> dict[str, Any]:
    """One set as a phone sends it."""
    from eccentric.journal.ids import new_id

    return {
        "kind": "set",
        "id": str(new_id()),
        "edited_ms": int(time.time() * 1000),
        "session": {"id": phone.session, "day": "2026-03-02"},
        "entry": {"id": phone.entry, "name": "Nordic curl", "exercise": "nordic-curl"},
        "fields": {"reps": number + 1, "external_load_kg": 20.0, "rir": 2.0},
    }


def log(connection: http.client.HTTPConnection, phone: Phone, one: dict[str, Any]) -> tuple[float, int]:
    """Send a change; returns seconds and status."""
    headers = {"Content-Type": "application/json", "X-CSRFToken": TOKEN, "Cookie": f"sessionid={phone.cookie}; csrftoken={TOKEN}"}
    began = time.perf_counter()
    connection.request("POST", "/today/sync/", json.dumps({"member": phone.member, "changes": [one]}), headers)
    answer = connection.getresponse()
    answer.read()
    return time.perf_counter() - began, answer.status


def train(phone: Phone, port: int, sets: int, pause_s: float, gate: threading.Barrier) -> tuple[list[float], list[float], int]:
    """One member's session at their own pace, with one set that all send together; returns its times, the other times, errors."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    first, others, errors = list[float](), list[float](), 0
    rng = random.Random(phone.member)
    time.sleep(pause_s * rng.random())
    for number in range(sets):
        one = change(phone, number)
        if number == sets // 2:
            connection.close()  # the server ends idle connections; a new one is opened by the request
            gate.wait()
        for again in range(2):
            took, status = log(connection, phone, one)
            (first if number == sets // 2 and again == 0 else others).append(took)
            errors += status != 200
            time.sleep(pause_s * rng.uniform(0.5, 1.5))
    return first, others, errors


def serve(port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait for it."""
    command = [sys.executable, "-c", RUN, "serve", "--port", str(port), "--no-browser", "--no-worker", "--no-demo"]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            probe = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            probe.request("GET", "/more/")
            probe.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return process
    raise SystemExit("the server did not answer")


def p95(times: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return round(1000 * sorted(times)[int(0.95 * (len(times) - 1))], 1)


def main() -> int:
    """Run it and print one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=int, default=50)
    parser.add_argument("--sets", type=int, default=20)
    parser.add_argument("--pause-s", type=float, default=1.0)
    parser.add_argument("--port", type=int, default=8171)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        phones = prepare(Path(folder), asked.members)
        server = serve(asked.port)
        gate = threading.Barrier(asked.members)
        try:
            with ThreadPoolExecutor(asked.members) as pool:
                done = list(pool.map(lambda phone: train(phone, asked.port, asked.sets, asked.pause_s, gate), phones))
        finally:
            server.terminate()
            server.wait(15)
        from eccentric.web.training.models import SetLog

        rows = SetLog.objects.count()
        right = all(
            sorted(reps or 0 for reps in SetLog.objects.filter(entry_id=phone.entry).values_list("reps", flat=True))
            == list(range(1, asked.sets + 1))
            for phone in phones
        )
    together = p95([took for first, _, _ in done for took in first])
    paced = p95([took for _, others, _ in done for took in others])
    errors = sum(each for _, _, each in done)
    expected = asked.members * asked.sets
    found = {"members": asked.members, "sets": rows, "expected": expected, "each_once": right, "errors": errors}
    print(json.dumps(found | {"p95_ms": paced, "together_p95_ms": together, "load": round(os.getloadavg()[0], 1)}))
    return 0 if right and not errors and paced < P95_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
