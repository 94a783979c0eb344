"""Fifty members log sets on SQLite over HTTP: no error, nothing lost, nothing doubled, and how long it takes.

    python bench/log_sets.py [--members 50] [--sets 4] [--window-s 10] [--bursts 3]

First each member logs a set in every window of ten seconds, at a moment of its own, and sends it twice, as a phone does whose answer got
lost. Then all send one at the same instant: the last of them waits for the processor time of all, since one process answers, so that
``burst_p95_cannot_be_under_ms`` is members x 0.95 x processor time of a request. Prints one JSON line; exits 1 when something was lost,
doubled or refused, or a set in its window took long.
"""

from __future__ import annotations

import argparse
import http.client
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
RUN = "from eccentric.cli import main; main()"
TOKEN = "c" * 32
P95_MS = 300
WARM_UP_S = 10
"""What the server loads a moment after its start is no part of a request."""


@dataclass(frozen=True)
class Phone:
    """A signed-in member's phone."""

    member: int
    cookie: str
    session: str
    entry: str


class Sent(NamedTuple):
    """One request: how long it took and what it came to."""

    took_s: float
    status: int


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


def log(connection: http.client.HTTPConnection, phone: Phone, one: dict[str, Any]) -> Sent:
    """Send a change."""
    headers = {"Content-Type": "application/json", "X-CSRFToken": TOKEN, "Cookie": f"sessionid={phone.cookie}; csrftoken={TOKEN}"}
    began = time.perf_counter()
    connection.request("POST", "/today/sync/", json.dumps({"member": phone.member, "changes": [one]}), headers)
    answer = connection.getresponse()
    answer.read()
    return Sent(time.perf_counter() - began, answer.status)


def spread(phone: Phone, port: int, sets: int, window_s: float) -> list[Sent]:
    """One member's sets, each at a moment of its window, and each sent again at once as when its answer got lost."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    rng, began, sent = random.Random(phone.member), time.monotonic(), list[Sent]()
    for number in range(sets):
        time.sleep(max(0.0, began + window_s * (number + rng.random()) - time.monotonic()))
        connection.close()  # the server ends idle connections; the request opens a new one
        one = change(phone, number)
        sent += [log(connection, phone, one), log(connection, phone, one)]
    return sent


def at_once(phone: Phone, port: int, number: int, gate: threading.Barrier) -> Sent:
    """One set that all members send at the same instant."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    one = change(phone, number)
    gate.wait()
    return log(connection, phone, one)


def cpu_s(pid: int) -> float:
    """The processor time of a process so far in seconds; NaN where there is no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return math.nan
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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


def p95(sent: list[Sent]) -> float:
    """The 95th percentile in milliseconds."""
    times = sorted(each.took_s for each in sent)
    return round(1000 * times[int(0.95 * (len(times) - 1))], 1)


def each_once(phones: list[Phone], sets: int) -> bool:
    """Whether every set of every member is there once."""
    from eccentric.web.training.models import SetLog

    wanted = list(range(1, sets + 1))
    return all(
        sorted(reps or 0 for reps in SetLog.objects.filter(entry_id=one.entry).values_list("reps", flat=True)) == wanted for one in phones
    )


def main() -> int:
    """Run it and print one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=int, default=50)
    parser.add_argument("--sets", type=int, default=4)
    parser.add_argument("--window-s", type=float, default=10.0)
    parser.add_argument("--bursts", type=int, default=3)
    parser.add_argument("--port", type=int, default=8171)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(asked.members) as pool:
        phones = prepare(Path(folder), asked.members)
        server = serve(asked.port)
        time.sleep(WARM_UP_S)
        try:
            began_s = cpu_s(server.pid)
            window = [one for sent in pool.map(lambda one: spread(one, asked.port, asked.sets, asked.window_s), phones) for one in sent]
            spent_ms = 1000 * (cpu_s(server.pid) - began_s) / len(window)
            gate = threading.Barrier(asked.members)
            rounds = range(asked.sets, asked.sets + asked.bursts)
            bursts = [list(pool.map(at_once, phones, repeat(asked.port), repeat(number), repeat(gate))) for number in rounds]
        finally:
            server.terminate()
            server.wait(15)
        right = each_once(phones, asked.sets + asked.bursts)
    errors = sum(one.status != 200 for sent in (window, *bursts) for one in sent)
    found: dict[str, Any] = {"members": asked.members, "sets": asked.members * (asked.sets + asked.bursts), "each_once": right}
    found |= {"errors": errors, "window_p95_ms": p95(window), "burst_p95_ms": [p95(sent) for sent in bursts]}
    found |= {"server_cpu_ms_a_request": round(spent_ms, 1), "burst_p95_cannot_be_under_ms": round(0.95 * asked.members * spent_ms)}
    print(json.dumps(found | {"load": round(os.getloadavg()[0], 1)}))
    return 0 if right and not errors and p95(window) < P95_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
