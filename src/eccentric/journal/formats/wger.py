"""Reading wger's workout log, as its API's JSON or as a table of the same fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from eccentric.journal.formats.cells import KM_PER_MILE, BadCell, decimal_mark, kilograms, number
from eccentric.journal.formats.dates import read_moment
from eccentric.journal.formats.logged import Gathering, Head, LoggedSet, gather, without_empty
from eccentric.journal.formats.strength import NO_SUBSTANCE, load_values, substance, whole
from eccentric.journal.formats.summary import Imported, Skipped
from eccentric.journal.formats.table import Row, Table
from eccentric.journal.names import Names
from eccentric.journal.records import LoadUnit, SetKind
from eccentric.terms.errors import bad_input

APP = "wger"
# wger's own numbers of its units (core/fixtures: setting_repetition_units, setting_weight_units).
_REPETITIONS = {"": "reps", "1": "reps", "2": "failure", "3": "s", "4": "min", "5": "mi", "6": "km", "7": "failure", "8": "m"}
_NAMED = {
    "repetitions": "reps",
    "until failure": "failure",
    "max reps": "failure",
    "seconds": "s",
    "minutes": "min",
    "miles": "mi",
    "kilometers": "km",
    "meters": "m",
}
_WEIGHTS = {"": "kg", "1": "kg", "kg": "kg", "2": "lb", "lb": "lb", "3": "body", "body weight": "body"}
_OTHER_WEIGHTS = {"4": "plates", "5": "km/h", "6": "mph", "plates": "plates", "kilometers per hour": "km/h", "miles per hour": "mph"}
_SECONDS = {"s": 1.0, "min": 60.0}
_METRES = {"m": 1.0, "km": 1000.0, "mi": KM_PER_MILE * 1000}


def is_wger(columns: tuple[str, ...]) -> bool:
    """True for a table with the fields of wger's workout log."""
    return {"date", "exercise", "repetitions", "weight"} <= set(columns) and bool({"repetitions_unit", "rir", "slot_entry"} & set(columns))


def _identity(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) >= 32 else None
    except ValueError:
        return None


class _Reader:
    def __init__(self, table: Table) -> None:
        self.mark = decimal_mark(row.get(column) for row in table.rows for column in ("weight", "repetitions", "rir"))

    def amount(self, row: Row) -> dict[str, object]:
        """Repetitions, seconds or metres, by the row's unit of repetitions."""
        unit_text = row.get("repetitions_unit").lower()
        unit = _REPETITIONS.get(unit_text) or _NAMED.get(unit_text)
        if unit is None:
            raise BadCell(f"the unit of repetitions is not known: {unit_text[:40]!r}")
        if unit in _SECONDS or unit in _METRES:
            value = number(row.get("repetitions"), "the repetitions", self.mark)
            if not value or value < 0:
                return {}
            return {"duration_s": value * _SECONDS[unit]} if unit in _SECONDS else {"distance_m": round(value * _METRES[unit], 4)}
        reps = whole(row.get("repetitions"), "the repetitions", self.mark)
        kind = {"kind": SetKind.FAILURE} if unit == "failure" else {}
        return kind | without_empty([("reps", reps)])

    def load(self, row: Row) -> dict[str, object]:
        """The load, or a note where wger's unit is no mass."""
        unit_text, text = row.get("weight_unit").lower(), row.get("weight")
        if unit_text in _OTHER_WEIGHTS:
            return {"notes": f"{text} {_OTHER_WEIGHTS[unit_text]}"} if text else {}
        unit = _WEIGHTS.get(unit_text)
        if unit is None:
            raise BadCell(f"the unit of weight is not known: {unit_text[:40]!r}")
        mass = "kg" if unit == "body" else unit
        values = load_values(row.get("exercise"), text, lambda value: kilograms(value, mass), self.mark)
        return values | {"entered_unit": LoadUnit.LB if unit == "lb" else LoadUnit.KG}

    def read(self, row: Row) -> LoggedSet | str:
        exercise = row.get("exercise_name") or row.get("exercise")
        if not exercise:
            return "the row names no exercise"
        name = f"wger exercise {exercise}" if exercise.isdecimal() else exercise
        begin, clock = read_moment(row.get("date"))
        values = substance(self.amount(row) | self.load(row))
        if values is None:
            return NO_SUBSTANCE
        rir = number(row.get("rir"), "the RIR", self.mark)
        rest = number(row.get("rest"), "the rest", self.mark)
        more = without_empty([("rir", rir), ("rest_s", rest), ("started_at", begin if clock else None)])
        key = f"session {row.get('session')}" if row.get("session") else begin.date().isoformat()
        return LoggedSet(row.line, Head(key=key, day=begin.date()), name, values | more, id=_identity(row.get("id")))


def read_wger(table: Table, names: Names) -> Imported:
    """The journal in a table of wger's workout log; dialect ``csv``. Its own ids are kept."""
    return gather(Gathering(APP, "csv", names, by_name=True), table, _Reader(table).read)


def _cell(value: object) -> str:
    """The text of a JSON value; half a surrogate pair, which no file can hold, becomes a question mark."""
    if isinstance(value, Mapping):
        return _cell(value.get("name") or value.get("id"))
    return "" if value is None else str(value).encode("utf-8", "replace").decode()


def rows_of(text: str) -> list[object]:
    """The entries of wger's JSON: a list, or the ``results`` of an answer of its API; anything else raises BadInput."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_input("file", "JSON", str(error)[:120]) from None
    entries = data.get("results") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise bad_input("file", "a journal of Eccentric, or a list of wger's workout log", "other JSON")
    return entries


def read_wger_json(text: str, names: Names) -> Imported:
    """The journal in wger's JSON; dialect ``json``; the line of a skipped entry is its place in the list, from 1."""
    rows, broken = [], []
    for place, entry in enumerate(rows_of(text), 1):
        if isinstance(entry, Mapping) and {"date", "exercise"} <= set(entry):
            rows.append(Row(place, {str(key).lower(): _cell(value) for key, value in entry.items()}))
        else:
            broken.append(Skipped(line=place, reason="not an entry of wger's workout log"))
    if broken and not rows:
        raise bad_input("file", "a journal of Eccentric, or a list of wger's workout log", "other JSON")
    table = Table((), tuple(rows), tuple(broken), ",")
    return gather(Gathering(APP, "json", names, by_name=True), table, _Reader(table).read)
