"""What a phone, a form or a program sends: changes to sessions, entries and sets, each checked before anything is written."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eccentric.journal.records import Entry, Record, Session, SetRecord
from eccentric.terms.errors import BadInput, Problem
from eccentric.web.training.rows import ENTRY_FIELDS, SESSION_FIELDS, SET_FIELDS

Position = Annotated[int, Field(ge=0, le=1000)]
MOST_CHANGES = 500
MOST_EXTRA_BYTES = 4000


class Loose(BaseModel):
    """Base of what is sent; unknown keys are ignored here, those inside ``fields`` are kept."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class SessionRef(Loose):
    """Which session, and enough to begin it when it isn't here yet."""

    id: UUID
    day: dt.date
    planned: UUID | None = None


class EntryRef(Loose):
    """Which exercise of the session, and enough to begin it."""

    id: UUID
    name: Annotated[str, Field(min_length=1, max_length=300)]
    exercise: Annotated[str, Field(max_length=100)] | None = None
    position: Position = 0
    asked: dict[str, Any] | None = None
    instead_of: Annotated[str, Field(max_length=100)] = ""
    superset: Annotated[str, Field(max_length=100)] | None = None


class Change(Loose):
    """A change to one record: the fields that changed, when (milliseconds since 1970, by the sender's clock), or its deletion.

    A change to a set carries its session and entry, so that it can come before anything else of its session.
    """

    kind: Literal["session", "entry", "set"]
    id: UUID
    edited_ms: Annotated[int, Field(ge=0, le=2**52)]
    session: SessionRef
    entry: EntryRef | None = None
    position: Position = 0
    deleted: bool | None = None
    fields: dict[str, Any] = Field(default_factory=dict)

    def problems(self, where: str) -> list[Problem]:
        """What is wrong with the change; empty when it can be applied."""
        if self.kind == "session" and self.id != self.session.id:
            return [Problem(f"{where}.session.id", "the change's own id", str(self.session.id))]
        if self.kind != "session" and self.entry is None:
            return [Problem(f"{where}.entry", "the exercise that it belongs to", "nothing")]
        if self.kind == "entry" and self.entry is not None and self.entry.id != self.id:
            return [Problem(f"{where}.entry.id", "the change's own id", str(self.entry.id))]
        return [*_field_problems(self, where), *_asked_problems(self, where)]


class OfSession(Record):
    """The fields of a session that only the web has."""

    finished_at: dt.datetime | None = None
    readiness: dict[str, Any] | None = None


class OfEntry(Record):
    """The fields of an entry that only the web has."""

    skipped: Annotated[str, Field(max_length=40)] = ""
    instead_of: Annotated[str, Field(max_length=100)] = ""


OWN: dict[str, tuple[type[Record], tuple[str, ...], type[Record] | None]] = {
    "session": (Session, SESSION_FIELDS, OfSession),
    "entry": (Entry, ENTRY_FIELDS, OfEntry),
    "set": (SetRecord, SET_FIELDS, None),
}
NEEDED: dict[str, dict[str, Any]] = {"session": {"day": "2026-01-01"}, "entry": {"name": "x"}, "set": {}}


def known_fields(kind: str) -> frozenset[str]:
    """The fields of a kind of record that have a column."""
    _, names, web = OWN[kind]
    return frozenset(names) | (frozenset(web.model_fields) if web else frozenset())


def changes_from(raw: Any) -> tuple[Change, ...]:
    """Check a decoded list of changes; raises BadInput with every problem."""
    if not isinstance(raw, list) or len(raw) > MOST_CHANGES:
        raise BadInput(Problem("changes", f"a list of at most {MOST_CHANGES} changes", _found(raw)))
    found, problems = [], list[Problem]()
    for number, one in enumerate(raw):
        try:
            change = Change.model_validate(one)
        except ValidationError as error:
            problems += _told(error, f"changes[{number}]")
            continue
        problems += change.problems(f"changes[{number}]")
        found.append(change)
    if problems:
        raise BadInput(problems)
    return tuple(found)


def _field_problems(change: Change, where: str) -> list[Problem]:
    """Known fields must read as the record's; what is unknown must be small."""
    record, names, web = OWN[change.kind]
    problems: list[Problem] = []
    values = {name: value for name, value in change.fields.items() if name in names}
    of_web = {name: value for name, value in change.fields.items() if web and name in web.model_fields}
    for model, given in ((record, {"id": str(change.id), **NEEDED[change.kind], **values}), (web, of_web)):
        try:
            if model is not None:
                model.model_validate_json(json.dumps(given))
        except (ValidationError, ValueError) as error:
            problems += _told(error, f"{where}.fields")
    extra = {name: value for name, value in change.fields.items() if name not in known_fields(change.kind)}
    if len(json.dumps(extra)) > MOST_EXTRA_BYTES:
        problems.append(Problem(f"{where}.fields", f"unknown fields of at most {MOST_EXTRA_BYTES} bytes", "more"))
    return problems


def _asked_problems(change: Change, where: str) -> list[Problem]:
    if change.entry is None or change.entry.asked is None:
        return []
    try:
        Entry.model_validate_json(json.dumps({"name": "x", "asked": change.entry.asked}))
    except ValidationError as error:
        return _told(error, f"{where}.entry")
    return []


def _told(error: Exception, where: str) -> list[Problem]:
    if not isinstance(error, ValidationError):
        return [Problem(where, "JSON", str(error))]
    return [
        Problem(".".join([where, *(str(part) for part in each["loc"])]), each["msg"], repr(each.get("input"))[:80])
        for each in error.errors()
    ]


def _found(raw: Any) -> str:
    return f"{len(raw)} changes" if isinstance(raw, list) else type(raw).__name__
