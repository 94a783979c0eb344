"""Published programmes as data: the schema of ``protocols/*.toml``, and which stage a person is in."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from eccentric.library.exercise import Id, Range, Sentence, Strict
from eccentric.plan.profile import Profile
from eccentric.plan.surgery import weeks_since
from eccentric.terms.errors import BadInput, Problem, bad_input

FOLDER = Path(__file__).parent / "protocols"


class Criterion(Strict):
    """What must be true to leave a stage; ``id`` is the milestone that a person or clinician ticks."""

    id: Id
    says: Sentence


class ProtocolItem(Strict):
    """One exercise of a stage: ids in order of preference, then any page of a pattern; the dose as published.

    ``one_leg`` is true where only the injured leg does it, when the profile says which one that is.
    ``set_reps`` lists the repetitions of each set where they differ. ``every_days`` is 1 for daily, 2 for every second day.
    """

    exercises: list[Id] = Field(default_factory=list)
    or_pattern: str | None = None
    isometric: bool | None = None
    level: Literal["beginner", "intermediate", "advanced"] | None = None
    max_hip_flexion_deg: float | None = None
    sets: int = 1
    reps: tuple[int, int] = (1, 1)
    set_reps: list[int] | None = None
    hold_s: Range | None = None
    tempo: str | None = None
    rir: float | None = None
    rest_s: int = 60
    times_a_day: int = 1
    every_days: int | None = None
    optional: bool = False
    one_leg: bool = False
    why: Sentence
    rule: str

    @model_validator(mode="after")
    def _something_to_choose(self) -> Self:
        if not self.exercises and self.or_pattern is None:
            raise ValueError("give exercises = [ids], or_pattern, or both")
        return self


class Stage(Strict):
    """One stage: a span of weeks (a schedule) or criteria to leave it, and what is done meanwhile."""

    name: Sentence
    weeks: tuple[int, int] | None = None
    per_week: Annotated[int, Field(ge=1, le=7)] = 2
    from_week: int | None = None
    criteria: list[Criterion] = Field(default_factory=list)
    also: list[Sentence] = Field(default_factory=list)
    items: list[ProtocolItem]


class OverrideText(Strict):
    """A general rule that the protocol sets aside, and how."""

    rule: str
    text: Sentence


class Protocol(Strict):
    """A published programme; ``id`` is the file's name, ``milestone`` begins the ids "...-stage-1-done"."""

    id: Id
    name: Sentence
    summary: Sentence
    kind: Literal["schedule", "criteria"]
    milestone: Id
    rules: list[str]
    source: Sentence
    verified: Sentence
    surgery: str | None = None
    pain_limit: float | None = None
    overrides: Annotated[list[OverrideText], Field(min_length=1)]
    stages: Annotated[list[Stage], Field(min_length=1)]

    @model_validator(mode="after")
    def _stages_end(self) -> Self:
        for number, stage in enumerate(self.stages, start=1):
            if self.kind == "schedule" and stage.weeks is None:
                raise ValueError(f"stage {number} of a schedule needs weeks = [first, last]")
            if self.kind == "criteria" and not stage.criteria:
                raise ValueError(f"stage {number} needs criteria: they, not the calendar, end it")
        return self


@lru_cache(maxsize=1)
def protocols() -> dict[str, Protocol]:
    """Every published programme by id; raises BadInput with all problems of all files."""
    found: dict[str, Protocol] = {}
    problems: list[Problem] = []
    for path in sorted(FOLDER.glob("*.toml")):
        try:
            found[path.stem] = Protocol.model_validate({"id": path.stem, **tomllib.loads(path.read_text(encoding="utf-8"))})
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(path.name, "valid TOML", str(error)))
        except ValidationError as error:
            problems += [Problem(f"{path.name}: {'.'.join(map(str, each['loc']))}", each["msg"], "") for each in error.errors()]
    if problems:
        raise BadInput(problems)
    return found


def protocol_of(protocol_id: str) -> Protocol:
    """The protocol of an id; raises BadInput with the known ids."""
    if protocol_id not in protocols():
        raise bad_input("protocol", f"one of {', '.join(protocols())}", protocol_id)
    return protocols()[protocol_id]


def done(protocol: Protocol, number: int, reached: frozenset[str]) -> bool:
    """Whether a stage (from 1) is finished: its own milestone, or all of its criteria."""
    stage = protocol.stages[number - 1]
    return f"{protocol.milestone}-stage-{number}-done" in reached or all(each.id in reached for each in stage.criteria)


def stage_of(protocol: Protocol, profile: Profile, today: dt.date, *, reached: frozenset[str] = frozenset()) -> int | None:
    """The stage (from 1) that a person is in by criteria, held back by the weeks since surgery; None when all are done."""
    reached = reached | {each.id for each in profile.reached}
    current = next((number for number in range(1, len(protocol.stages) + 1) if not done(protocol, number, reached)), None)
    weeks = _since_surgery(protocol, profile, today)
    if weeks is None:
        return current
    opened = [n for n, stage in enumerate(protocol.stages, start=1) if (stage.from_week or 0) <= weeks]
    latest = opened[-1] if opened else 1
    return latest if current is None and latest < len(protocol.stages) else None if current is None else min(current, latest)


def _since_surgery(protocol: Protocol, profile: Profile, today: dt.date) -> float | None:
    dates = [surgery.on for surgery in profile.surgeries if surgery.kind == protocol.surgery and surgery.on <= today]
    return weeks_since(max(dates), today) if dates else None
