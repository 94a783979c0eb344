"""Reading Strong's CSV in its five dialects; columns are found by name, so an order of them does not matter."""

from __future__ import annotations

from eccentric.journal.formats.cells import BadCell, at_least_zero, decimal_mark, duration_s, kilograms, metres, number
from eccentric.journal.formats.dates import read_moment
from eccentric.journal.formats.logged import Gathering, Head, LoggedSet, gather, without_empty
from eccentric.journal.formats.strength import NO_SUBSTANCE, effort, load_values, substance, whole
from eccentric.journal.formats.summary import Imported
from eccentric.journal.formats.table import Row, Table
from eccentric.journal.names import Names
from eccentric.journal.records import LoadUnit, SetKind

APP = "strong"
_KINDS = {"w": SetKind.WARM_UP, "d": SetKind.DROP, "f": SetKind.FAILURE}
_NO_SETS = {"rest timer": "a rest timer, not a set", "note": "a note, not a set"}


def is_strong(columns: tuple[str, ...]) -> bool:
    """True for the header of any of Strong's exports."""
    return {"exercise name", "set order", "date"} <= set(columns)


def dialect_of(columns: tuple[str, ...]) -> str:
    """The dialect by its telling columns: 5 numbers its workouts, 3 and 4 name units, 4 ends in a duration, 2 has no notes."""
    have = set(columns)
    if "workout #" in have:
        return "5"
    if "weight unit" in have:
        return "4" if "workout duration" in have else "3"
    return "1" if "notes" in have else "2"


class _Reader:
    def __init__(self, table: Table) -> None:
        self.weight = next((name for name in table.columns if name.split(" (")[0] == "weight"), "weight")
        self.distance = next((name for name in table.columns if name.split(" (")[0] == "distance"), "distance")
        self.mark = decimal_mark(row.get(column) for row in table.rows for column in (self.weight, self.distance, "reps", "rpe", "seconds"))
        self.first_order: dict[str, int] = {}
        self.before: tuple[str, str, int] | None = None

    @staticmethod
    def _unit(column: str) -> str:
        return column.partition(" (")[2].rstrip(")")

    def head(self, row: Row) -> Head:
        begin, clock = read_moment(row.get("date"))
        title = row.get("workout name")
        length = row.get("duration (sec)") or row.get("workout duration") or row.get("duration")
        seconds = duration_s(length, "the workout's duration", self.mark)
        return Head(
            key=f"{begin.isoformat()} {title}",
            day=begin.date(),
            started_at=begin if clock else None,
            minutes=round(seconds / 60, 3) if seconds else None,
            title=title,
            notes=row.get("workout notes"),
        )

    def values(self, row: Row, kind: SetKind) -> dict[str, object]:
        unit = row.get("weight unit") or self._unit(self.weight) or "kg"
        distance = at_least_zero(row.get(self.distance), "the distance", self.mark)
        seconds = number(row.get("seconds"), "the seconds", self.mark)
        known = [
            ("kind", kind),
            ("reps", whole(row.get("reps"), "the repetitions", self.mark)),
            ("entered_unit", LoadUnit.LB if unit.lower().startswith("lb") else LoadUnit.KG),
            ("rir", effort(row.get("rpe"), self.mark)),
            ("duration_s", seconds or None),
            ("distance_m", metres(distance, row.get("distance unit") or self._unit(self.distance)) if distance else None),
        ]
        weight = load_values(row.get("exercise name"), row.get(self.weight), lambda value: kilograms(value, unit), self.mark)
        return without_empty(known) | weight

    def kind(self, order: str) -> SetKind:
        """The kind of set by its order: a number, or W, D or F (also with a number, such as ``W1``)."""
        letter = order[:1].lower()
        if letter in _KINDS and not order[1:].strip(" 0123456789"):
            return _KINDS[letter]
        whole(order, "the set order", self.mark)
        return SetKind.NORMAL

    def read(self, row: Row) -> LoggedSet | str:
        name, order = row.get("exercise name"), row.get("set order")
        if order.lower() in _NO_SETS:
            return _NO_SETS[order.lower()]
        if not name:
            return "the row names no exercise"
        if not order:
            raise BadCell("the row has no set order")
        head, values = self.head(row), substance(self.values(row, self.kind(order)))
        if values is None:
            return NO_SUBSTANCE
        nth = int(order) if order.isdecimal() else 0
        before, self.before = self.before, (head.key, name, nth)
        begins = before is not None and before[:2] == (head.key, name) and 0 < nth <= before[2]
        return LoggedSet(row.line, head, name, values, None, row.get("notes"), begins)


def read_strong(table: Table, names: Names) -> Imported:
    """The journal in a Strong export; dialects are ``1`` to ``5``."""
    return gather(Gathering(APP, dialect_of(table.columns), names), table, _Reader(table).read)
