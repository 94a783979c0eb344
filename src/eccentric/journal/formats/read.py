"""Reads any log: the format is told from the content, never from the file's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eccentric.journal.formats.fitnotes import is_fitnotes, read_fitnotes
from eccentric.journal.formats.hevy import is_hevy, read_hevy
from eccentric.journal.formats.strong import is_strong, read_strong
from eccentric.journal.formats.summary import Imported, account
from eccentric.journal.formats.table import Table, decode, header_of, read_table
from eccentric.journal.formats.wger import is_wger, read_wger, read_wger_json
from eccentric.journal.journal import FORMAT
from eccentric.journal.names import Names
from eccentric.journal.store import parse_journal
from eccentric.terms.errors import bad_input

READABLE = "a log of Strong, Hevy, FitNotes or wger, a FIT activity, a plan, or a journal (JSON or Parquet)"
LARGEST_BYTES = 500_000_000
_TABLES: tuple[tuple[Callable[[tuple[str, ...]], bool], Callable[[Table, Names], Imported]], ...] = (
    (is_hevy, read_hevy),
    (is_strong, read_strong),
    (is_wger, read_wger),
    (is_fitnotes, read_fitnotes),
)


def read_log(data: bytes, names: Names | None = None) -> Imported:
    """The journal in a file's bytes and the account of its rows; raises BadInput when the format is none that we read."""
    names = names or Names()
    if data[8:12] == b".FIT":
        from eccentric.journal.formats.fit_in import read_fit

        return read_fit(data, names)
    if data[:4] == b"PAR1":
        from eccentric.journal.formats.parquet import read_parquet

        return read_parquet(data)
    text = decode(data)
    start = text.lstrip()[:1]
    if start in ("{", "["):
        if f'"{FORMAT}"' in text[:200]:
            return account(FORMAT, "1", parse_journal(text))
        if '"verdict"' in text[:200] and '"schema"' in text[:200]:
            from eccentric.journal.formats.plan_in import read_plan

            return read_plan(text)
        return read_wger_json(text, names)
    columns, _, _ = header_of(text)
    for is_mine, read in _TABLES:
        if is_mine(columns):
            return read(read_table(text), names)
    raise bad_input("file", READABLE, f"columns {', '.join(columns)[:100]}" if len(columns) > 1 else "something else")


def read_log_file(path: Path, names: Names | None = None) -> Imported:
    """As ``read_log``, from a file; a missing, unreadable, empty or enormous file raises BadInput."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_BYTES else b""
    except OSError as error:
        raise bad_input(str(path), "a file that can be read", error.strerror or type(error).__name__) from None
    if not data:
        raise bad_input(str(path), READABLE, "an empty file" if not size else f"{size / 1e6:.0f} MB, more than 500 MB")
    return read_log(data, names)
