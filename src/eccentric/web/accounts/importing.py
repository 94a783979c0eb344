"""Bringing in another app's log: read, reviewed by the person, then taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from eccentric.journal.formats.read import read_log
from eccentric.journal.formats.summary import ImportSummary
from eccentric.journal.journal import Journal
from eccentric.journal.records import Session
from eccentric.journal.store import journal_text, parse_journal
from eccentric.web.accounts.models import Import, User
from eccentric.web.training.models import Session as SessionRow
from eccentric.web.training.services import store_journal

KEPT_HOURS = 24


@dataclass(frozen=True, slots=True)
class Name:
    """A name to review: its sets, and the nearest of ours if one is near."""

    name: str
    sets: int
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a log in did."""

    sessions: int
    sets: int


def begin_import(*, user: User, data: bytes) -> Import:
    """Read a log and keep it for review; raises BadInput when it cannot be read. What others left lying longer than a day is deleted."""
    imported = read_log(data)
    Import.objects.filter(created_at__lt=timezone.now() - timedelta(hours=KEPT_HOURS)).delete()
    summary = imported.summary.model_dump(mode="json")
    return Import.objects.create(user=user, journal=journal_text(imported.journal), summary=summary)


def summary_of(kept: Import) -> ImportSummary:
    """The account of the file's rows."""
    return ImportSummary.model_validate(kept.summary, strict=False)


def names_of(kept: Import) -> list[Name]:
    """The names that are not ours: those with a suggestion first, then those with most sets."""
    journal = parse_journal(kept.journal)
    counts = Counter[str]()
    for session in journal.sessions:
        for entry in session.entries:
            if entry.exercise is None:
                counts[entry.name] += len(entry.sets)
    near = {item.name: item.suggestion for item in summary_of(kept).unmatched}
    names = [Name(name, count, near.get(name)) for name, count in counts.items()]
    return sorted(names, key=lambda name: (name.suggestion is None, -name.sets, name.name))


@transaction.atomic
def take_in(*, kept: Import, chosen: Mapping[str, str]) -> Taken:
    """Store the log with the exercises chosen for its names (name -> our id), and forget the file. The same log twice adds nothing."""
    journal = parse_journal(kept.journal)
    sessions = tuple(_named(session, chosen) for session in journal.sessions)
    ours = _own(kept.user, sessions)
    taken = store_journal(member=kept.user, journal=journal.model_copy(update={"sessions": ours}))
    kept.delete()
    return Taken(*taken)


def store(*, user: User, journal: Journal) -> Taken:
    """Store a journal as it is, such as one that a program pushes."""
    return Taken(*store_journal(member=user, journal=journal.model_copy(update={"sessions": _own(user, journal.sessions)})))


def _named(session: Session, chosen: Mapping[str, str]) -> Session:
    entries = tuple(
        entry.model_copy(update={"exercise": chosen[entry.name], "confidence": 1.0})
        if entry.exercise is None and entry.name in chosen
        else entry
        for entry in session.entries
    )
    return session.model_copy(update={"entries": entries})


def _own(user: User, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Sessions under ids of the person's own where another person's log has the same: two people may bring in the same file."""
    own = {session.id: uuid5(session.id, f"member {user.pk}") for session in sessions}
    known = SessionRow.objects.filter(id__in=[*own, *own.values()]).values_list("id", "member_id")
    theirs = {identity for identity, member in known if member != user.pk}
    mine = {identity for identity, member in known if member == user.pk}
    return tuple(_moved(session, user) if session.id in theirs or own[session.id] in mine else session for session in sessions)


def _moved(session: Session, user: User) -> Session:
    """The session, its entries and sets under ids that only this person's copy has; the same ones each time."""

    def own(identity: UUID) -> UUID:
        return uuid5(identity, f"member {user.pk}")

    entries = tuple(
        entry.model_copy(update={"id": own(entry.id), "sets": tuple(done.model_copy(update={"id": own(done.id)}) for done in entry.sets)})
        for entry in session.entries
    )
    return session.model_copy(update={"id": own(session.id), "entries": entries})
