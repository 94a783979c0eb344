"""The process that decodes a Parquet file: bytes in, the account and the journal out; exit 2 with one line when it is no table of ours."""

from __future__ import annotations

import json
import sys

from eccentric.journal.formats.parquet import read_table
from eccentric.journal.store import journal_text
from eccentric.terms.errors import BadInput

MEMORY_BYTES = 8 * 2**30


def limit_memory() -> None:
    """Keep a broken file from taking all memory, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    except (ImportError, ValueError, OSError):
        return


def main() -> int:
    """Read standard input, write standard output."""
    limit_memory()
    try:
        imported = read_table(sys.stdin.buffer.read())
    except BadInput as error:
        print(error.problems[0].found)
        return 2
    print(json.dumps([row.model_dump() for row in imported.summary.skipped]))
    sys.stdout.write(journal_text(imported.journal))
    return 0


if __name__ == "__main__":
    sys.exit(main())
