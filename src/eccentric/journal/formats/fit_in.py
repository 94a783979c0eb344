"""Reading a Garmin FIT activity of strength training: active sets become sets, rests belong to the set before them."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fit_tool.fit_file import FitFile
from fit_tool.message import Message
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import ExerciseCategory

from eccentric.journal.formats.fit_names import FIT_EPOCH_S
from eccentric.journal.formats.logged import Gathering, Head, LoggedSet, without_empty
from eccentric.journal.formats.strength import NO_SUBSTANCE, substance
from eccentric.journal.formats.summary import Imported
from eccentric.journal.names import Names
from eccentric.terms.errors import bad_input

APP = "fit"
_NO_ACTIVITY = "a FIT activity with sets"


def _messages(data: bytes) -> list[Message]:
    """The messages of a file; whatever the decoder raises for a broken one becomes BadInput."""
    logging.getLogger("fit_tool").setLevel(logging.CRITICAL)
    try:
        return [record.message for record in FitFile.from_bytes(data).records]
    except MemoryError:
        raise
    except Exception as error:  # the decoder raises many kinds for a broken file
        raise bad_input("file", _NO_ACTIVITY, f"it cannot be decoded ({type(error).__name__}: {str(error)[:100]})") from None


def _moment(ms: float | None) -> datetime | None:
    try:
        return None if ms is None else datetime.fromtimestamp(ms / 1000, UTC).replace(tzinfo=None)
    except (OverflowError, ValueError, OSError, TypeError):
        return None


def _offset_min(messages: list[Message]) -> int:
    """Minutes from UTC to the wall clock, from the activity's two time stamps; 0 when it has not both or they make no sense."""
    for message in messages:
        if isinstance(message, ActivityMessage):
            local_s = message.local_timestamp
            utc, local = _moment(message.timestamp), _moment(None if local_s is None else (local_s + FIT_EPOCH_S) * 1000)
            if utc and local and abs(local - utc) <= timedelta(hours=15):
                return round((local - utc).total_seconds() / 900) * 15
    return 0


class _Exercises:
    """Names of exercises by the step that a set belongs to, else by category and number, else by category."""

    def __init__(self, messages: list[Message]) -> None:
        self.by_step: dict[int, str] = {}
        self.by_number: dict[tuple[int, int], str] = {}
        for message in messages:
            if isinstance(message, ExerciseTitleMessage | WorkoutStepMessage) and message.workout_step_name:
                if message.message_index is not None:
                    self.by_step.setdefault(message.message_index, message.workout_step_name)
                if message.exercise_category is not None and message.exercise_name is not None:
                    self.by_number.setdefault((message.exercise_category, message.exercise_name), message.workout_step_name)

    def name(self, message: SetMessage) -> str:
        """The best name that the file gives a set's exercise."""
        category, number = (message.category or [None])[0], (message.category_subtype or [None])[0]
        step = message.workout_step_index
        if step is not None and step in self.by_step:
            return self.by_step[step]
        if category is not None and number is not None and (category, number) in self.by_number:
            return self.by_number[category, number]
        try:
            return str(ExerciseCategory(category).name).replace("_", " ").capitalize()
        except ValueError:
            return "Unknown exercise"


def _head(messages: list[Message], offset: timedelta) -> Head:
    """The session from its message, or from the first set where there is none."""
    whole = next((message for message in messages if isinstance(message, SessionMessage)), None)
    stamps = [whole.start_time] if whole is not None else []
    stamps += [message.start_time for message in messages if isinstance(message, SetMessage)]
    start = next((when for stamp in stamps if (when := _moment(stamp)) is not None), None)
    if start is None:
        raise bad_input("file", _NO_ACTIVITY, "no start time")
    elapsed_s = whole.total_elapsed_time if whole is not None else None
    minutes = round(elapsed_s / 60, 3) if elapsed_s and 0 < elapsed_s < 86400 else None
    return Head(key=start.isoformat(), day=(start + offset).date(), started_at=start + offset, minutes=minutes)


def _logged(message: SetMessage, place: int, head: Head, exercises: _Exercises, offset: timedelta) -> LoggedSet | str:
    reps, length_s, start = message.repetitions, message.duration, _moment(message.start_time)
    values = without_empty(
        [
            ("reps", reps),
            ("external_load_kg", message.weight),
            ("duration_s", length_s or None),
            ("started_at", start + offset if start else None),
        ]
    )
    kept = substance(values)
    return NO_SUBSTANCE if kept is None else LoggedSet(place, head, exercises.name(message), kept)


def read_fit(data: bytes, names: Names) -> Imported:
    """The journal in a FIT activity; the line of a skipped row is the place of its ``set`` message, from 1."""
    messages = _messages(data)
    sets = [message for message in messages if isinstance(message, SetMessage)]
    if not sets:
        raise bad_input("file", _NO_ACTIVITY, "no sets in it")
    offset = timedelta(minutes=_offset_min(messages))
    head, exercises = _head(messages, offset), _Exercises(messages)
    gathering, waiting = Gathering(APP, "activity", names), None
    for place, message in enumerate(sets, 1):
        if message.set_type == 0:
            gathering.skip(place, "a rest, kept with the set before it" if waiting else "a rest before any set")
            if waiting and message.duration:
                waiting = replace(waiting, values={**waiting.values, "rest_s": message.duration})
            continue
        if waiting:
            gathering.add(waiting)
        found = _logged(message, place, head, exercises, offset)
        waiting = found if isinstance(found, LoggedSet) else None
        if isinstance(found, str):
            gathering.skip(place, found)
    if waiting:
        gathering.add(waiting)
    return gathering.finish()
