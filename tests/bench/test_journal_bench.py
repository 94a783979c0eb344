"""The made data of the journal's benchmark are what they say they are."""

from __future__ import annotations

from pathlib import Path

import polars as pl
from bench.journal import hevy_log, million_sets

from eccentric.journal.formats.read import read_log_file
from eccentric.journal.frames import SET_COLUMNS
from eccentric.journal.metrics.weekly import weekly_work
from eccentric.journal.metrics.weekly_load import weekly_load


def test_the_made_log_is_read_row_by_row(tmp_path: Path) -> None:
    hevy_log(tmp_path / "made.csv", 100)
    summary = read_log_file(tmp_path / "made.csv").summary
    assert (summary.rows, summary.sets, summary.sessions) == (100, 100, 5)


def test_the_made_table_has_the_journals_columns_and_ten_years(tmp_path: Path) -> None:
    million_sets(tmp_path / "sets.parquet", 20_000)
    table = pl.scan_parquet(tmp_path / "sets.parquet")
    assert dict(table.collect_schema()) == {name: kind if isinstance(kind, pl.DataType) else kind() for name, kind in SET_COLUMNS.items()}
    weeks = weekly_work(table)
    assert 17_000 < weeks["work_sets"].sum() < 19_000
    assert (weeks["week"].max() - weeks["week"].min()).days > 3_600  # type: ignore[operator, union-attr]
    assert weekly_load(table)["sessions"].sum() == 800
