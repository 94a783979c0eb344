"""``eccentric remote``: works with a server by a token: journal, programme, today's session, form checks."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import click

from eccentric.cli._server import Server, form_of
from eccentric.journal.ids import new_id
from eccentric.journal.merge import merge
from eccentric.journal.store import journal_text, only_writer, parse_journal, read_journal, write_journal
from eccentric.terms.errors import bad_input

POLL_S = 2.0


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
    eccentric remote plan profile.toml
    eccentric remote today
    eccentric remote check set.mp4 --set ID
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
    read = server.ask("POST", "/imports", *form_of({}, "log", "journal.json", data))
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


@command.command()
@click.argument("profile", type=click.Path(path_type=Path))
@click.option("--weeks", type=click.IntRange(4, 16), default=8, show_default=True, help="How many weeks.")
@click.option("--try", "try_only", is_flag=True, help="Only show it; do not follow it.")
@click.pass_obj
def plan(server: Server, profile: Path, weeks: int, try_only: bool) -> None:
    """Make a programme of PROFILE on the server and print it as JSON. Needs the scopes training:write and profile:write."""
    from eccentric.plan.read_profile import profile_from_file

    values = json.loads(profile_from_file(profile).model_dump_json())
    made = server.ask("POST", "/programmes", json.dumps({"profile": values, "weeks": weeks, "keep": not try_only}).encode())
    _print(made["result"])
    click.echo("You follow it now." if made["id"] else "Nothing was kept.", err=True)


@command.command()
@click.pass_obj
def today(server: Server) -> None:
    """Print today's session as JSON; each exercise has an `entry` that names it. Needs the scope training:read."""
    _print(server.ask("GET", "/today"))


@command.command()
@click.argument("entry")
@click.option("--reps", type=click.IntRange(0, 1000), required=True, help="Repetitions done.")
@click.option("--load-kg", type=click.FloatRange(0, 1000), help="Weight in kilograms.")
@click.option("--rir", type=click.FloatRange(0, 10), help="How many more you could have done.")
@click.option("--pain", type=click.FloatRange(0, 10), help="Worst pain in the set, 0 to 10.")
@click.pass_obj
def log(server: Server, entry: str, reps: int, load_kg: float | None, rir: float | None, pain: float | None) -> None:
    """Log a set of the exercise ENTRY of today; prints the set's id. Needs the scope training:write."""
    given = {"reps": reps, "external_load_kg": load_kg, "rir": rir, "pain": None if pain is None else {"during": pain}}
    done: dict[str, Any] = {"id": str(new_id())} | {name: value for name, value in given.items() if value is not None}
    click.echo(server.ask("POST", "/today/sets", json.dumps({"entry": entry, "set": done}).encode())["id"])


@command.command()
@click.option("--rpe", type=click.FloatRange(0, 10), help="How hard the whole session was, 0 to 10.")
@click.option("--minutes", type=click.FloatRange(0, 600), help="How long it took.")
@click.pass_obj
def finish(server: Server, rpe: float | None, minutes: float | None) -> None:
    """Finish today's session. Needs the scope training:write."""
    server.ask("POST", "/today/finish", json.dumps({"session_rpe": rpe, "minutes": minutes}).encode())
    click.echo("Finished. `eccentric remote next` says what comes next.")


@command.command()
@click.argument("clip", type=click.Path(path_type=Path))
@click.option("--exercise", default="", help="The exercise that the clip shows.")
@click.option("--set", "done", default="", metavar="ID", help="The logged set that it shows; the set carries what is seen.")
@click.option("--no-wait", is_flag=True, help="Print the check and end, instead of waiting for its report.")
@click.pass_obj
def check(server: Server, clip: Path, exercise: str, done: str, no_wait: bool) -> None:
    """Send CLIP to be checked and print its report as JSON. Needs the scopes checks:write and checks:read."""
    if bool(exercise) == bool(done):
        raise bad_input("--exercise, --set", "one of them", "both" if done else "neither")
    try:
        content = clip.read_bytes()
    except OSError as error:
        raise bad_input(str(clip), "a clip", (error.strerror or "an error").lower()) from None
    found = server.ask("POST", "/checks", *form_of({"set": done} if done else {"exercise": exercise}, "clip", "clip", content))
    while not (no_wait or found["ended"]):
        time.sleep(POLL_S)
        found = server.ask("GET", f"/checks/{found['id']}")
    if found["state"] == "failed":
        raise bad_input(str(clip), "a clip that can be watched", found["failure"])
    _print(server.ask("GET", f"/checks/{found['id']}/report") if found["ended"] else found)


def _print(value: Any) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
