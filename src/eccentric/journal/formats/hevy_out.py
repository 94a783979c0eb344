"""Writing Hevy's CSV, so that a journal can go where Hevy's exports go; newest session first, as Hevy writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from eccentric.journal.journal import Journal
from eccentric.journal.merge import moment
from eccentric.journal.records import Entry, Session, SetKind, SetRecord

COLUMNS = (
    *("title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes"),
    *("set_index", "set_type", "weight_kg", "reps", "distance_km", "duration_seconds", "rpe"),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KINDS = {SetKind.NORMAL: "normal", SetKind.WARM_UP: "warmup", SetKind.FAILURE: "failure", SetKind.DROP: "dropset"}


def hevy_moment(when: datetime) -> str:
    """A time as Hevy writes it, e.g. ``15 Sep 2025, 07:48``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when.hour:02}:{when.minute:02}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 4):.12g}"


def _set_cells(done: SetRecord) -> tuple[str, ...]:
    weight = done.assist_kg if done.assist_kg else done.external_load_kg
    rpe = None if done.rir is None else 10 - done.rir
    distance = None if done.distance_m is None else done.distance_m / 1000
    return (_KINDS[done.kind], _number(weight), _number(done.reps), _number(distance), _number(done.duration_s), _number(rpe))


def _entry_rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    for index, done in enumerate(entry.sets):
        yield (entry.name, entry.superset or "", entry.notes, str(index), *_set_cells(done))


def _session_rows(session: Session) -> Iterator[tuple[str, ...]]:
    start = session.started_at or datetime.combine(session.day, time.min)
    end = start + timedelta(minutes=session.minutes or 0)
    for entry in session.entries:
        for row in _entry_rows(entry):
            yield (session.title, hevy_moment(start), hevy_moment(end), session.notes, *row)


def hevy_csv(journal: Journal) -> bytes:
    """The sets of a journal in Hevy's columns; a session without a clock time begins at midnight there."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for session in sorted(journal.sessions, key=moment, reverse=True):
        writer.writerows(_session_rows(session))
    return text.getvalue().encode()
