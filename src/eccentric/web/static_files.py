"""Static files: served from the data folder under names with their content's hash, compressed once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

STAMP = "collected.txt"


class Collected(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed, compressed files; a file that was not collected keeps its plain name instead of breaking the page."""

    manifest_strict = False

    def hashed_name(self, name: str, *args: Any, **kwargs: Any) -> str:
        """The name with its hash, or the plain one for a file that was not collected."""
        try:
            return str(super().hashed_name(name, *args, **kwargs))
        except ValueError:
            return name

    def create_compressor(self, **kwargs: Any) -> Any:
        """Compress with gzip only: Brotli at its best takes half a minute for a few percent."""
        return super().create_compressor(**kwargs | {"use_brotli": False})


def collect() -> bool:
    """Collect the static files when they changed since last time; returns whether it did."""
    stamp, now = Path(settings.STATIC_ROOT) / STAMP, _fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(now, encoding="ascii")
    return True


def _fingerprint() -> str:
    """A hash of every static file's name, size and time of change."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            found.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()
