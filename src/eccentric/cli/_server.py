"""A server and the token that lets us in: what ``eccentric remote`` asks, and how it is refused."""

from __future__ import annotations

import json
import ssl
import urllib.error
import urllib.request
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from eccentric.terms.errors import BadInput, Problem, bad_input

WAIT_S = 60


class Server:
    """A server and the token that lets us in."""

    def __init__(self, address: str, token: str, authority: Path | None) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise bad_input("--server", "an address such as https://box.local:8443", address)
        if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise bad_input("--server", "https, or this machine: the token would travel readable", address)
        self.address = address.rstrip("/")
        self.token = token
        try:
            self.context = ssl.create_default_context(cafile=authority) if parts.scheme == "https" else None
        except (OSError, ssl.SSLError) as error:
            raise bad_input(f"--ca {authority}", "a certificate (PEM)", str(error)) from None

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> Any:
        """The JSON of an answer; a refusal raises BadInput with the server's own reasons."""
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        if body is not None:
            headers |= {"Content-Type": kind, "Idempotency-Key": str(uuid.uuid4())}
        request = urllib.request.Request(f"{self.address}/api/v1{path}", body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=WAIT_S, context=self.context) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise _refused(error) from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise bad_input(self.address, "an Eccentric server that answers", str(reason)) from None


def _refused(error: urllib.error.HTTPError) -> BadInput:
    try:
        said = json.loads(error.read())
    except ValueError:
        return bad_input("the server", "an answer", f"status {error.code}")
    problems = [Problem(item["where"], item["expected"], item["found"]) for item in said.get("problems", ())]
    return BadInput(problems) if problems else bad_input("the server", "to do it", f"{error.code}: {said.get('error', '')}")


def form_of(fields: Mapping[str, str], name: str, file: str, content: bytes) -> tuple[bytes, str]:
    """A form with one file as a body, and its content type."""
    edge = uuid.uuid4().hex
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields.items()]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: application/octet-stream\r\n\r\n'
    return b"".join([*parts, head.encode(), content, f"\r\n--{edge}--\r\n".encode()]), f"multipart/form-data; boundary={edge}"
