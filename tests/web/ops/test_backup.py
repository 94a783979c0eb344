"""Backup and restore as commands, each on a server of its own: what went in comes back, and what is damaged changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from eccentric.terms.errors import BadInput
from eccentric.web.ops.backup import write_backup

pytestmark = pytest.mark.slow


class Server:
    """A data folder, and the command line working on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "ECCENTRIC_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "eccentric.web.settings"}
        self.environment.pop("DATABASE_URL", None)

    def run(self, *arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from eccentric.cli import main; main()", *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, input=typed, check=False)

    def people(self) -> list[str]:
        with sqlite3.connect(self.folder / "eccentric.sqlite3") as database:
            return [name for (name,) in database.execute("SELECT username FROM accounts_user ORDER BY username")]

    def add(self, name: str) -> None:
        made = self.run("admin", name, typed="a rather long secret\n" * 2)
        assert made.returncode == 0, made.stderr


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server with one person and one kept clip."""
    server = Server(tmp_path_factory.mktemp("first"))
    server.add("anna")
    (server.folder / "media" / "clips").mkdir(parents=True)
    (server.folder / "media" / "clips" / "set.mp4").write_bytes(b"moving pictures" * 1000)
    return server


@pytest.fixture
def second(first: Server, tmp_path: Path) -> Server:
    """Another server, with somebody else and another clip."""
    shutil.copytree(first.folder, tmp_path / "second")
    server = Server(tmp_path / "second")
    with sqlite3.connect(server.folder / "eccentric.sqlite3") as database:
        database.execute("UPDATE accounts_user SET username = 'bob'")
    (server.folder / "media" / "clips" / "set.mp4").rename(server.folder / "media" / "bobs.mp4")
    (server.folder / "secret-key").write_text("another\n")
    return server


@pytest.fixture(scope="module")
def archive(first: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backup") / "b.zip"
    made = first.run("backup", path)
    assert made.returncode == 0, made.stderr
    return path


def test_only_its_owner_may_read_a_backup(archive: Path) -> None:
    assert archive.stat().st_mode & 0o077 == 0


def test_everything_comes_back(first: Server, second: Server, archive: Path) -> None:
    done = second.run("restore", archive, "--replace")
    assert done.returncode == 0, done.stderr
    assert second.people() == ["anna"]
    assert (second.folder / "media/clips/set.mp4").read_bytes() == b"moving pictures" * 1000
    assert not (second.folder / "media/bobs.mp4").exists()
    assert (second.folder / "secret-key").read_text() == (first.folder / "secret-key").read_text()


def test_a_server_with_people_is_not_overwritten_unasked(second: Server, archive: Path) -> None:
    done = second.run("restore", archive)
    assert done.returncode == 2
    assert "--replace" in done.stderr
    assert second.people() == ["bob"]


def changed(archive: Path, target: Path, name: str, data: bytes) -> Path:
    """A copy of a backup with one entry other than it was."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, data if entry == name else old.read(entry))
        if name not in old.namelist():
            new.writestr(name, data)
    return target


def test_a_damaged_backup_changes_nothing(second: Server, archive: Path, tmp_path: Path) -> None:
    bad = changed(archive, tmp_path / "bad.zip", "media/clips/set.mp4", b"other")
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    for broken in (bad, cut, tmp_path / "none.zip"):
        done = second.run("restore", broken, "--replace")
        assert done.returncode == 2, broken
        assert "Traceback" not in done.stderr
        assert second.people() == ["bob"]
        assert (second.folder / "media/bobs.mp4").exists()


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "media/../../outside", "settings.py", "media"])
def test_a_backup_cannot_write_elsewhere(second: Server, archive: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    manifest["files"][name] = "0" * 64
    done = second.run("restore", changed(archive, tmp_path / "evil.zip", "manifest.json", json.dumps(manifest).encode()), "--replace")
    assert done.returncode == 2
    assert not (second.folder.parent / "outside").exists()
    assert second.people() == ["bob"]


def test_a_backup_is_not_written_over(first: Server, archive: Path) -> None:
    before = archive.read_bytes()
    assert first.run("backup", archive).returncode == 2
    assert archive.read_bytes() == before
    assert first.run("backup", archive.parent / "no" / "folder.zip").returncode == 2


def test_a_backup_never_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="expected a file to write"):
        write_backup(pipe)
    assert pipe.is_fifo()


def test_a_weak_password_is_refused(tmp_path: Path) -> None:
    server = Server(tmp_path)
    done = server.run("admin", "carl", typed="password\n" * 2)
    assert done.returncode == 2
    assert done.stderr.count("hard to guess") == 2
    assert server.people() == []
    assert server.run("admin", "nobody", "--new-password").returncode == 2
