"""Writing the journal's own JSON, which loses nothing."""

from __future__ import annotations

from eccentric.journal.journal import Journal
from eccentric.journal.store import journal_text


def journal_json(journal: Journal) -> bytes:
    """The bytes of a journal file."""
    return journal_text(journal).encode()
