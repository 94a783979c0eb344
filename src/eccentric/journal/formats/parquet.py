"""Parquet: one row for each set, for notebooks and for metrics over many years; comes back as sessions and sets.

What does not fit a flat table (faults, muscles, plans, tests, body mass) stays in the JSON.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any
from uuid import UUID

import polars as pl
from pydantic import ValidationError

from eccentric.journal.formats.summary import Imported, Skipped, account
from eccentric.journal.frames import SET_COLUMNS, sets_frame
from eccentric.journal.journal import Journal
from eccentric.journal.merge import moment
from eccentric.journal.records import Contraction, Entry, LoadUnit, Pain, Provenance, Session, SetKind, SetRecord, WatchedSummary
from eccentric.journal.store import parse_journal
from eccentric.terms.body import Side
from eccentric.terms.errors import bad_input

APP = "eccentric-parquet"
EXPECTED = "a Parquet table of sets"
CHILD_S = 120
_PLAIN = ("reps", "external_load_kg", "assist_kg", "rir", "duration_s", "distance_m", "rest_s", "tempo_asked", "tempo_seen")
Cells = dict[str, Any]


def journal_parquet(journal: Journal) -> bytes:
    """The table of a journal's sets as Parquet bytes."""
    buffer = io.BytesIO()
    sets_frame(journal).write_parquet(buffer)
    return buffer.getvalue()


def _watched(row: Cells) -> WatchedSummary | None:
    if row["good_reps"] is None:
        return None
    return WatchedSummary(
        reps=row["reps"] or 0,
        good_reps=row["good_reps"],
        tempo=row["tempo_seen"],
        range_mean_deg=row["range_mean_deg"],
        eccentric_total_s=row["eccentric_total_s"],
    )


def _set(row: Cells) -> SetRecord:
    pain = Pain(during=row["pain_during"], after=row["pain_after"], next_morning=row["pain_next_morning"])
    return SetRecord(
        id=UUID(row["set_id"]),
        kind=SetKind(row["kind"]),
        side=Side(row["side"]) if row["side"] else None,
        contraction=Contraction(row["contraction"]),
        entered_unit=LoadUnit(row["entered_unit"]),
        watched=_watched(row),
        pain=pain if pain != Pain() else None,
        notes=row["notes"] or "",
        **{name: row[name] for name in _PLAIN},
    )


def _entry(row: Cells, sets: list[SetRecord]) -> Entry:
    texts = {name: row[name] for name in ("exercise", "name", "confidence", "superset")}
    return Entry(id=UUID(row["entry_id"]), notes=row["entry_notes"] or "", sets=tuple(sets), **texts)


def _session(row: Cells, entries: list[Entry]) -> Session:
    source = row["source_format"]
    return Session(
        id=UUID(row["session_id"]),
        day=row["day"],
        started_at=row["started_at"],
        minutes=row["minutes"],
        title=row["session_title"] or "",
        notes=row["session_notes"] or "",
        session_rpe=row["session_rpe"],
        source=Provenance(format=source, dialect=row["source_dialect"], key=row["source_key"]) if source else None,
        entries=tuple(entries),
    )


def _sessions(rows: list[Cells], skipped: list[Skipped]) -> list[Session]:
    """Sessions of the rows; a row that cannot be a set is skipped with its number (the first data row is 1)."""
    entries: dict[str, dict[str, tuple[Cells, list[SetRecord]]]] = {}
    heads: dict[str, Cells] = {}
    for number, row in enumerate(rows, 1):
        try:
            done = _set(row)
            UUID(row["entry_id"]), _session(row, [])
        except (ValidationError, ValueError, TypeError) as error:
            skipped.append(Skipped(line=number, reason=str(error).split("\n")[0][:120]))
            continue
        heads.setdefault(row["session_id"], row)
        entries.setdefault(row["session_id"], {}).setdefault(row["entry_id"], (row, []))[1].append(done)
    return [_session(head, [_entry(row, sets) for row, sets in entries[key].values()]) for key, head in heads.items()]


def read_table(data: bytes) -> Imported:
    """The journal in a Parquet table of sets; only for files that are sound (see ``read_parquet``)."""
    table = pl.read_parquet(io.BytesIO(data))
    missing = [name for name in SET_COLUMNS if name not in table.columns]
    if missing:
        raise bad_input("file", EXPECTED, f"no columns {', '.join(missing[:6])}")
    skipped: list[Skipped] = []
    sessions = sorted(_sessions(table.to_dicts(), skipped), key=moment)
    return account(APP, None, Journal(sessions=tuple(sessions)), skipped)


def read_parquet(data: bytes) -> Imported:
    """The journal in a Parquet table of sets; a table with other columns, or a broken one, raises BadInput.

    A broken Parquet file can end the process that decodes it, so another process does it.
    """
    child = [sys.executable, "-m", "eccentric.journal.formats.parquet_child"]
    try:
        answer = subprocess.run(child, input=data, capture_output=True, timeout=CHILD_S, check=False)
    except subprocess.TimeoutExpired:
        raise bad_input("file", EXPECTED, f"one that is not read in {CHILD_S} s") from None
    skipped, _, journal = answer.stdout.partition(b"\n")
    if answer.returncode == 2:
        raise bad_input("file", EXPECTED, answer.stdout.decode("utf-8", "replace").strip())
    if answer.returncode != 0:
        raise bad_input("file", EXPECTED, "a broken one")
    return account(APP, None, parse_journal(journal), [Skipped.model_validate(row) for row in json.loads(skipped)])
