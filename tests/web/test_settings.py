"""Settings: documented, the secret kept, hosts named, logs without anything private."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import get_args

import pytest
from django.test import RequestFactory

from eccentric.motion.pose.model import Quality
from eccentric.terms.errors import BadInput
from eccentric.web import hosts
from eccentric.web.data_folder import data_folder, secret_key
from eccentric.web.databases import database
from eccentric.web.logs import JsonLines
from eccentric.web.pose_model import PoseModel, pose_model


def test_every_setting_is_documented(root: Path) -> None:
    places = [*(root / "src/eccentric/web").rglob("*.py"), *(root / "src/eccentric/cli").glob("*.py")]
    read = {name for path in places for name in re.findall(r'environ(?:\.get\(|\[)"(ECCENTRIC_\w+|[A-Z]+_URL)"', path.read_text())}
    told = set(re.findall(r"`(ECCENTRIC_\w+|[A-Z]+_URL)`", (root / "docs/reference/settings.md").read_text()))
    assert read - told == set()
    assert told - read == set()


def test_the_secret_is_made_once_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ECCENTRIC_SECRET_KEY", raising=False)
    first = secret_key(tmp_path)
    assert len(first) > 50
    assert secret_key(tmp_path) == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("ECCENTRIC_SECRET_KEY", "given")
    assert secret_key(tmp_path) == "given"


def test_the_data_folder_is_the_named_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECCENTRIC_DATA", str(tmp_path / "a" / "b"))
    assert data_folder() == tmp_path / "a" / "b"
    assert data_folder().is_dir()


def test_hosts_are_this_machine_and_what_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECCENTRIC_HOSTS", "gym.local, box")
    monkeypatch.setenv("ECCENTRIC_URL", "https://hams.example.org/")
    monkeypatch.delenv("ECCENTRIC_OPEN", raising=False)
    hosts.allowed_hosts.cache_clear()
    found = hosts.allowed_hosts()
    hosts.allowed_hosts.cache_clear()
    assert {"127.0.0.1", "localhost", "gym.local", "box", "hams.example.org"} == set(found) - {"[::1]"}
    assert hosts.public_origins() == ["https://hams.example.org"]
    assert hosts.served_securely()


def test_writers_on_sqlite_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    options = database(tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@host/name")
    assert database(tmp_path)["ENGINE"].endswith("postgresql")


def test_clips_are_watched_with_the_model_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert get_args(PoseModel) == get_args(Quality)
    monkeypatch.delenv("ECCENTRIC_MODEL", raising=False)
    assert pose_model() == "heavy"
    monkeypatch.setenv("ECCENTRIC_MODEL", "lite")
    assert pose_model() == "lite"
    monkeypatch.setenv("ECCENTRIC_MODEL", "huge")
    with pytest.raises(BadInput, match="lite, full, heavy"):
        pose_model()


def test_logs_hold_nothing_private() -> None:
    request = RequestFactory().get("/checks/1b2c/?pain=7")
    try:
        raise ValueError("my left hamstring hurts")
    except ValueError:
        import sys

        record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, "Not Found: %s", ("/checks/1b2c/",), sys.exc_info())
    record.request = request
    record.status_code = 500
    line = JsonLines().format(record)
    assert json.loads(line)["exception"] == "ValueError"
    for private in ("1b2c", "pain", "hamstring"):
        assert private not in line
