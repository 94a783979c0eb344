"""Outputs that appear whole or not at all: written beside their place, then renamed together."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from eccentric.terms.errors import BadInput, bad_input

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Staged:
    """A set of outputs that are published when the ``with`` block ends well, and removed when it does not.

    Errors of the file system become ``BadInput`` that names the output; every other error passes through.
    """

    def __init__(self) -> None:
        self._files: list[tuple[Path, Path]] = []
        self._folders: list[tuple[Path, Path]] = []
        self._made: list[Path] = []

    def file(self, target: Path) -> Path:
        """Return the temporary path to write instead of ``target``; same folder (another one for a device), same ending."""
        if target.is_dir():
            raise bad_input(str(target), "a file to write", "a folder")
        self._parent(target)
        folder = Path(tempfile.gettempdir()) if written_into(target) else target.parent
        temporary = folder / f".{target.stem}.{secrets.token_hex(4)}{target.suffix}"
        self._files.append((temporary, target))
        return temporary

    def write(self, target: Path, content: bytes) -> None:
        """Stage one file with this content."""
        temporary = self.file(target)
        try:
            with temporary.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise readable(error, target) from error

    def folder(self, target: Path) -> Path:
        """Return a new temporary folder; its files go into ``target`` in the end, replacing those of the same names."""
        if target.exists() and not target.is_dir():
            raise bad_input(str(target), "a folder to write into", "a file")
        self._parent(target)
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        self._folders.append((temporary, target))
        try:
            temporary.mkdir()
        except OSError as error:
            raise readable(error, target) from error
        return temporary

    def _parent(self, target: Path) -> None:
        missing = [folder for folder in (target.absolute().parent, *target.absolute().parent.parents) if not folder.exists()]
        try:
            for folder in reversed(missing):
                folder.mkdir(exist_ok=True)
                self._made.append(folder)
        except OSError as error:
            self._discard()
            raise readable(error, target) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        targets = [target for _, target in (*self._files, *self._folders)]
        try:
            if error is None:
                self._publish()
        except OSError as failure:
            raise readable(failure, targets[0]) from failure
        finally:
            self._discard()
        if isinstance(error, OSError) and (owner := self._owner(error, targets)) is not None:
            raise readable(error, owner) from error

    def _owner(self, error: OSError, targets: list[Path]) -> Path | None:
        """The output that an error is about: by its file name, or the last one when the disk is full."""
        name = error.filename if isinstance(error.filename, str) else ""
        for temporary, target in (*self._files, *self._folders):
            if name and name.startswith(str(temporary)):
                return target
        return targets[-1] if targets and error.errno in _NO_SPACE else None

    def _publish(self) -> None:
        for temporary, target in self._folders:
            target.mkdir(exist_ok=True)
            for path in sorted(temporary.iterdir()):
                path.replace(target / path.name)
        for temporary, target in self._files:
            if written_into(target):
                with temporary.open("rb") as source, target.open("wb") as stream:
                    shutil.copyfileobj(source, stream)
            else:
                temporary.replace(target)
        self._made.clear()

    def _discard(self) -> None:
        for temporary, _ in self._folders:
            shutil.rmtree(temporary, ignore_errors=True)
        for temporary, _ in self._files:
            with contextlib.suppress(OSError):
                temporary.unlink()
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()


def written_into(target: Path) -> bool:
    """Whether a target is a device, a pipe or a link (``/dev/null``, ``/dev/stdout``): renaming over it would remove it."""
    return target.is_symlink() or (target.exists() and not target.is_file())


def readable(error: OSError, target: Path) -> BadInput:
    """Say in one line why ``target`` could not be written."""
    if error.errno in _NO_SPACE:
        return bad_input(str(target), "room to write", "the disk is full; nothing was left behind")
    return bad_input(str(target), "a place that can be written", (error.strerror or str(error)).lower())


def write_bytes(target: Path, content: bytes) -> None:
    """Write one file whole or not at all; raises BadInput when the place cannot be written."""
    with Staged() as staged:
        staged.write(target, content)
