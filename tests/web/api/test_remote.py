"""``eccentric remote`` against a running server: programme, today's session, a clip."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.cache import cache
from tests.web.checks.clips import MP4_HEAD
from tests.web.training.people import a_profile

from eccentric.cli.remote import command
from eccentric.terms.errors import BadInput
from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token
from eccentric.web.checks.models import Check, State
from eccentric.web.training.models import Programme, Session, SetLog

pytestmark = pytest.mark.django_db(transaction=True)
Remote = Callable[..., str]


@pytest.fixture
def remote(live_server: Any, member: User, monkeypatch: pytest.MonkeyPatch) -> Remote:
    """Runs the command against a server with a token of the member; a refusal is raised."""
    cache.clear()
    token, _ = make_token(user=member, name="terminal", scopes=list(Scope))
    monkeypatch.setenv("ECCENTRIC_TOKEN", token)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(command, ["--server", live_server.url, *arguments], catch_exceptions=True)
        if isinstance(result.exception, BadInput):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def test_from_a_profile_to_a_finished_session(remote: Remote, tmp_path: Path, member: User) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(a_profile().model_dump_json())
    assert json.loads(remote("plan", str(profile), "--weeks", "4", "--try"))["weeks"]
    assert not Programme.objects.exists()
    assert json.loads(remote("plan", str(profile), "--weeks", "4"))["verdict"] == "go"
    assert Programme.objects.get().member == member
    entry = json.loads(remote("today"))["exercises"][0]["entry"]
    logged = remote("log", entry, "--reps", "8", "--load-kg", "20", "--rir", "2", "--pain", "1").strip()
    row = SetLog.objects.get()
    assert (str(row.pk), row.reps, row.external_load_kg, row.pain) == (logged, 8, 20.0, {"during": 1.0})
    remote("finish", "--rpe", "7", "--minutes", "40")
    assert Session.objects.get().session_rpe == 7.0
    assert json.loads(remote("next"))["session"]


def test_a_clip_is_sent_and_its_report_printed(remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eccentric.cli.remote.POLL_S", 0.05)
    clip = tmp_path / "set.mp4"
    clip.write_bytes(MP4_HEAD)

    def worker() -> None:
        while not (found := Check.objects.first()):
            time.sleep(0.05)
        (found.folder / "watch.json").write_text('{"schema": 1}')
        Check.objects.update(state=State.DONE)

    thread = threading.Thread(target=worker)
    thread.start()
    assert json.loads(remote("check", str(clip), "--exercise", "nordic-curl")) == {"schema": 1}
    thread.join()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "nowhere.mp4", "--exercise", "nordic-curl"], "a clip"),
        (["check", "nowhere.mp4"], "one of them"),
        (["log", "01900000-0000-7000-8000-000000000000", "--reps", "8"], "to do it"),
        (["plan", "nowhere.toml"], "a profile file"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(remote: Remote, arguments: list[str], expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        remote(*arguments)
