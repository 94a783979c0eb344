"""The real logs beside the checkout: every row accounted for, in time."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from eccentric.journal.formats.read import read_log_file
from eccentric.journal.formats.write import written
from eccentric.journal.merge import merge

pytestmark = pytest.mark.shared


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("name", "app", "dialect"),
    [
        ("hevy/sample_hevy.csv", "hevy", "kg"),
        ("strong/sample_strong.csv", "strong", "2"),
        ("strong/sample_strong_legacy.csv", "strong", "2"),
    ],
)
def test_every_row_of_a_real_log_is_a_set_or_has_its_reason(shared: Path, name: str, app: str, dialect: str) -> None:
    path = shared / "logs" / name
    imported = read_log_file(path)
    summary = imported.summary
    assert (summary.format, summary.dialect) == (app, dialect)
    assert summary.rows == len(rows(path)) == summary.sets + len(summary.skipped)


def test_the_hevy_log_keeps_its_repetitions_and_loads(shared: Path) -> None:
    path = shared / "logs/hevy/sample_hevy.csv"
    journal = read_log_file(path).journal
    expected = sum(float(row["weight_kg"] or 0) * int(row["reps"] or 0) for row in rows(path) if "Assisted" not in row["exercise_title"])
    sets = [done for session in journal.sessions for entry in session.entries for done in entry.sets]
    assert sum((done.external_load_kg or 0) * (done.reps or 0) for done in sets) == pytest.approx(expected)
    assert len(journal.sessions) == len({(row["start_time"], row["title"]) for row in rows(path)})


def test_the_hevy_log_goes_out_and_comes_back_the_same(shared: Path, tmp_path: Path) -> None:
    journal = read_log_file(shared / "logs/hevy/sample_hevy.csv").journal
    for name in ("csv", "json", "parquet"):
        path = tmp_path / f"log.{name}"
        path.write_bytes(written(journal, name))
        again = read_log_file(path).journal
        assert again == journal, name
        assert merge(journal, again).new_sets == 0


@pytest.mark.slow
def test_the_hevy_log_reads_within_a_second(shared: Path) -> None:
    path = shared / "logs/hevy/sample_hevy.csv"
    began = time.process_time()
    read_log_file(path)
    assert time.process_time() - began < 1.0
