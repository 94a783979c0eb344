"""Records are strict, never change, and lose nothing on the way through the file."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.journal.samples import rehab_journal, rich_set

from eccentric.journal.ids import imported_id, new_id
from eccentric.journal.journal import Journal
from eccentric.journal.records import Asked, Entry, Pain, Session, SetKind, SetRecord
from eccentric.journal.store import journal_text, parse_journal, read_journal, write_bytes, write_journal
from eccentric.journal.tests_of_person import Activity, TestKind, TestResult
from eccentric.terms.errors import BadInput


def rich_journal() -> Journal:
    session = Session(day=date(2025, 3, 3), minutes=61.5, title="ü", entries=(Entry(name="x", sets=(rich_set(),)),))
    return rehab_journal().model_copy(update={"sessions": (session, *rehab_journal().sessions)})


def test_a_journal_with_everything_in_it_comes_back_the_same() -> None:
    journal = rich_journal()
    assert parse_journal(journal_text(journal)) == journal
    assert json.loads(journal_text(journal))["version"] == 1


def test_ids_are_always_written() -> None:
    done = SetRecord(reps=5)
    text = journal_text(Journal(sessions=(Session(day=date(2025, 1, 1), entries=(Entry(name="x", sets=(done,)),)),)))
    assert str(done.id) in text


@given(
    st.builds(
        SetRecord,
        kind=st.sampled_from(SetKind),
        reps=st.none() | st.integers(0, 100),
        external_load_kg=st.none() | st.floats(0, 500),
        rir=st.none() | st.floats(0, 10),
        duration_s=st.none() | st.floats(0, 1e6),
        notes=st.text(max_size=30),
        pain=st.none() | st.builds(Pain, during=st.none() | st.floats(0, 10)),
        started_at=st.none() | st.datetimes(),
    )
)
def test_any_set_survives_the_file(done: SetRecord) -> None:
    journal = Journal(sessions=(Session(day=date(2025, 1, 1), entries=(Entry(name="x", sets=(done,)),)),))
    assert parse_journal(journal_text(journal)) == journal


@pytest.mark.parametrize(
    "fields",
    [
        {"reps": -1},
        {"reps": 2.5},
        {"external_load_kg": -1.0},
        {"external_load_kg": float("nan")},
        {"rir": 11.0},
        {"tempo_asked": "slow"},
        {"x": 1},
    ],
)
def test_a_set_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SetRecord.model_validate(fields)


def test_records_never_change() -> None:
    with pytest.raises(ValidationError):
        SetRecord(reps=5).reps = 6  # type: ignore[misc]


def test_ranges_ascend_and_clocks_are_wall_clocks() -> None:
    with pytest.raises(ValidationError):
        Asked(sets=3, reps=(12, 8))
    with pytest.raises(ValidationError):
        Session(day=date(2025, 1, 1), started_at=datetime(2025, 1, 1, tzinfo=UTC))


def test_tests_stay_on_their_scale() -> None:
    day = date(2025, 1, 1)
    for fields in ({"kind": TestKind.NPRS, "value": 11.0}, {"kind": TestKind.GROC, "value": -8.0}, {"kind": TestKind.NPRS}):
        with pytest.raises(ValidationError):
            TestResult.model_validate({"day": day, **fields})
    with pytest.raises(ValidationError):
        TestResult(day=day, kind=TestKind.NPRS, activities=(Activity(name="x", score=1),))
    psfs = TestResult(day=day, kind=TestKind.PSFS, activities=(Activity(name="a", score=2), Activity(name="b", score=5)))
    assert psfs.score == 3.5


def test_new_ids_are_version_7_and_imported_ones_stay() -> None:
    assert new_id().version == 7
    assert new_id() != new_id()
    assert imported_id("a", 1) == imported_id("a", 1) != imported_id("a", 2)
    assert imported_id("a", "b") != imported_id("ab")


def test_every_problem_of_a_file_is_named_with_its_place() -> None:
    text = '{"format":"eccentric-journal","version":1,"sessions":[{"day":"soon"},{"day":"2025-01-01","minutes":-1,"colour":1}]}'
    with pytest.raises(BadInput) as caught:
        parse_journal(text, "mine.json")
    places = [problem.where for problem in caught.value.problems]
    assert places == ["mine.json sessions.0.day", "mine.json sessions.1.minutes", "mine.json sessions.1.colour"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format":"other"}', '{"format":"eccentric-journal","version":2}', "\x00"])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_journal(text)


def test_writing_replaces_the_file_at_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    write_journal(path, Journal())
    path.chmod(0o640)
    write_journal(path, rich_journal())
    assert read_journal(path) == read_journal(path)
    assert [item.name for item in tmp_path.iterdir()] == ["journal.json"]
    assert path.stat().st_mode & 0o777 == 0o640


def test_who_reads_while_it_is_written_sees_the_whole_old_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    write_journal(path, Journal())
    before = path.read_bytes()
    with path.open("rb") as reader:
        write_journal(path, rich_journal())
        assert reader.read() == before


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.json"
    write_journal(path, Journal())
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        write_journal(path, rich_journal())
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["journal.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_bytes(pipe, b"a programme")
        assert os.read(reader, 100) == b"a programme"
    finally:
        os.close(reader)
    assert pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]


def test_a_missing_file_or_folder_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_journal(tmp_path / "none.json")
    with pytest.raises(BadInput):
        write_journal(tmp_path / "no" / "such.json", Journal())


def test_ids_read_back_as_ids() -> None:
    journal = rehab_journal(1)
    assert isinstance(parse_journal(journal_text(journal)).sessions[0].id, UUID)
