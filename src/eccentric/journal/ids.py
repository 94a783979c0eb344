"""Identities of records: new ones by time, imported ones by what they are."""

from __future__ import annotations

from uuid import UUID

import uuid_utils
import uuid_utils.compat

IMPORTED = UUID("6c9c1d52-3f0e-5b0a-9a37-0d6f4d1e2b10")


def new_id() -> UUID:
    """A fresh UUIDv7; whoever creates a record gives it one, so that the same record sent twice is one record."""
    return UUID(bytes=uuid_utils.uuid7().bytes)


def imported_id(*parts: object) -> UUID:
    """The UUIDv5 of an imported record: the same place in the same log always gives the same id."""
    return uuid_utils.compat.uuid5(IMPORTED, "\x1f".join(str(part) for part in parts))
