"""Sets and sessions as polars tables: the shape in which metrics are computed and Parquet is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from eccentric.journal.journal import Journal
from eccentric.journal.records import Entry, Session, SetRecord

SESSION_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "session_id": pl.String,
    "day": pl.Date,
    "started_at": pl.Datetime("us"),
    "minutes": pl.Float64,
    "session_title": pl.String,
    "session_notes": pl.String,
    "session_rpe": pl.Float64,
    "source_format": pl.String,
    "source_dialect": pl.String,
    "source_key": pl.String,
}
SET_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    **SESSION_COLUMNS,
    "entry_id": pl.String,
    "exercise": pl.String,
    "name": pl.String,
    "confidence": pl.Float64,
    "superset": pl.String,
    "entry_notes": pl.String,
    "set_id": pl.String,
    "kind": pl.String,
    "side": pl.String,
    "contraction": pl.String,
    "reps": pl.Int64,
    "external_load_kg": pl.Float64,
    "assist_kg": pl.Float64,
    "entered_unit": pl.String,
    "rir": pl.Float64,
    "duration_s": pl.Float64,
    "distance_m": pl.Float64,
    "rest_s": pl.Float64,
    "tempo_asked": pl.String,
    "tempo_seen": pl.String,
    "eccentric_total_s": pl.Float64,
    "range_mean_deg": pl.Float64,
    "good_reps": pl.Int64,
    "pain_during": pl.Float64,
    "pain_after": pl.Float64,
    "pain_next_morning": pl.Float64,
    "notes": pl.String,
}


def _session_cells(session: Session) -> tuple[object, ...]:
    source = session.source
    origin = (source.format, source.dialect, source.key) if source else (None, None, None)
    times = (str(session.id), session.day, session.started_at, session.minutes)
    return (*times, session.title, session.notes, session.session_rpe, *origin)


def _entry_cells(entry: Entry) -> tuple[object, ...]:
    return str(entry.id), entry.exercise, entry.name, entry.confidence, entry.superset, entry.notes


def _set_cells(done: SetRecord) -> tuple[object, ...]:
    watched, pain = done.watched, done.pain
    seen = (watched.eccentric_total_s, watched.range_mean_deg, watched.good_reps) if watched else (None, None, None)
    hurt = (pain.during, pain.after, pain.next_morning) if pain else (None, None, None)
    side = done.side.value if done.side else None
    what = (str(done.id), done.kind.value, side, done.contraction.value, done.reps, done.external_load_kg, done.assist_kg)
    more = (done.entered_unit.value, done.rir, done.duration_s, done.distance_m, done.rest_s, done.tempo_asked, done.tempo_seen)
    return (*what, *more, *seen, *hurt, done.notes)


def _set_rows(journal: Journal) -> Iterator[tuple[object, ...]]:
    for session in journal.sessions:
        first = _session_cells(session)
        for entry in session.entries:
            second = (*first, *_entry_cells(entry))
            for done in entry.sets:
                yield (*second, *_set_cells(done))


def sets_frame(journal: Journal) -> pl.DataFrame:
    """One row for each set, in the order done; columns as in SET_COLUMNS, null = not known."""
    return pl.DataFrame(list(_set_rows(journal)), schema=SET_COLUMNS, orient="row")


def sessions_frame(journal: Journal) -> pl.DataFrame:
    """One row for each session, also one without sets; columns as in SESSION_COLUMNS, null = not known."""
    return pl.DataFrame([_session_cells(session) for session in journal.sessions], schema=SESSION_COLUMNS, orient="row")


def week_of(day: date) -> date:
    """The Monday of a day's week; weeks are named by their Monday everywhere."""
    return date.fromordinal(day.toordinal() - day.weekday())
