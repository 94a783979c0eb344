"""The web app as a person meets it: its second start, the first paint on a slow phone, a page's processor time, fifty members at once."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from bench.first_paint import bare_page, browser, first_paint_ms
from bench.log_sets import ROOT, cpu_s
from bench.measured import Measured, Result

STARTS, PAINTS, REQUESTS = 5, 11, 100
SETTLED_S = 10
"""What the server loads a moment after its start is no part of a request."""
PAGES = {"home": "/", "an exercise": "/library/nordic-curl/", "Today": "/today/"}
PROCESSOR_MS = {"an exercise": 8, "Today": 15}
SIGN_IN = "/account/login/"
DEMO = {"login": "maya", "password": "the long way down"}


def measure() -> Result:
    """Everything, one after another, on a demo server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        start_s(data)  # the first start makes the database and the demo's people
        rows = [
            Measured("second make run until it is ready, median", statistics.median(start_s(data) for _ in range(STARTS)), "s", target=3)
        ]
        with served(data) as (server, port):
            time.sleep(SETTLED_S)
            rows += [*paints(port), *processor(server, port)]
    return Result((*rows, *members()))


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """``make run`` on some data, until it says that it is ready: the process and its port; ended with all its children."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"ECCENTRIC_DATA": str(data)}
    command = ["make", "--silent", "run", f"SERVE=--port {port} --no-browser --no-worker"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_ready(port)
        yield process, port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(15)
        time.sleep(1)


def wait_until_ready(port: int, most_s: float = 120) -> None:
    """Ask until the server says that it is ready; raises SystemExit when it never does."""
    end = time.monotonic() + most_s
    while time.monotonic() < end:
        try:
            if get(connect(port), "/readyz", {})[0] == 200:
                return
        except OSError:
            time.sleep(0.02)
    raise SystemExit("the server did not answer")


def start_s(data: Path) -> float:
    """Seconds from ``make run`` to the first answer that says ready."""
    began = time.monotonic()
    with served(data):
        return time.monotonic() - began


def get(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> tuple[int, http.client.HTTPMessage, bytes]:
    """The status, headers and body of a page."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def connect(port: int) -> http.client.HTTPConnection:
    """A connection that stays open, as a browser's does."""
    return http.client.HTTPConnection("127.0.0.1", port, timeout=30)


def sign_in(port: int) -> dict[str, str]:
    """The cookies of the demo's member."""
    connection = connect(port)
    _, headers, page = get(connection, SIGN_IN, {})
    cookies = cookies_of(headers)
    form = DEMO | {"csrfmiddlewaretoken": re.findall(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0].decode()}
    connection.request("POST", SIGN_IN, urlencode(form), {"Content-Type": "application/x-www-form-urlencoded", "Cookie": header(cookies)})
    return cookies | cookies_of(connection.getresponse().headers)


def cookies_of(headers: http.client.HTTPMessage) -> dict[str, str]:
    """The cookies that an answer sets."""
    pairs = (line.split(";", 1)[0].partition("=") for line in headers.get_all("Set-Cookie", []))
    return {name: value for name, _, value in pairs}


def header(cookies: dict[str, str]) -> str:
    """Cookies as a request names them."""
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def paints(port: int) -> list[Measured]:
    """First contentful paint of each page, and of a page that is one line, in turn."""
    with browser() as running, bare_page() as bare:
        if running is None:
            return [Measured(f"first paint on a slow phone, {name}", None, "ms", note="no Chromium here") for name in PAGES]
        home = f"http://127.0.0.1:{port}"
        cookies = sign_in(port)
        taken: dict[str, list[float]] = {"a line of text alone": [], **{name: [] for name in PAGES}}
        for _ in range(PAINTS):
            taken["a line of text alone"].append(first_paint_ms(running, bare, {}))
            for name, path in PAGES.items():
                taken[name].append(first_paint_ms(running, home + path, cookies if name == "Today" else {}))
    rows = []
    for name, times in taken.items():
        spread = f"{PAINTS} visits, {min(times):.0f} to {max(times):.0f}"
        target = 1000 if name in PAGES else None
        rows.append(Measured(f"first paint on a slow phone, {name}, median", statistics.median(times), "ms", target=target, note=spread))
    return rows


def processor(server: subprocess.Popen[bytes], port: int) -> list[Measured]:
    """Processor time of the server for one page, warm, everything that it does included."""
    child = int(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()[0])
    headers, connection = {"Accept-Encoding": "gzip", "Cookie": header(sign_in(port))}, connect(port)
    rows = []
    for name, target in PROCESSOR_MS.items():
        for _ in range(REQUESTS):
            get(connection, PAGES[name], headers)
        began = cpu_s(child)
        for _ in range(REQUESTS):
            get(connection, PAGES[name], headers)
        spent = 1000 * (cpu_s(child) - began) / REQUESTS
        rows.append(Measured(f"processor time of a page, {name}", spent, "ms", target=target))
    return rows


def members() -> list[Measured]:
    """Fifty members log sets (``bench/log_sets.py``)."""
    asked = [sys.executable, str(ROOT / "bench" / "log_sets.py"), "--sets", "2", "--bursts", "5", "--port", str(free_port())]
    run = subprocess.run(asked, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    whole = "each set there once" if found["each_once"] and not found["errors"] else "LOST, DOUBLED OR REFUSED"
    bursts = sorted(found["burst_p95_ms"])
    spread = f"five times, {bursts[0]:.0f} to {bursts[-1]:.0f}"
    return [
        Measured("50 members log in ten seconds, p95", found["window_p95_ms"], "ms", target=300, note=f"{found['sets']} sets, {whole}"),
        Measured("50 members log in the same instant, p95, median", statistics.median(bursts), "ms", target=300, note=spread),
    ]
