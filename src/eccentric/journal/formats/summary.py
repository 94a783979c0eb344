"""What an import did, in the words that it prints: every row of the file is a set or is skipped with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eccentric.journal.journal import Journal
from eccentric.journal.records import Count, Record, Share


class Skipped(Record):
    """A row that made no set: its line in the file (1 = the header of a table) and why."""

    line: Count
    reason: str


class Unmatched(Record):
    """An exercise kept under its own name, and the nearest of ours with a confidence from 0 to 1."""

    name: str
    suggestion: str | None
    confidence: Share


class ImportSummary(Record):
    """Rows read, sessions and sets made, rows skipped and names to review; ``rows == sets + len(skipped)``."""

    format: str
    dialect: str | None
    rows: Count
    sessions: Count
    sets: Count
    skipped: tuple[Skipped, ...]
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a reader gives: the records of the file and the account of its rows."""

    journal: Journal
    summary: ImportSummary


def account(
    name: str, dialect: str | None, journal: Journal, skipped: Iterable[Skipped] = (), unmatched: Iterable[Unmatched] = ()
) -> Imported:
    """Put the account together: rows are the sets made plus the rows skipped, in the order of their lines."""
    lost = tuple(sorted(skipped, key=lambda row: row.line))
    sets = journal.set_count
    summary = ImportSummary(
        format=name,
        dialect=dialect,
        rows=sets + len(lost),
        sessions=len(journal.sessions),
        sets=sets,
        skipped=lost,
        unmatched=tuple(unmatched),
    )
    return Imported(journal, summary)
