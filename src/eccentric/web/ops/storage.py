"""How much the server keeps on disk, by place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection


class Place(NamedTuple):
    """A place on disk: a short key, words for people, and its size."""

    key: str
    words: str
    size_bytes: int


def folder_bytes(folder: Path) -> int:
    """The bytes of all files below a folder; 0 when it is not there. Files that vanish while counting count nothing."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(parent) / name).stat().st_size
            except OSError:
                continue
    return total


def database_bytes() -> int:
    """The size of the database, on SQLite with its write-ahead log."""
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        return sum(Path(name + end).stat().st_size for end in ("", "-wal", "-shm") if Path(name + end).is_file())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def places() -> list[Place]:
    """The database, the clips and reports people keep, uploads under way, the pages' own files, and the free space."""
    return [
        Place("database", "Database", database_bytes()),
        Place("media", "Clips and reports that people keep", folder_bytes(Path(settings.MEDIA_ROOT))),
        Place("uploads", "Uploads under way", folder_bytes(Path(settings.FILE_UPLOAD_TEMP_DIR or settings.DATA / "uploads"))),
        Place("static", "The pages' own files", folder_bytes(Path(settings.STATIC_ROOT))),
        Place("free", "Free on this disk", shutil.disk_usage(settings.DATA).free),
    ]
