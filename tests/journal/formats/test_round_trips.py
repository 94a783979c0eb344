"""Out and in again: what a format can hold comes back the same."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from fit_tool.fit_file import FitFile
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import Sport, SubSport
from icalendar import Calendar
from tests.journal.formats.logs import FITNOTES, STRONG, hevy
from tests.journal.samples import rehab_journal

from eccentric.journal.formats.fit_names import fit_exercise
from eccentric.journal.formats.fit_out import activity
from eccentric.journal.formats.fit_workout import workout
from eccentric.journal.formats.read import read_log
from eccentric.journal.formats.write import FORMATS, format_of, written
from eccentric.journal.journal import Journal
from eccentric.journal.merge import merge
from eccentric.journal.names import Names
from eccentric.journal.records import Session, SetRecord
from eccentric.terms.errors import BadInput


def read(text: str) -> Journal:
    return read_log(text.encode()).journal


def bare(done: SetRecord) -> tuple[object, ...]:
    return done.kind, done.reps, done.external_load_kg, done.rir, done.duration_s, done.distance_m


def sets_of(journal: Journal) -> list[tuple[object, ...]]:
    return [bare(done) for session in journal.sessions for entry in session.entries for done in entry.sets]


def test_hevys_csv_of_hevys_csv_is_the_same_journal() -> None:
    journal = read(hevy())
    again = read_log(written(journal, "csv")).journal
    assert again == journal
    assert merge(journal, again).new_sets == 0


@pytest.mark.parametrize("log", [STRONG["1"], STRONG["2"], FITNOTES["android"]])
def test_hevys_csv_of_other_logs_keeps_every_set(log: str) -> None:
    journal = read(log)
    again = read_log(written(journal, "csv")).journal
    rounded = [tuple(round(cell, 3) if isinstance(cell, float) else cell for cell in cells) for cells in sets_of(journal)]
    assert [tuple(round(cell, 3) if isinstance(cell, float) else cell for cell in cells) for cells in sets_of(again)] == rounded
    assert [session.day for session in again.sessions] == [session.day for session in journal.sessions]


def test_parquet_holds_sets_and_sessions() -> None:
    journal = rehab_journal()
    again = read_log(written(journal, "parquet"))
    assert again.summary.sets == again.summary.rows == journal.set_count
    assert sets_of(again.journal) == sets_of(journal)
    mine, theirs = journal.sessions[0], again.journal.sessions[0]
    assert (theirs.id, theirs.day, theirs.minutes, theirs.session_rpe, theirs.title) == (mine.id, mine.day, 45, 6, mine.title)
    first = theirs.entries[0].sets[0]
    assert first.tempo_asked == "3-0-1-0"
    assert first.watched is not None
    assert first.watched.range_mean_deg == 92


def test_a_parquet_table_of_something_else_is_refused() -> None:
    import io

    import polars as pl

    buffer = io.BytesIO()
    pl.DataFrame({"a": [1]}).write_parquet(buffer)
    with pytest.raises(BadInput, match="no columns"):
        read_log(buffer.getvalue())


def test_json_loses_nothing() -> None:
    assert read_log(written(rehab_journal(), "json")).journal == rehab_journal()


def test_a_fit_activity_has_its_sets_and_comes_back() -> None:
    session = rehab_journal().sessions[0]
    data = activity(session)
    messages = [record.message for record in FitFile.from_bytes(data).records]
    whole = next(message for message in messages if isinstance(message, SessionMessage))
    assert whole.sport in (Sport.TRAINING, Sport.TRAINING.value)
    assert whole.sub_sport in (SubSport.STRENGTH_TRAINING, SubSport.STRENGTH_TRAINING.value)
    titles = [message.workout_step_name for message in messages if isinstance(message, ExerciseTitleMessage)]
    assert titles == ["Seated leg curl", "Nordic curl"]
    assert sum(isinstance(message, SetMessage) for message in messages) == 5
    again = read_log(data, Names({"seated-leg-curl": ("Seated leg curl",), "nordic-curl": ("Nordic curl",)})).journal.sessions[0]
    assert (again.day, again.started_at, again.minutes) == (session.day, session.started_at, 45)
    assert [entry.exercise for entry in again.entries] == ["seated-leg-curl", "nordic-curl"]
    mine = [(done.reps, done.external_load_kg) for entry in session.entries for done in entry.sets]
    assert [(done.reps, done.external_load_kg) for entry in again.entries for done in entry.sets] == mine


def test_rests_and_holds_of_a_fit_activity_come_back() -> None:
    session = rehab_journal().sessions[0]
    sets = (SetRecord(duration_s=30.0, rest_s=60.0), SetRecord(reps=5, external_load_kg=40.3125, rest_s=90.0))
    timed = session.model_copy(update={"entries": (session.entries[0].model_copy(update={"sets": sets}),)})
    imported = read_log(activity(timed))
    hold, lift = imported.journal.sessions[0].entries[0].sets
    assert (hold.duration_s, hold.rest_s, hold.started_at) == (30, 60, datetime(2025, 3, 3, 18))
    assert (lift.reps, lift.external_load_kg, lift.rest_s) == (5, 40.3125, 90)
    assert lift.started_at == datetime(2025, 3, 3, 18) + timedelta(seconds=90)
    assert (imported.summary.rows, imported.summary.sets) == (4, 2)
    assert imported.summary.skipped[0].reason == "a rest, kept with the set before it"


def test_exercises_without_a_number_are_never_number_0() -> None:
    assert fit_exercise("romanian-deadlift") == (8, 23)
    for exercise in ("nordic-curl", "seated-leg-curl", "glute-ham-raise", None):
        assert fit_exercise(exercise)[1] == 65535


def test_a_fit_workout_has_a_step_for_each_set_and_rest() -> None:
    plan = rehab_journal().planned[0]
    messages = [record.message for record in FitFile.from_bytes(workout(plan)).records]
    steps = [message for message in messages if isinstance(message, WorkoutStepMessage)]
    assert len(steps) == 2 * (3 + 2)
    assert [step.message_index for step in steps] == list(range(10))
    assert steps[0].duration_reps == 12
    assert steps[0].exercise_weight == 30.0
    assert steps[1].duration_time == 90
    assert "8-12 repetitions" in str(steps[0].notes)


def test_a_calendar_has_what_is_to_come_and_what_was_done() -> None:
    journal = rehab_journal(2)
    calendar = Calendar.from_ical(written(journal, "ics"))
    events = [part for part in calendar.walk() if part.name == "VEVENT"]
    assert len(events) == len(journal.planned)  # three done, one of the four still planned, or all done
    summaries = sorted(str(event["summary"]) for event in events)
    assert sum(text.startswith("Done: ") for text in summaries) == len(journal.sessions)
    assert len({str(event["uid"]) for event in events}) == len(events)
    texts = " ".join(str(event["description"]) for event in events)
    assert "Seated leg curl: 10 x 30 kg, 10 x 30 kg, 9 x 30 kg" in texts


@pytest.mark.parametrize("name", ["fit", "fit-workout", "ics"])
def test_an_empty_journal_has_nothing_for_some_formats(name: str) -> None:
    with pytest.raises(BadInput):
        written(Journal(), name)


@pytest.mark.parametrize("name", ["csv", "json", "parquet", "fhir-r4", "fhir-r5"])
def test_an_empty_journal_is_an_empty_file_of_the_others(name: str) -> None:
    assert written(Journal(), name)


def test_formats_by_a_files_name() -> None:
    from pathlib import Path

    assert {format_of(Path(f"x{ending}")) for ending in (".csv", ".json", ".parquet", ".FIT", ".ics", ".pdf", ".fhir.json")} <= set(FORMATS)
    assert format_of(Path("x.fhir.json")) == "fhir-r5"
    with pytest.raises(BadInput):
        format_of(Path("x.docx"))


def test_a_session_without_a_clock_or_sets_goes_out_too() -> None:
    journal = Journal(sessions=(Session(day=rehab_journal().sessions[0].day),))
    for name in ("csv", "json", "parquet", "ics", "fhir-r4", "fhir-r5"):
        assert written(journal, name)
