"""``eccentric remote``: sends your journal to a server, or fetches it, with a token."""

from __future__ import annotations

import json
import os
import ssl
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from eccentric.journal.merge import merge
from eccentric.journal.store import journal_text, only_writer, parse_journal, read_journal, write_journal
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


@click.group()
@click.option("--server", envvar="ECCENTRIC_SERVER", default="http://127.0.0.1:8000", show_default=True, help="The server's address.")
@click.option("--token-file", type=click.Path(path_type=Path), help="A file that holds the token; else $ECCENTRIC_TOKEN.")
@click.option("--ca", type=click.Path(path_type=Path), help="The certificate (PEM) that the server's own was signed with.")
@click.pass_context
def command(context: click.Context, server: str, token_file: Path | None, ca: Path | None) -> None:
    """Talk to an Eccentric server with a token (made there under Settings, Tokens for programs).

    \b
    export ECCENTRIC_TOKEN=ecc_...
    eccentric remote --server https://box.local:8443 push journal.json
    eccentric remote pull journal.json
    """
    try:
        token = token_file.read_text(encoding="ascii") if token_file else os.environ.get("ECCENTRIC_TOKEN", "")
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input(f"--token-file {token_file}", "a file with a token", type(error).__name__) from None
    if not token.strip():
        raise bad_input("token", "$ECCENTRIC_TOKEN or --token-file", "neither")
    context.obj = Server(server, token.strip(), ca)


@command.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.pass_obj
def push(server: Server, journal: Path) -> None:
    """Send what JOURNAL has and the server has not; what is there stays. Needs the scope training:write."""
    data = journal_text(read_journal(journal)).encode()
    edge = uuid.uuid4().hex
    head = f'--{edge}\r\nContent-Disposition: form-data; name="log"; filename="journal.json"\r\nContent-Type: application/json\r\n\r\n'
    body = head.encode() + data + f"\r\n--{edge}--\r\n".encode()
    read = server.ask("POST", "/imports", body, f"multipart/form-data; boundary={edge}")
    taken = server.ask("POST", f"/imports/{read['id']}/take", b"{}")
    click.echo(f"Sent {read['sets']:,} sets; new on the server: sessions {taken['sessions']:,}, sets {taken['sets']:,}.")


@command.command()
@click.argument("journal", type=click.Path(path_type=Path))
@click.pass_obj
def pull(server: Server, journal: Path) -> None:
    """Add what the server has to JOURNAL; what is there stays. Needs the scope export."""
    theirs = parse_journal(json.dumps(server.ask("GET", "/journal")), "the server's journal")
    with only_writer(journal):
        mine = read_journal(journal) if journal.exists() else None
        merged = merge(mine, theirs) if mine else None
        write_journal(journal, merged.journal if merged else theirs)
    new = merged.new_sets if merged else theirs.set_count
    click.echo(f"New in {journal}: {new:,} sets.")


@command.command(name="next")
@click.pass_obj
def next_session(server: Server) -> None:
    """Print the next session as JSON, as `eccentric next --json` does. Needs the scope training:read."""
    click.echo(json.dumps(server.ask("GET", "/next-session")["answer"], indent=2, ensure_ascii=False))
