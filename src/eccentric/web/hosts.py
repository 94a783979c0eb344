"""Under which names the server answers, and whether people reach it over HTTPS."""

from __future__ import annotations

import contextlib
import os
import socket
from functools import cache
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@cache
def allowed_hosts() -> list[str]:
    """Return this machine's names and addresses, those in $ECCENTRIC_HOSTS (commas) and that of $ECCENTRIC_URL."""
    named = [host.strip() for host in os.environ.get("ECCENTRIC_HOSTS", "").split(",") if host.strip()]
    public = urlsplit(os.environ.get("ECCENTRIC_URL", "")).hostname
    own = _own_names() if os.environ.get("ECCENTRIC_OPEN") == "1" else []
    return list(dict.fromkeys([*LOOPBACK, *named, *([public] if public else []), *own]))


def _own_names() -> list[str]:
    """Names and addresses of this machine on its networks, for when it listens beyond itself."""
    name = socket.gethostname()
    found = [name, f"{name}.local"]
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; asks the routing table which address would be used
        found.append(str(probe.getsockname()[0]))
    with contextlib.suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(name, None, socket.AF_INET)]
    return found


def public_origins() -> list[str]:
    """Return the origin of $ECCENTRIC_URL, for forms behind a reverse proxy."""
    parts = urlsplit(os.environ.get("ECCENTRIC_URL", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def served_securely() -> bool:
    """True when people reach the server over HTTPS."""
    return os.environ.get("ECCENTRIC_URL", "").startswith("https://") or os.environ.get("ECCENTRIC_HTTPS") == "1"
