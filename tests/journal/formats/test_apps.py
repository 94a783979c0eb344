"""Each app and dialect: format, rows, sessions, sets, and what became of every row."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.journal.formats.logs import FITNOTES, STRONG, WGER_CSV, WGER_JSON, hevy

from eccentric.journal.formats.read import read_log
from eccentric.journal.formats.summary import Imported
from eccentric.journal.names import Names
from eccentric.journal.records import LoadUnit, SetKind, SetRecord
from eccentric.terms.errors import BadInput

OURS = {
    "lying-leg-curl": ("Lying leg curl", "prone leg curl"),
    "seated-leg-curl": ("Seated leg curl",),
    "romanian-deadlift": ("Romanian deadlift",),
    "nordic-curl": ("Nordic curl", "Nordic hamstring curl"),
}


def read(text: str) -> Imported:
    return read_log(text.encode(), Names(OURS))


def sets(imported: Imported) -> list[SetRecord]:
    return [done for session in imported.journal.sessions for entry in session.entries for done in entry.sets]


@pytest.mark.parametrize("dialect", STRONG)
def test_strong_dialects_are_told_apart_and_every_row_is_accounted_for(dialect: str) -> None:
    imported = read(STRONG[dialect])
    assert (imported.summary.format, imported.summary.dialect) == ("strong", dialect)
    rows = read_rows(STRONG[dialect])
    assert imported.summary.rows == rows == imported.summary.sets + len(imported.summary.skipped)


def read_rows(text: str) -> int:
    """Rows of a log counted in another way: lines that begin as a row of ours do."""
    return sum(line[:3] in ("202", "7;2", '"Be', '"Fr') for line in text.splitlines())


def test_strong_sets_have_their_kinds_and_the_rest_timer_its_reason() -> None:
    imported = read(STRONG["1"])
    assert [done.kind for done in sets(imported)] == [SetKind.WARM_UP, SetKind.NORMAL, SetKind.FAILURE, SetKind.NORMAL]
    assert [(row.line, row.reason) for row in imported.summary.skipped] == [(6, "a rest timer, not a set")]
    session = imported.journal.sessions[0]
    assert (session.started_at, session.minutes, session.notes) == (datetime(2024, 5, 6, 18), 68, "good\nday")
    assert [entry.exercise for entry in session.entries] == ["lying-leg-curl", None]
    assert sets(imported)[1].rir == 2
    plank = sets(imported)[3]
    assert (plank.reps, plank.duration_s) == (None, 60)


def test_strong_pounds_with_decimal_commas() -> None:
    first, second = sets(read(STRONG["3"]))
    assert first.external_load_kg == pytest.approx(132.5 * 0.45359237)
    assert (first.entered_unit, first.rir, second.kind) == (LoadUnit.LB, 2.5, SetKind.DROP)


def test_strong_distance_and_duration_of_dialects_4_and_5() -> None:
    run = read(STRONG["4"])
    assert (sets(run)[0].distance_m, sets(run)[0].duration_s, run.journal.sessions[0].minutes) == (2500, 900, 45)
    assert read(STRONG["5"]).journal.sessions[0].minutes == 68


def test_hevy_sessions_entries_and_kinds() -> None:
    imported = read(hevy())
    assert (imported.summary.format, imported.summary.dialect, imported.summary.rows) == ("hevy", "kg", 7)
    assert [(row.line, row.reason) for row in imported.summary.skipped] == [(7, "no repetitions, time or distance")]
    early, late = imported.journal.sessions
    assert (early.day, late.day, late.minutes) == (date(2025, 3, 1), date(2025, 9, 15), 85)
    assert [entry.name for entry in late.entries] == ["Seated Leg Curl (Machine)", "Seated Leg Curl (Machine)", "Zercher Carry"]
    assert [entry.superset for entry in late.entries] == [None, "0", "0"]
    carry = late.entries[2].sets[0]
    assert (carry.kind, carry.distance_m, carry.duration_s) == (SetKind.DROP, 500, 45)
    assert late.entries[0].notes == "Sitz 4"


def test_hevy_counts_an_exercise_done_twice_in_a_row_as_two_entries() -> None:
    again = hevy() + "".join(line + "\n" for line in hevy().splitlines()[1:4])
    entries = read(again).journal.sessions[1].entries
    assert [(entry.name[:6], len(entry.sets)) for entry in entries] == [("Seated", 3), ("Seated", 1), ("Zerche", 1), ("Seated", 3)]
    lines = hevy().splitlines()
    twice = "\n".join([*lines[:4], *lines[1:4]])
    assert [len(entry.sets) for entry in read(twice).journal.sessions[0].entries] == [3, 3]


def test_hevy_pounds_and_miles() -> None:
    imported = read(hevy("weight_lbs", "distance_miles"))
    assert imported.summary.dialect == "lbs"
    done = imported.journal.sessions[1].entries[0].sets[1]
    assert done.external_load_kg == pytest.approx(40.5 * 0.45359237)
    assert imported.journal.sessions[1].entries[2].sets[0].distance_m == pytest.approx(804.672)


def test_names_map_with_confidence_and_unknown_ones_are_kept() -> None:
    imported = read(hevy())
    entries = {entry.name: entry for session in imported.journal.sessions for entry in session.entries}
    assert entries["Seated Leg Curl (Machine)"].exercise == "seated-leg-curl"
    assert entries["Nordic Hamstring Curl"].confidence == 1.0
    assert entries["Zercher Carry"].exercise is None
    assert [name.name for name in imported.summary.unmatched] == ["Zercher Carry"]


def test_fitnotes_days_are_sessions_and_exercises_gather() -> None:
    imported = read(FITNOTES["android"])
    assert (imported.summary.format, imported.summary.dialect, imported.summary.sessions, imported.summary.sets) == (
        "fitnotes",
        "android",
        2,
        4,
    )
    first = imported.journal.sessions[0]
    assert first.started_at is None
    assert [(entry.name, len(entry.sets)) for entry in first.entries] == [("Lying Leg Curl", 2), ("Barbell Squat", 1)]
    assert first.entries[0].sets[0].external_load_kg == pytest.approx(80 * 0.45359237)
    ride = imported.journal.sessions[1].entries[0].sets[0]
    assert (ride.distance_m, ride.duration_s) == (5000, 1200)


def test_fitnotes_of_ios() -> None:
    imported = read(FITNOTES["ios"])
    assert imported.summary.dialect == "ios"
    warm, work = sets(imported)
    assert (warm.kind, warm.external_load_kg) == (SetKind.WARM_UP, 36.3)
    assert work.external_load_kg == pytest.approx(45.359237)


def test_wger_keeps_its_ids_and_units() -> None:
    imported = read(WGER_CSV)
    reps, hold, failure = sets(imported)
    assert str(reps.id) == "0190a5b0-0000-7000-8000-000000000001"
    assert (reps.reps, reps.rir, reps.rest_s) == (10, 2, 90)
    assert (hold.reps, hold.duration_s) == (None, 30)
    assert (failure.kind, failure.entered_unit) == (SetKind.FAILURE, LoadUnit.LB)
    assert {entry.name for entry in imported.journal.sessions[0].entries} == {"Lying leg curl", "wger exercise 73"}


def test_wger_json_names_the_entry_that_is_none() -> None:
    imported = read(WGER_JSON)
    assert (imported.summary.dialect, imported.summary.sets) == ("json", 1)
    assert [(row.line, row.reason) for row in imported.summary.skipped] == [(2, "not an entry of wger's workout log")]


def test_half_a_surrogate_pair_in_json_does_not_stop_the_journal() -> None:
    from eccentric.journal.store import journal_text, parse_journal

    entry = '[{"date": "2024-07-01", "session": 1, "exercise": {"name": "a\\ud800b"}, "repetitions": 5, "weight": 1}]'
    journal = read(entry).journal
    assert journal.sessions[0].entries[0].name == "a?b"
    assert parse_journal(journal_text(journal)) == journal


def test_the_same_wger_id_twice_is_one_set() -> None:
    rows = WGER_CSV.splitlines()
    imported = read("\n".join([*rows, rows[1]]))
    assert imported.summary.sets == 3
    assert imported.summary.skipped[0].reason == "the same id as line 2"


def test_columns_in_another_order_give_the_same_journal() -> None:
    lines = [line.split(",") for line in FITNOTES["android"].splitlines()]
    turned = "\n".join(",".join(reversed(cells)) for cells in lines)
    assert read(turned).journal == read(FITNOTES["android"]).journal


def test_bad_rows_are_skipped_with_their_line_and_reason_and_the_others_come_in() -> None:
    log = STRONG["2"] + (
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",3,0,many,0,0.0,\n'
        'someday,"Legs",35m,"Nordic Curl",4,0,5,0,0.0,\n'
        '2024-05-06 18:00:00,"Legs",35m,,5,0,5,0,0.0,\n'
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",Z9,0,5,0,0.0,\n'
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",6,0,5\n'
        '2024-05-06 18:00:00,"Legs",35m,"Nordic Curl",7,0,999999999,0,0.0,\n'
    )
    summary = read(log).summary
    assert (summary.rows, summary.sets) == (8, 2)
    assert [row.line for row in summary.skipped] == [4, 5, 6, 7, 8, 9]
    assert "many" in summary.skipped[0].reason
    assert "someday" in summary.skipped[1].reason


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"a,b\n1,2\n", b"\x00\x01\x02", b"{}", b"[]x", b"[1,2]", b"PAR1nonsense", b"12345678.FIT" + b"\xff" * 60]
)
def test_what_is_no_log_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_log(data, Names(OURS))


def test_a_journal_reads_as_itself() -> None:
    from eccentric.journal.store import journal_text

    journal = read(hevy()).journal
    again = read_log(journal_text(journal).encode())
    assert again.journal == journal
    assert again.summary.format == "eccentric-journal"
