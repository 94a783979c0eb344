"""Reading FitNotes' CSV of Android and iOS: days without clock times, one row for each set."""

from __future__ import annotations

from eccentric.journal.formats.cells import at_least_zero, decimal_mark, duration_s, kilograms, metres
from eccentric.journal.formats.dates import read_moment
from eccentric.journal.formats.logged import Gathering, Head, LoggedSet, gather, without_empty
from eccentric.journal.formats.strength import NO_SUBSTANCE, load_values, substance, whole
from eccentric.journal.formats.summary import Imported
from eccentric.journal.formats.table import Row, Table
from eccentric.journal.names import Names
from eccentric.journal.records import LoadUnit, SetKind

APP = "fitnotes"
# What `Kind` may say is not published; only words that name a kind of set are used, any other is a normal set.
_WARM_UPS = ("warmup", "warm-up", "warm up")
_KINDS = {"failure": SetKind.FAILURE, "drop": SetKind.DROP, "dropset": SetKind.DROP, "drop set": SetKind.DROP}


def is_fitnotes(columns: tuple[str, ...]) -> bool:
    """True for the header of FitNotes' export on either phone."""
    return {"date", "exercise", "category", "reps"} <= set(columns)


class _Reader:
    def __init__(self, table: Table) -> None:
        self.ios = "weight unit" not in table.columns
        numbers = ("weight", "weight (kg)", "weight (lbs)", "weight (kgs)", "distance")
        self.mark = decimal_mark(row.get(column) for row in table.rows for column in numbers)

    def weight(self, row: Row) -> tuple[str, str]:
        """The text and unit of the weight: its own unit column, or the first of the columns for kg and lb that is filled."""
        if not self.ios:
            return row.get("weight"), row.get("weight unit") or "kg"
        for column, unit in (("weight (kg)", "kg"), ("weight (kgs)", "kg"), ("weight (lbs)", "lb"), ("weight (lb)", "lb")):
            if row.get(column):
                return row.get(column), unit
        return "", "kg"

    def values(self, row: Row) -> dict[str, object]:
        weight, unit = self.weight(row)
        distance = at_least_zero(row.get("distance"), "the distance", self.mark)
        seconds = duration_s(row.get("time"), mark=self.mark)
        kind = row.get("kind").lower()
        known = [
            ("kind", SetKind.WARM_UP if kind in _WARM_UPS else _KINDS.get(kind, SetKind.NORMAL)),
            ("reps", whole(row.get("reps"), "the repetitions", self.mark)),
            ("entered_unit", LoadUnit.LB if unit.lower().startswith("lb") else LoadUnit.KG),
            ("duration_s", seconds or None),
            ("distance_m", metres(distance, row.get("distance unit")) if distance else None),
            ("notes", row.get("notes" if self.ios else "comment") or None),
        ]
        return without_empty(known) | load_values(row.get("exercise"), weight, lambda value: kilograms(value, unit), self.mark)

    def read(self, row: Row) -> LoggedSet | str:
        name = row.get("exercise")
        if not name:
            return "the row names no exercise"
        day = read_moment(row.get("date"))[0].date()
        values = substance(self.values(row))
        if values is None:
            return NO_SUBSTANCE
        return LoggedSet(row.line, Head(key=day.isoformat(), day=day), name, values)


def read_fitnotes(table: Table, names: Names) -> Imported:
    """The journal in a FitNotes export; dialects are ``android`` and ``ios``; a day is a session."""
    reader = _Reader(table)
    return gather(Gathering(APP, "ios" if reader.ios else "android", names, by_name=True), table, reader.read)
