"""Delimited text: any delimiter, quoted newlines, broken rows named and passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.formats.table import DELIMITERS, decode, read_table
from eccentric.terms.errors import BadInput

CELL = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_delimiter_is_found_and_columns_are_read_by_name(delimiter: str) -> None:
    table = read_table(
        delimiter.join(("Date", " Reps ", "Weight")) + "\n" + delimiter.join(("a", "5", "7,5" if delimiter != "," else "7.5"))
    )
    assert table.columns == ("date", "reps", "weight")
    assert table.rows[0].get("reps") == "5"
    assert table.rows[0].get("no such column") == ""


def test_quoted_newline_and_quotes_stay_inside_a_cell_and_lines_count_on() -> None:
    table = read_table('a,b\n"one\ntwo, ""three""",2\nx,3\n')
    assert table.rows[0].cells["a"] == 'one\ntwo, "three"'
    assert [row.line for row in table.rows] == [2, 4]


def test_row_of_another_width_is_set_aside_with_its_line() -> None:
    table = read_table("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n")
    assert [row.line for row in table.rows] == [2, 5]
    assert [(row.line, row.reason) for row in table.broken] == [(3, "expected 3 columns, found 2"), (4, "expected 3 columns, found 4")]


def test_quote_that_never_closes_loses_its_own_line_only() -> None:
    table = read_table('a,b\n"open,1\n' + "x,2\n" * 5)
    assert [row.line for row in table.broken] == [2]
    assert len(table.rows) == 5


def test_empty_and_headless_texts_are_refused() -> None:
    for text in ("", "\n\n", "one word\n"):
        with pytest.raises(BadInput):
            read_table(text)


def test_bytes_of_other_encodings_become_text() -> None:
    assert decode("\ufeffMünster".encode()) == "Münster"
    assert decode("Münster".encode("cp1252")) == "Münster"
    assert decode("Münster".encode("utf-16")) == "Münster"


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_a_csv_writer_writes_comes_back(rows: list[list[str]]) -> None:
    text = "x,y,z\n" + "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    table = read_table(text)
    assert [[row.cells[name] for name in ("x", "y", "z")] for row in table.rows] == rows
    assert not table.broken


@given(st.text(max_size=300))
def test_every_line_of_any_text_is_a_row_or_is_named(text: str) -> None:
    try:
        table = read_table("a,b\n" + text)
    except BadInput:
        return
    lines = [row.line for row in table.rows] + [row.line for row in table.broken]
    assert len(lines) == len(set(lines))
    assert all(line >= 2 for line in lines)
