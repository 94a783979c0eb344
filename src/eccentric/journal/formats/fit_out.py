"""Writing one session as a Garmin FIT activity of strength training: one ``set`` message for each set, and for the rests known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.message import Message
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.profile_type import Activity, Event, EventType, FileType, SessionTrigger, Sport, SubSport

from eccentric.journal.formats.fit_identity import exercise_title, file_identity
from eccentric.journal.formats.fit_names import FIT_EPOCH_S, fit_exercise, title_of
from eccentric.journal.journal import Journal
from eccentric.journal.merge import moment
from eccentric.journal.records import Entry, Session, SetRecord
from eccentric.terms.errors import bad_input

ACTIVE, REST = 1, 0


def _ms(when: datetime) -> int:
    return round(when.timestamp() * 1000)


def utc(wall: datetime, session: Session) -> datetime:
    """A wall clock of a session in UTC; where the zone is not known, the wall clock counts as UTC."""
    return (wall.replace(tzinfo=None) - timedelta(minutes=session.utc_offset_min or 0)).replace(tzinfo=UTC)


def start_utc(session: Session) -> datetime:
    """The session's start in UTC; noon of its day where the time is not known."""
    return utc(session.started_at or datetime.combine(session.day, time(12)), session)


def _set_message(done: SetRecord, entry: Entry, step: int, at: datetime) -> SetMessage:
    category, name = fit_exercise(entry.exercise)
    message = SetMessage()
    message.timestamp = _ms(at)
    message.start_time = _ms(at)
    message.set_type = ACTIVE
    message.category = [category]
    message.category_subtype = [name]
    message.workout_step_index = step
    if done.duration_s is not None:
        message.duration = done.duration_s
    if done.reps is not None:
        message.repetitions = min(done.reps, 65534)
    if done.external_load_kg is not None:
        message.weight = min(done.external_load_kg, 4095.0)
    return message


def _rest_message(at: datetime, length_s: float) -> SetMessage:
    message = SetMessage()
    message.timestamp = _ms(at)
    message.start_time = _ms(at)
    message.duration = length_s
    message.set_type = REST
    return message


def _sets(session: Session, start: datetime) -> Iterator[tuple[SetMessage, datetime]]:
    """Every set, and every rest that is known, with the time at which it ends.

    A time that nobody noted is not made up: such a set starts when the one before it is known to have ended, and their
    ``message_index`` tells the order.
    """
    at, index = start, 0
    for step, entry in enumerate(session.entries):
        for done in entry.sets:
            at = max(at, utc(done.started_at, session)) if done.started_at else at
            parts = [_set_message(done, entry, step, at)]
            if done.rest_s:
                parts.append(_rest_message(at + timedelta(seconds=done.duration_s or 0.0), done.rest_s))
            for message in parts:
                message.message_index = index
                at, index = at + timedelta(seconds=message.duration or 0.0), index + 1
                yield message, at


def _titles(session: Session) -> Iterator[ExerciseTitleMessage]:
    for step, entry in enumerate(session.entries):
        yield exercise_title(step, entry.exercise, title_of(entry))


def _event(at: datetime, kind: EventType) -> EventMessage:
    message = EventMessage()
    message.timestamp = _ms(at)
    message.event = Event.TIMER
    message.event_type = kind
    return message


def _totals(start: datetime, end: datetime, local_offset_min: int) -> list[Message]:
    elapsed_s = (end - start).total_seconds()
    lap, session, activity = LapMessage(), SessionMessage(), ActivityMessage()
    for message in (lap, session):
        message.message_index = 0
        message.timestamp, message.start_time = _ms(end), _ms(start)
        message.total_elapsed_time = message.total_timer_time = elapsed_s
        message.sport, message.sub_sport = Sport.TRAINING, SubSport.STRENGTH_TRAINING
        message.event, message.event_type = Event.LAP if message is lap else Event.SESSION, EventType.STOP
    session.first_lap_index, session.num_laps, session.trigger = 0, 1, SessionTrigger.ACTIVITY_END
    activity.timestamp, activity.total_timer_time, activity.num_sessions = _ms(end), elapsed_s, 1
    activity.local_timestamp = round(end.timestamp()) - FIT_EPOCH_S + local_offset_min * 60
    activity.type, activity.event, activity.event_type = Activity.MANUAL, Event.ACTIVITY, EventType.STOP
    return [lap, session, activity]


def activity(session: Session) -> bytes:
    """One session as a FIT activity; loads are rounded to a sixteenth of a kilogram, effort and tempo have no place there."""
    start = start_utc(session)
    builder = FitFileBuilder(auto_define=True, min_string_size=64)
    builder.add(file_identity(FileType.ACTIVITY, _ms(start)))
    builder.add(_event(start, EventType.START))
    end = start
    for message, end in _sets(session, start):  # noqa: B007 (the last end is used below)
        builder.add(message)
    builder.add_all(list(_titles(session)))
    end = max(end, start + timedelta(minutes=session.minutes or 0))
    builder.add(_event(end, EventType.STOP_ALL))
    builder.add_all(_totals(start, end, session.utc_offset_min or 0))
    return bytes(builder.build().to_bytes())


def last_activity(journal: Journal) -> bytes:
    """The journal's last session with sets as a FIT activity (a FIT file holds one); none raises BadInput."""
    done = [session for session in journal.sessions if any(entry.sets for entry in session.entries)]
    if not done:
        raise bad_input("journal", "a session with sets", "none")
    return activity(max(done, key=moment))
