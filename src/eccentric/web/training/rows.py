"""Between database rows and the journal's records; nothing is lost either way."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from eccentric.journal.records import (
    Asked,
    Contraction,
    Entry,
    LoadUnit,
    Pain,
    PainKind,
    Provenance,
    Session,
    SetKind,
    SetRecord,
    WatchedSummary,
)
from eccentric.terms.body import Side
from eccentric.web.training import models

SET_FIELDS = tuple(name for name in SetRecord.model_fields if name != "id")
ENTRY_FIELDS = tuple(name for name in Entry.model_fields if name not in ("id", "sets"))
SESSION_FIELDS = tuple(name for name in Session.model_fields if name not in ("id", "entries"))
TEXTS = {"started_at", "notes", "title", "skipped", "instead_of"}
"""Columns in which "" stands for a record's None."""


def set_record(row: models.SetLog) -> SetRecord:
    """A set's row as a record; built without checking, since rows were checked when they were written."""
    return SetRecord.model_construct(
        id=row.id,
        kind=SetKind(row.kind),
        side=Side(row.side) if row.side else None,
        contraction=Contraction(row.contraction),
        reps=row.reps,
        external_load_kg=row.external_load_kg,
        assist_kg=row.assist_kg,
        entered_unit=LoadUnit(row.entered_unit),
        rir=row.rir,
        duration_s=row.duration_s,
        distance_m=row.distance_m,
        rest_s=row.rest_s,
        tempo_asked=row.tempo_asked,
        tempo_seen=row.tempo_seen,
        watched=_parsed(WatchedSummary, row.watched),
        pain=pain_record(row.pain),
        started_at=_moment(row.started_at),
        notes=row.notes,
    )


def entry_record(row: models.Entry, sets: Iterable[models.SetLog]) -> Entry:
    """An exercise's row and its sets as a record."""
    return Entry.model_construct(
        id=row.id,
        exercise=row.exercise,
        name=row.name,
        confidence=row.confidence,
        superset=row.superset,
        asked=_parsed(Asked, row.asked),
        notes=row.notes,
        sets=tuple(set_record(done) for done in sets),
    )


def session_record(row: models.Session, entries: Iterable[Entry]) -> Session:
    """A session's row and its entries as a record."""
    return Session.model_construct(
        id=row.id,
        day=row.day,
        started_at=_moment(row.started_at),
        utc_offset_min=row.utc_offset_min,
        minutes=row.minutes,
        title=row.title,
        notes=row.notes,
        session_rpe=row.session_rpe,
        pain=pain_record(row.pain),
        poor_sleep=row.poor_sleep,
        sore_days=row.sore_days,
        planned=row.planned,
        source=_parsed(Provenance, row.source),
        entries=tuple(entries),
    )


def columns(values: dict[str, Any]) -> dict[str, Any]:
    """A record's fields as JSON gives them, as columns: None in a text column is ""."""
    return {name: "" if value is None and name in TEXTS else value for name, value in values.items()}


def pain_record(value: dict[str, Any] | None) -> Pain | None:
    """Pain as it is stored, as a record."""
    if value is None:
        return None
    kind = value.get("kind")
    return Pain.model_construct(**value | {"kind": PainKind(kind) if kind else None})


def _moment(text: str) -> Any:

    return dt.datetime.fromisoformat(text) if text else None


def _parsed(model: Any, value: dict[str, Any] | None) -> Any:
    return None if value is None else model.model_validate_json(json.dumps(value))
