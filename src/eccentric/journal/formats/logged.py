"""From rows of a log to sessions: the part that is the same for every app."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from pydantic import ValidationError

from eccentric.journal.formats.cells import BadCell
from eccentric.journal.formats.summary import Imported, Skipped, account
from eccentric.journal.formats.table import Row, Table
from eccentric.journal.ids import imported_id
from eccentric.journal.journal import Journal
from eccentric.journal.merge import moment
from eccentric.journal.names import Names
from eccentric.journal.records import Entry, Provenance, Session, SetRecord


@dataclass(frozen=True, slots=True)
class Head:
    """What rows of one session share; ``key`` tells sessions of one log apart."""

    key: str
    day: date
    started_at: datetime | None = None
    minutes: float | None = None
    title: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class LoggedSet:
    """One row that is a set; ``values`` are fields of a SetRecord and ``begins`` says that a new entry starts here."""

    line: int
    head: Head
    name: str
    values: dict[str, object]
    superset: str | None = None
    notes: str = ""
    begins: bool = False
    id: UUID | None = None


@dataclass(slots=True)
class _Entry:
    name: str
    superset: str | None
    id: UUID
    notes: list[str] = field(default_factory=list)
    sets: list[SetRecord] = field(default_factory=list)


@dataclass(slots=True)
class _Session:
    head: Head
    id: UUID
    entries: list[_Entry] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)

    def entry_for(self, row: LoggedSet, by_name: bool) -> _Entry:
        """The entry that a row belongs to: the last one, or with ``by_name`` any of its name; else a new one."""
        candidates = self.entries if by_name else self.entries[-1:]
        for entry in reversed(candidates):
            if entry.name == row.name and entry.superset == row.superset and not row.begins:
                return entry
        nth = self.named[row.name] = self.named.get(row.name, 0) + 1
        entry = _Entry(row.name, row.superset, imported_id(self.id, row.name, nth))
        self.entries.append(entry)
        return entry


class Gathering:
    """Collects logged sets into sessions; ids come from the session's key and the place in it, so a second import is the same."""

    def __init__(self, app: str, dialect: str | None, names: Names, *, by_name: bool = False) -> None:
        self.app, self.dialect, self.names, self.by_name = app, dialect, names, by_name
        self.sessions: dict[str, _Session] = {}
        self.skipped: list[Skipped] = []
        self.given: dict[UUID, int] = {}

    def skip(self, line: int, reason: str) -> None:
        """Account for a row that is no set."""
        self.skipped.append(Skipped(line=line, reason=reason))

    def add(self, row: LoggedSet) -> None:
        """Account for a row that is a set; values that no set can have, or an id that came before, skip the row."""
        if row.id is not None and self.given.setdefault(row.id, row.line) != row.line:
            self.skip(row.line, f"the same id as line {self.given[row.id]}")
            return
        session = self.sessions.get(row.head.key)
        if session is None:
            session = _Session(row.head, imported_id(self.app, row.head.key))
        entry = session.entry_for(row, self.by_name)
        identity = row.id or imported_id(entry.id, len(entry.sets))
        try:
            entry.sets.append(SetRecord.model_validate({"id": identity, **row.values}))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            self.skip(row.line, f"{'.'.join(map(str, first['loc']))}: {first['msg'].lower()}")
            session.entries = [kept for kept in session.entries if kept.sets]
            return
        if row.notes and row.notes not in entry.notes:
            entry.notes.append(row.notes)
        self.sessions[row.head.key] = session

    def _entry(self, entry: _Entry) -> Entry:
        match = self.names.match(entry.name)
        return Entry(
            id=entry.id,
            exercise=match.exercise,
            name=entry.name,
            confidence=match.confidence if match.exercise else None,
            superset=entry.superset,
            notes="\n".join(entry.notes),
            sets=tuple(entry.sets),
        )

    def _session(self, session: _Session) -> Session:
        head = session.head
        return Session(
            id=session.id,
            day=head.day,
            started_at=head.started_at,
            minutes=head.minutes,
            title=head.title,
            notes=head.notes,
            source=Provenance(format=self.app, dialect=self.dialect, key=head.key),
            entries=tuple(self._entry(entry) for entry in session.entries),
        )

    def finish(self) -> Imported:
        """The journal of all rows, oldest session first, and the account of the rows."""
        sessions = tuple(sorted((self._session(session) for session in self.sessions.values()), key=moment))
        return account(self.app, self.dialect, Journal(sessions=sessions), self.skipped, self.names.unmatched())


def gather(gathering: Gathering, table: Table, read_row: Callable[[Row], LoggedSet | str]) -> Imported:
    """Read every row of a table: ``read_row`` gives a set, or the reason why the row is none, or raises BadCell."""
    gathering.skipped.extend(table.broken)
    for row in table.rows:
        try:
            found = read_row(row)
        except BadCell as error:
            found = str(error)
        if isinstance(found, str):
            gathering.skip(row.line, found)
        else:
            gathering.add(found)
    return gathering.finish()


def without_empty(values: Iterable[tuple[str, object]]) -> dict[str, object]:
    """The values that are known (not None)."""
    return {name: value for name, value in values if value is not None}
