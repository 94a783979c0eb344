"""Reading delimited text: any delimiter, quoted newlines, columns by header name, bad rows named and passed over."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from eccentric.journal.formats.summary import Skipped
from eccentric.terms.errors import bad_input

DELIMITERS = (",", ";", "\t", "|")
MOST_LINES_IN_A_ROW = 200
LONGEST_FIELD = 1_000_000
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: the line where it begins (the header is line 1) and its cells by lower-case column name."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell of a column without the spaces around it, or an empty text when the table lacks the column."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A table read by header name; ``broken`` are the rows whose shape could not be read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[Skipped, ...]
    delimiter: str


def decode(data: bytes) -> str:
    """Text from bytes: UTF-8 or UTF-16 by its mark, else Windows-1252 with unknown bytes replaced."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def column_names(line: str, delimiter: str) -> tuple[str, ...]:
    """Lower-case names of a header line, quotes and spaces removed."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(" ".join(cell.strip().strip('"').lower().split()) for cell in cells)


def header_of(text: str) -> tuple[tuple[str, ...], str, int]:
    """Column names, delimiter and the header's line number of a table; the delimiter is the one that gives most columns."""
    for number, line in enumerate(_LINE_END.split(text[:20_000]), 1):
        if line.strip() and not line.lower().startswith("sep="):
            delimiter = max(DELIMITERS, key=lambda mark: len(column_names(line, mark)))
            return column_names(line, delimiter), delimiter, number
    return (), ",", 1


def _records(lines: list[str], first: int, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Line number and cells of each record from line index ``first``; a record that cannot be read gives its reason instead."""
    at = first
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        end, quotes = at + 1, lines[at].count('"')
        while quotes % 2 and end < len(lines) and end - at < MOST_LINES_IN_A_ROW:
            quotes += lines[end].count('"')
            end += 1
        try:
            if quotes % 2:
                raise csv.Error("a quotation mark is never closed")
            yield at + 1, next(csv.reader(["\n".join(lines[at:end])], delimiter=delimiter, strict=True))
            at = end
        except csv.Error as error:
            yield at + 1, f"the row cannot be read: {error}"
            at += 1


def read_table(text: str) -> Table:
    """Read a table with a header; rows of another width are set aside with their line; no header raises BadInput."""
    columns, delimiter, header_line = header_of(text)
    if len(columns) < 2:
        raise bad_input("file", "a table with a header row", "no header")
    csv.field_size_limit(LONGEST_FIELD)
    rows: list[Row] = []
    broken: list[Skipped] = []
    for line, cells in _records(_LINE_END.split(text), header_line, delimiter):
        if isinstance(cells, str):
            broken.append(Skipped(line=line, reason=cells))
        elif (len(cells) > len(columns) and any(cells[len(columns) :])) or len(cells) < len(columns):
            broken.append(Skipped(line=line, reason=f"expected {len(columns)} columns, found {len(cells)}"))
        else:
            rows.append(Row(line, dict(zip(columns, cells, strict=False))))
    return Table(columns, tuple(rows), tuple(broken), delimiter)
