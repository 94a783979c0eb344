"""Signals as files: one row a frame, missing values empty, whole or not at all."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.motion.report import builders

from eccentric.motion.signals import check_ending, signal_bytes, signal_table
from eccentric.motion.watched import WatchedSet
from eccentric.terms.errors import BadInput

COLUMNS = ["time_s", "knee_flexion_left_deg", "knee_flexion_right_deg", "trunk_lean_deg", "visibility_knee_left", "rep"]


@pytest.fixture(scope="module")
def watched() -> WatchedSet:
    one = builders.watched(builders.rep(1), builders.rep(2))
    knee = one.signals.angles["knee_flexion_left_deg"].copy()
    knee[3] = np.nan
    return replace(one, signals=replace(one.signals, angles={**one.signals.angles, "knee_flexion_left_deg": knee}))


def test_csv_has_the_columns_of_the_contract_and_empty_cells(watched: WatchedSet) -> None:
    rows = list(csv.DictReader(io.StringIO(signal_bytes(watched, ".csv").decode(), newline="")))
    assert list(rows[0]) == COLUMNS
    assert len(rows) == len(watched.signals.time_s)
    assert rows[3]["knee_flexion_left_deg"] == ""
    assert rows[0]["rep"] == "", "before the first repetition there is none"
    at_2_s = rows[2 * builders.FPS]
    assert at_2_s["rep"] == "1"
    assert float(at_2_s["knee_flexion_left_deg"]) == pytest.approx(builders.HIGH_DEG, abs=1e-3)


def test_parquet_holds_the_same_table(watched: WatchedSet) -> None:
    table = pl.read_parquet(io.BytesIO(signal_bytes(watched, ".parquet")))
    assert table.equals(signal_table(watched.signals))
    assert table["knee_flexion_left_deg"].null_count() == 1
    assert table["knee_flexion_left_deg"].is_nan().sum() == 0
    assert table["rep"].dtype == pl.Int64


def test_visibility_columns_say_so(watched: WatchedSet) -> None:
    plain = replace(watched.signals, visibility={"knee_left": watched.signals.visibility["visibility_knee_left"]})
    assert "visibility_knee_left" in signal_table(plain).columns


def test_another_ending_is_refused() -> None:
    check_ending(Path("set.parquet"))
    with pytest.raises(BadInput, match=r"ends in \.csv or \.parquet"):
        check_ending(Path("set.xlsx"))
