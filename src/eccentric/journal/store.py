"""The journal as a JSON file: lossless, checked on reading, replaced whole on writing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from eccentric.journal.journal import FORMAT, VERSION, Journal
from eccentric.terms.errors import BadInput, Problem, bad_input

SHOWN_PROBLEMS = 50


def journal_text(journal: Journal) -> str:
    """The journal as JSON text; what is at its default is left out, every session stands on its own line."""
    parts = [f'{{"format":"{FORMAT}","version":{VERSION}']
    for name in ("sessions", "planned", "tests", "body_mass", "milestones"):
        records = getattr(journal, name)
        if records:
            lines = ",\n".join(record.model_dump_json(exclude_defaults=True) for record in records)
            parts.append(f'"{name}":[\n{lines}\n]')
    return ",\n".join(parts) + "}\n"


def _problem(item: ErrorDetails, where: str) -> Problem:
    """One thing wrong with a journal, in words."""
    place = f"{where} {'.'.join(str(part) for part in item['loc'])}".strip()
    if item["type"] == "json_invalid":
        return Problem(place, "JSON", item["msg"])
    return Problem(place, item["msg"].removeprefix("Input should be ").removeprefix("Value error, "), repr(item["input"])[:80])


def parse_journal(text: str | bytes, where: str = "journal") -> Journal:
    """Read a journal from JSON text; raises BadInput with every problem (the first fifty) and where it is."""
    try:
        return Journal.model_validate_json(text)
    except ValidationError as error:
        problems = [_problem(item, where) for item in error.errors(include_url=False)[:SHOWN_PROBLEMS]]
        raise BadInput(problems) from None


def read_journal(path: Path) -> Journal:
    """Read a journal file; a missing or unreadable file, or one of another shape, raises BadInput."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise bad_input(str(path), "a journal file that can be read", error.strerror or type(error).__name__) from None
    return parse_journal(data, path.name)


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file at once: write beside it, flush to disk, rename; a crash leaves the old file whole.

    A device, a pipe or a link (``/dev/stdout``) is written into: renaming over it would remove it.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        _write_into(path, data)
        return
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent or Path())
    except OSError as error:
        raise bad_input(str(path), "a folder that can be written", error.strerror or type(error).__name__) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise bad_input(str(path), "a file that can be written", error.strerror or type(error).__name__) from None


def _write_into(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise bad_input(str(path), "a file that can be written", error.strerror or type(error).__name__) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the journal's folder, so that of two imports at once the second waits and nothing is lost; no file is left behind."""
    try:
        import fcntl
    except ImportError:  # no such lock on this system: the last writer wins, as with any editor
        yield
        return
    try:
        folder = os.open(path.parent or Path(), os.O_RDONLY)
    except OSError as error:
        raise bad_input(str(path), "a folder that can be written", error.strerror or type(error).__name__) from None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write_journal(path: Path, journal: Journal) -> None:
    """Write the journal to its file at once; what was there before is replaced whole or not at all."""
    write_bytes(path, journal_text(journal).encode())


def write_text(to: str, text: str) -> None:
    """Write text to a file, or to standard output where ``to`` is ``-``; raises BadInput when the file cannot be written."""
    if to == "-":
        sys.stdout.write(text)
    else:
        write_bytes(Path(to), text.encode())
