"""Reading Hevy's CSV: one row for each set, newest session first; weights in kilograms or pounds by the column's name."""

from __future__ import annotations

from functools import lru_cache

from eccentric.journal.formats.cells import KM_PER_MILE, BadCell, at_least_zero, decimal_mark, duration_s, kilograms, metres
from eccentric.journal.formats.dates import read_moment
from eccentric.journal.formats.logged import Gathering, Head, LoggedSet, gather, without_empty
from eccentric.journal.formats.strength import NO_SUBSTANCE, effort, load_values, substance, whole
from eccentric.journal.formats.summary import Imported
from eccentric.journal.formats.table import Row, Table
from eccentric.journal.names import Names
from eccentric.journal.records import LoadUnit, SetKind

APP = "hevy"
_KINDS = {
    "": SetKind.NORMAL,
    "normal": SetKind.NORMAL,
    "warmup": SetKind.WARM_UP,
    "warm_up": SetKind.WARM_UP,
    "failure": SetKind.FAILURE,
    "dropset": SetKind.DROP,
    "drop": SetKind.DROP,
}


def is_hevy(columns: tuple[str, ...]) -> bool:
    """True for the header of Hevy's export."""
    return {"exercise_title", "start_time", "set_index"} <= set(columns)


@lru_cache(maxsize=4)
def _head(start: str, end: str, title: str, description: str) -> Head:
    """What the rows of one session say of it, each time over; they follow one another."""
    begin, clock = read_moment(start)
    minutes = (read_moment(end)[0] - begin).total_seconds() / 60 if end else None
    return Head(
        key=f"{begin.isoformat()} {title}",
        day=begin.date(),
        started_at=begin if clock else None,
        minutes=minutes if minutes is not None and 0 <= minutes <= 24 * 60 else None,
        title=title,
        notes=description,
    )


class _Reader:
    def __init__(self, table: Table) -> None:
        self.pounds = "weight_lbs" in table.columns
        self.miles = "distance_miles" in table.columns
        numbers = ("weight_kg", "weight_lbs", "distance_km", "distance_miles", "rpe")
        self.mark = decimal_mark(row.get(column) for row in table.rows for column in numbers)
        self.before: tuple[str, str, int] | None = None

    def values(self, row: Row) -> dict[str, object]:
        kind = _KINDS.get(row.get("set_type").lower())
        if kind is None:
            raise BadCell(f"the set type is not known: {row.get('set_type')[:40]!r}")
        unit = "lbs" if self.pounds else "kg"
        distance = at_least_zero(row.get("distance_miles" if self.miles else "distance_km"), "the distance", self.mark)
        seconds = duration_s(row.get("duration_seconds"))
        known = [
            ("kind", kind),
            ("reps", whole(row.get("reps"), "the repetitions", self.mark)),
            ("entered_unit", LoadUnit.LB if self.pounds else LoadUnit.KG),
            ("rir", effort(row.get("rpe"), self.mark)),
            ("duration_s", seconds or None),
            ("distance_m", metres(distance, "km") if not self.miles else _metres_from_miles(distance)),
        ]
        values = without_empty(known)
        weight = row.get("weight_lbs" if self.pounds else "weight_kg")
        return values | load_values(row.get("exercise_title"), weight, lambda number: kilograms(number, unit), self.mark)

    def read(self, row: Row) -> LoggedSet | str:
        name = row.get("exercise_title")
        if not name:
            return "the row names no exercise"
        head = _head(row.get("start_time"), row.get("end_time"), row.get("title"), row.get("description"))
        values = substance(self.values(row))
        if values is None:
            return NO_SUBSTANCE
        index = whole(row.get("set_index"), "the set's index", self.mark) or 0
        place = (head.key, name, index)
        begins = self.before is not None and self.before[:2] == place[:2] and index <= self.before[2]
        self.before = place
        return LoggedSet(row.line, head, name, values, row.get("superset_id") or None, row.get("exercise_notes"), begins)


def _metres_from_miles(distance: float | None) -> float | None:
    return None if distance is None else round(distance * KM_PER_MILE * 1000, 4)


def read_hevy(table: Table, names: Names) -> Imported:
    """The journal in a Hevy export; dialects are ``kg`` and ``lbs``."""
    reader = _Reader(table)
    return gather(Gathering(APP, "lbs" if reader.pounds else "kg", names), table, reader.read)
