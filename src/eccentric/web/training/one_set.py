"""One logged set: found among the member's own, and changed."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from eccentric.web.accounts.models import User
from eccentric.web.training.changes import Change, EntryRef, SessionRef
from eccentric.web.training.models import SetLog


def sets_of(*, member: User) -> QuerySet[SetLog]:
    """The member's sets that are not deleted, with exercise and session, in the order they were done."""
    rows = SetLog.objects.select_related("entry__session").filter(deleted=False, entry__deleted=False, entry__session__deleted=False)
    return rows.filter(entry__session__member=member).order_by("entry__session__day", "entry__position", "position", "id")


def set_of(*, member: User, set_id: UUID) -> SetLog | None:
    """One of the member's sets with its exercise and session, or None."""
    return sets_of(member=member).filter(pk=set_id).first()


def change_of(row: SetLog, **what: Any) -> Change:
    """A change of a set that is there, made now; ``what`` is ``fields`` or ``deleted``."""
    entry = EntryRef(id=row.entry_id, name=row.entry.name[:300] or "?")
    session = SessionRef(id=row.entry.session_id, day=row.entry.session.day)
    return Change(kind="set", id=row.id, edited_ms=int(time.time() * 1000), session=session, entry=entry, **what)
