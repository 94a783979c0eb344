"""A server of our own for journeys: `eccentric serve` on a free port with a data folder of its own."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CLIP = ROOT / "examples" / "lying-curl.mp4"
RUN = "from eccentric.cli import main; main()"


def fresh_name(name: str) -> str:
    """An account name that no other journey on the same server has."""
    return f"{name}-{uuid.uuid4().hex[:6]}"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running server and the processes beside it."""

    data: Path
    port: int = field(default_factory=free_port)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def spawn(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command of ours on this data folder."""
        environment = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
        environment |= {"ECCENTRIC_DATA": str(self.data), "ECCENTRIC_MODEL": "lite", "PYTHONPATH": str(ROOT / "src")}
        log = (self.data / "log.txt").open("ab")
        process = subprocess.Popen([sys.executable, "-c", RUN, *arguments], env=environment, stdout=log, stderr=log, cwd=self.data)
        self.processes.append(process)
        return process

    def start(self, *options: str, within_s: float = 90) -> float:
        """Start serving; returns the seconds until the first page came."""
        began = time.monotonic()
        process = self.spawn("serve", "--no-browser", "--port", str(self.port), *options)
        while time.monotonic() - began < within_s:
            if process.poll() is not None:
                raise AssertionError((self.data / "log.txt").read_text()[-3000:])
            try:
                urllib.request.urlopen(f"{self.url}/more/", timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return time.monotonic() - began
        raise AssertionError("the server did not answer")

    def stop(self) -> None:
        """End every process."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Visitor:
    """A browser without a screen: cookies, forms, JSON."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def text(self, path: str) -> str:
        """A page."""
        with self.opener.open(self.server.url + path, timeout=30) as answer:
            return str(answer.read().decode())

    def upload(self, clip: Path = CLIP, exercise: str = "lying-leg-curl") -> str:
        """Upload a clip as the form does; returns the path of the check."""
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', self.text("/checks/new/"))
        assert token is not None
        edge = uuid.uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in (("csrfmiddlewaretoken", token[1]), ("exercise", exercise))
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="clip"; filename="{clip.name}"\r\nContent-Type: video/mp4\r\n\r\n'
        body = b"".join(parts) + head.encode() + clip.read_bytes() + f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        with self.opener.open(urllib.request.Request(self.server.url + "/checks/new/", body, headers), timeout=60) as answer:
            return str(answer.url).removeprefix(self.server.url)

    def progress(self, check: str) -> dict[str, Any]:
        """How far a check is."""
        found: dict[str, Any] = json.loads(self.text(f"{check}progress/"))
        return found

    def wait(self, check: str, until: str, within_s: float) -> dict[str, Any]:
        """Ask until a check is in a state, or ``watching`` (a worker is in the middle), or ``begun again`` (another one has taken it)."""
        end = time.monotonic() + within_s
        now: dict[str, Any] = {}
        while time.monotonic() < end:
            now = self.progress(check)
            running, share = now["state"] == "running", now["share"]
            if now["state"] == until or (running and {"watching": share > 0.05, "begun again": share == 0}.get(until, False)):
                return now
            time.sleep(0.2)
        raise AssertionError(f"still {now} after {within_s} s")
