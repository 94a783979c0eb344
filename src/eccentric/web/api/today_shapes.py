"""What the operations of today's session take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from eccentric.journal.records import SetRecord
from eccentric.web.api.errors import Out

Scale = Annotated[float, Field(ge=0, le=10)]


class NextSetOut(Out):
    """The set to do next, filled in with what was done last or is asked; log it under an id of your own."""

    number: int
    side: str | None
    reps: int
    external_load_kg: float | None
    hold_s: float | None


class WarmUpOut(Out):
    """A warm-up set; log it under its ``id``, so that one that is sent twice is one."""

    id: UUID
    external_load_kg: float
    reps: int
    done: bool


class SwapOut(Out):
    """An exercise that could stand in, and why."""

    entry: UUID
    exercise: str
    name: str
    says: str


class ExerciseOut(Out):
    """An exercise of the session: ``entry`` names it in what you send, ``asked`` is what is prescribed."""

    entry: UUID
    exercise: str | None
    name: str
    asked: dict[str, Any]
    sets_asked: int
    sets_done: int
    finished: bool
    skipped: str
    instead_of: str
    warm_up: list[WarmUpOut]
    next: NextSetOut
    sets: list[SetRecord]
    swaps: list[SwapOut]


class TodayOut(Out):
    """The session to do: begun, or next. ``stop`` is the answer to pain that ends it for today, null = go on."""

    session: UUID
    day: date
    planned: UUID | None
    begun: bool
    stop: dict[str, Any] | None
    exercises: list[ExerciseOut]


class LogIn(Out):
    """A set of an exercise of today; the set brings its own id."""

    entry: UUID
    set: SetRecord


class SwapIn(Out):
    """An exercise of today and the ``entry`` of the one that stands in for it."""

    entry: UUID
    to: UUID


class SkipIn(Out):
    """An exercise of today and why it is left out; null = do it after all."""

    entry: UUID
    why: Literal["pain", "time", "taken", "tired", "other"] | None


class ReadyIn(Out):
    """How the legs are before the session: nothing hurts, or how much (0 to 10) and what it is like."""

    feel: Literal["fine", "hurts"]
    nprs: Scale = 0.0
    kind: Literal["diffuse", "pain", "one-spot-sudden"] = "pain"


class FinishIn(Out):
    """The whole session: how hard (CR10), minutes, pain now (0 to 10), a note; null = not said."""

    session_rpe: Scale | None = None
    minutes: Annotated[float, Field(ge=0, le=600)] | None = None
    pain_after: Scale | None = None
    notes: Annotated[str, Field(max_length=2000)] = ""


class FinishedOut(Out):
    """The session that is over; GET /next-session says what comes next, and why."""

    session: UUID
    finished_at: datetime
