"""How a FIT file of ours says what it is and which exercise a number stands for."""

from __future__ import annotations

from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.profile_type import FileType, Manufacturer

from eccentric.journal.formats.fit_names import fit_exercise


def file_identity(kind: FileType, created_ms: int) -> FileIdMessage:
    """The file's first message: its kind, ours as the maker, and when it was made (milliseconds since 1970)."""
    message = FileIdMessage()
    message.type = kind
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.serial_number = 1
    message.time_created = created_ms
    return message


def exercise_title(index: int, exercise: str | None, title: str) -> ExerciseTitleMessage:
    """The name of the exercise at ``index``, for which Garmin's enumeration may have none."""
    message = ExerciseTitleMessage()
    message.message_index = index
    message.exercise_category, message.exercise_name = fit_exercise(exercise)
    message.workout_step_name = title
    return message
