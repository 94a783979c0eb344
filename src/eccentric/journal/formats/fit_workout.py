"""Writing a planned session as a Garmin FIT workout: one step for each set, to do on the watch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import FileType, Intensity, Sport, SubSport, WorkoutStepDuration, WorkoutStepTarget

from eccentric.journal.formats.fit_identity import exercise_title, file_identity
from eccentric.journal.formats.fit_names import fit_exercise
from eccentric.journal.journal import Journal
from eccentric.journal.planned import done_of_plan
from eccentric.journal.records import Asked, PlannedEntry, PlannedSession
from eccentric.terms.errors import bad_input


def _notes(asked: Asked) -> str:
    parts = []
    if asked.reps is not None and asked.reps[0] != asked.reps[1]:
        parts.append(f"{asked.reps[0]}-{asked.reps[1]} repetitions")
    if asked.tempo:
        parts.append(f"tempo {asked.tempo}")
    if asked.rir is not None:
        parts.append(f"stop {asked.rir:g} short of failure")
    return ", ".join(parts)


def _work(entry: PlannedEntry) -> WorkoutStepMessage:
    step, asked = WorkoutStepMessage(), entry.asked
    step.workout_step_name = entry.name[:63]
    step.intensity = Intensity.ACTIVE
    step.target_type = WorkoutStepTarget.OPEN
    if asked.hold_s:
        step.duration_type = WorkoutStepDuration.TIME
        step.duration_time = asked.hold_s
    elif asked.reps:
        step.duration_type = WorkoutStepDuration.REPS
        step.duration_reps = asked.reps[1]
    else:
        step.duration_type = WorkoutStepDuration.OPEN
    step.exercise_category, step.exercise_name = fit_exercise(entry.exercise)
    if asked.load_kg is not None:
        step.exercise_weight = min(asked.load_kg, 655.0)
    if _notes(asked):
        step.notes = _notes(asked)[:255]
    return step


def _rest(rest_s: float) -> WorkoutStepMessage:
    step = WorkoutStepMessage()
    step.intensity = Intensity.REST
    step.duration_type = WorkoutStepDuration.TIME
    step.duration_time = rest_s
    step.target_type = WorkoutStepTarget.OPEN
    return step


def _steps(plan: PlannedSession) -> Iterator[WorkoutStepMessage]:
    """A step for each set and each rest asked for, numbered from 0."""
    steps = []
    for entry in plan.entries:
        for _ in range(entry.asked.sets):
            steps.append(_work(entry))
            if entry.asked.rest_s:
                steps.append(_rest(entry.asked.rest_s))
    for index, step in enumerate(steps):
        step.message_index = index
        yield step


def _titles(plan: PlannedSession) -> Iterator[ExerciseTitleMessage]:
    for index, entry in enumerate(plan.entries):
        yield exercise_title(index, entry.exercise, entry.name[:63])


def workout(plan: PlannedSession) -> bytes:
    """One planned session as a FIT workout; a range of repetitions is the upper number, with the range in the notes."""
    identity = file_identity(FileType.WORKOUT, round(datetime.combine(plan.day, time(12), UTC).timestamp() * 1000))
    steps = list(_steps(plan))
    head = WorkoutMessage()
    head.workout_name = (plan.title or "Eccentric")[:63]
    head.sport, head.sub_sport = Sport.TRAINING, SubSport.STRENGTH_TRAINING
    head.num_valid_steps = len(steps)
    builder = FitFileBuilder(auto_define=True, min_string_size=64)
    builder.add_all([identity, head, *steps, *_titles(plan)])
    return bytes(builder.build().to_bytes())


def next_workout(journal: Journal) -> bytes:
    """The next planned session as a FIT workout: the first that is not done since the last session; none raises BadInput."""
    done = done_of_plan(journal)
    last = max((session.day for session in journal.sessions), default=date.min)
    waiting = [plan for plan in journal.planned if plan.id not in done and plan.entries and plan.day >= last]
    if not waiting:
        raise bad_input("journal", "a planned session that is not done yet", "none")
    return workout(min(waiting, key=lambda plan: plan.day))
