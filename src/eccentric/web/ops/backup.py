"""A backup: one archive with the database as it was at one moment, the kept files and the server's secret, each with its checksum."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from pydantic import BaseModel, ConfigDict, Field

from eccentric.terms.errors import bad_input

FORMAT = "eccentric-backup"
SQLITE, POSTGRES = "database.sqlite3", "database.pgdump"
SECRET = "secret-key"
MANIFEST = "manifest.json"
BLOCK = 1 << 20


class Manifest(BaseModel):
    """What a backup holds: SHA-256 of every file by its name in the archive."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: str = Field(default=FORMAT, pattern=f"^{FORMAT}$")
    version: int = Field(default=1, ge=1, le=1)
    made_at: str
    made_by: str
    database: str
    files: dict[str, str]


def write_backup(target: Path) -> Manifest:
    """Write the archive beside its place and put it there whole; only its owner may read it. Safe while the server runs.

    Raises BadInput when the place is no file (renaming over a device would remove it), the folder cannot be written or the
    database's own tool is missing.
    """
    if target.exists() and not target.is_file():
        raise bad_input(str(target), "a file to write", "a folder or a device")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise bad_input(str(target), "a folder that can be written", error.strerror or type(error).__name__) from None
    try:
        with os.fdopen(handle, "wb") as stream, tempfile.TemporaryDirectory() as work:
            manifest = _fill(stream, Path(work))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return manifest


def _fill(stream: object, work: Path) -> Manifest:
    """Put everything into the archive; a kept file that vanishes meanwhile was deleted by its owner and is left out."""
    sums: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:  # type: ignore[call-overload]
        database = _database_copy(work)
        for path, inside in [(database, database.name), *_kept_files()]:
            try:
                sums[inside] = _add(archive, path, inside)
            except FileNotFoundError:
                continue
        manifest = Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            made_by=version("eccentric"),
            database=database.name,
            files=sums,
        )
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _add(archive: zipfile.ZipFile, path: Path, inside: str) -> str:
    """Copy one file into the archive block by block; returns its SHA-256. Clips are not compressed again."""
    found = hashlib.sha256()
    with path.open("rb") as source:
        entry = zipfile.ZipInfo(inside, datetime.now(UTC).timetuple()[:6])
        entry.external_attr = 0o600 << 16
        entry.compress_type = zipfile.ZIP_STORED if inside.startswith("media/") else zipfile.ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as sink:
            while block := source.read(BLOCK):
                found.update(block)
                sink.write(block)
    return found.hexdigest()


def _kept_files() -> Iterator[tuple[Path, str]]:
    secret = Path(settings.DATA) / SECRET
    if secret.is_file():
        yield secret, SECRET
    media = Path(settings.MEDIA_ROOT)
    for path in sorted(media.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, f"media/{path.relative_to(media).as_posix()}"


def _database_copy(work: Path) -> Path:
    """The database at one moment, as a file."""
    if connection.vendor == "sqlite":
        return _sqlite_copy(work / SQLITE)
    return _postgres_copy(work / POSTGRES)


def _sqlite_copy(target: Path) -> Path:
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=-1)
    return target


def postgres_arguments() -> tuple[list[str], dict[str, str]]:
    """How PostgreSQL's own tools reach the database: arguments, and an environment that holds the password."""
    known = connection.settings_dict
    arguments = ["--no-password", f"--dbname={known['NAME']}"]
    arguments += [f"--{option}={known[key]}" for option, key in (("host", "HOST"), ("port", "PORT"), ("username", "USER")) if known[key]]
    return arguments, {**os.environ, **({"PGPASSWORD": known["PASSWORD"]} if known["PASSWORD"] else {})}


def run_postgres_tool(command: list[str], environment: dict[str, str]) -> None:
    """Run pg_dump or pg_restore; raises BadInput with its first line when it is missing or fails."""
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise bad_input(command[0], "PostgreSQL's client programs", "not installed") from None
    if done.returncode:
        raise bad_input(command[0], "success", (done.stderr.strip() or f"exit code {done.returncode}").splitlines()[0])


def _postgres_copy(target: Path) -> Path:
    arguments, environment = postgres_arguments()
    run_postgres_tool(["pg_dump", *arguments, "--format=custom", "--no-owner", f"--file={target}"], environment)
    return target
