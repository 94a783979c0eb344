"""Brings a backup back: checked whole first, then the database in one step, then the kept files."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import connection
from pydantic import ValidationError

from eccentric.terms.errors import BadInput, Problem, bad_input
from eccentric.web.ops.backup import BLOCK, MANIFEST, POSTGRES, SECRET, SQLITE, Manifest, postgres_arguments, run_postgres_tool


def read_manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    """Read what a backup says it holds; raises BadInput when it is no backup or one of a newer kind."""
    try:
        return Manifest.model_validate_json(archive.read(MANIFEST))
    except KeyError:
        raise bad_input(name, "a backup made by eccentric backup", "an archive without a manifest") from None
    except ValidationError as error:
        raise BadInput(Problem(f"{name} {MANIFEST}", item["msg"], repr(item["input"])[:80]) for item in error.errors()) from None


def restore(source: Path) -> Manifest:
    """Replace the database, the kept files and the secret by those of a backup. Nothing changes when any file in it is damaged.

    Raises BadInput for what is no whole backup of this kind of database. Stop the server first: people would see both.
    """
    try:
        with zipfile.ZipFile(source) as archive, tempfile.TemporaryDirectory(dir=settings.DATA, prefix=".restore-") as folder:
            manifest = read_manifest(archive, source.name)
            work = Path(folder)
            _unpack(archive, manifest, work, source.name)
            _replace_database(work / manifest.database)
            _replace_files(work)
    except (OSError, zipfile.BadZipFile) as error:
        raise bad_input(str(source), "a backup that can be read", str(error) or type(error).__name__) from None
    return manifest


def _unpack(archive: zipfile.ZipFile, manifest: Manifest, work: Path, name: str) -> None:
    """Copy every file out and compare its checksum; problems are all reported together, before anything is replaced."""
    problems = [_strange(manifest, inside, name) for inside in manifest.files if not _belongs(manifest, inside)]
    wanted = SQLITE if connection.vendor == "sqlite" else POSTGRES
    if manifest.database != wanted or manifest.database not in manifest.files:
        problems.append(Problem(name, f"a backup of this server's kind of database ({wanted})", manifest.database))
    if problems:
        raise BadInput(problems)
    for inside, expected in manifest.files.items():
        found = hashlib.sha256()
        path = work / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with archive.open(inside) as entry, path.open("wb") as sink:
                while block := entry.read(BLOCK):
                    found.update(block)
                    sink.write(block)
        except (KeyError, zipfile.BadZipFile, EOFError) as error:
            problems.append(Problem(f"{name} {inside}", "a whole file", str(error)))
            continue
        if found.hexdigest() != expected:
            problems.append(Problem(f"{name} {inside}", "the checksum in the manifest", "another"))
    if problems:
        raise BadInput(problems)


def _belongs(manifest: Manifest, inside: str) -> bool:
    """True for the names that a backup has: never a way out of the folder."""
    parts = PurePosixPath(inside).parts
    plain = ".." not in parts and not inside.startswith("/") and "\\" not in inside and ":" not in inside
    return plain and (inside in (SECRET, manifest.database) or (parts[0] == "media" and len(parts) > 1))


def _strange(manifest: Manifest, inside: str, name: str) -> Problem:
    return Problem(name, f"{manifest.database}, {SECRET} and files in media/", inside[:80])


def _replace_database(copy: Path) -> None:
    """On SQLite copy into the live file in one transaction; on PostgreSQL let its own tool do the same."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy)) as source:
            if source.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise bad_input("the backup's database", "a whole database", "a damaged one")
            connection.ensure_connection()
            source.backup(connection.connection, pages=-1)
        connection.close()
        return
    arguments, environment = postgres_arguments()
    connection.close()
    run_postgres_tool(
        ["pg_restore", *arguments, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", str(copy)],
        environment,
    )


def _replace_files(work: Path) -> None:
    media, data = Path(settings.MEDIA_ROOT), Path(settings.DATA)
    fresh = work / "media"
    fresh.mkdir(exist_ok=True)
    old = work / "media-before"
    if media.exists():
        media.rename(old)
    fresh.rename(media)
    for path in [media, *media.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    if (work / SECRET).is_file() and "ECCENTRIC_SECRET_KEY" not in os.environ:
        (work / SECRET).chmod(0o600)
        (work / SECRET).replace(data / SECRET)
    if old.exists():
        shutil.rmtree(old)
