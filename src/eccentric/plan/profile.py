"""Who the programme is for: the schema of a profile file (TOML or JSON), strict."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from eccentric.library.exercise import Id
from eccentric.plan.past import OperationDay, PastDay
from eccentric.plan.questions import BY_ID, QUESTIONS
from eccentric.terms.body import Sex, Side

GoalName = Literal["size", "strength", "fewer-strains", "return", "less-pain", "general"]
Experience = Literal["novice", "intermediate", "advanced"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Site = Literal["hamstring", "sit-bone", "knee", "low-back", "calf", "hip", "groin", "front-thigh", "ankle", "other"]
Mechanism = Literal["sprint", "stretch", "kick", "lift", "fall", "overuse", "gradual", "surgery", "other"]
SurgeryKind = Literal[
    "acl-hamstring-graft", "acl-other-graft", "proximal-hamstring-repair", "meniscus-repair", "knee-replacement", "hip-replacement", "other"
]
ConditionName = Literal[
    "hamstring-strain",
    "proximal-hamstring-tendinopathy",
    "knee-osteoarthritis",
    "low-back-pain",
    "sciatica",
    "osteoporosis",
    "pregnancy",
]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Nprs = Annotated[float, Field(ge=0, le=10)]
Kg = Annotated[float, Field(ge=0, le=500)]


class Part(BaseModel):
    """Base of every part of a profile: unknown keys are errors, nothing is coerced and values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Day(Part):
    """A weekday on which the person can train, and for how many minutes."""

    weekday: Weekday
    minutes: Annotated[int, Field(ge=5, le=240)]


class KnownLoad(Part):
    """A set that the person has done: the planner takes its loads from here."""

    exercise: Id
    external_load_kg: Kg
    reps: Annotated[int, Field(ge=1, le=100)]
    rir: Annotated[float, Field(ge=0, le=10)] | None = None
    side: Side = Side.BOTH
    on: PastDay | None = None


class Complaint(Part):
    """A pain or an injury that is present now; ``nprs`` is pain on the 0-10 scale."""

    site: Site
    side: Side = Side.BOTH
    nprs: Nprs
    since: PastDay | None = None
    mechanism: Mechanism | None = None
    at_rest_nprs: Nprs | None = None
    recurrence: bool = False
    intratendinous: bool = False
    anxious: bool = False
    supervised: bool = False


class Surgery(Part):
    """An operation and its date."""

    kind: SurgeryKind
    side: Side = Side.BOTH
    on: OperationDay


class Condition(Part):
    """A diagnosis that a clinician gave."""

    name: ConditionName
    side: Side = Side.BOTH
    since: PastDay | None = None


class Clearance(Part):
    """A clinician's clearance, for a condition, a surgery or a safety question (by its id); ``maximal`` clears maximal eccentrics too."""

    covers: Id
    by: Annotated[str, Field(min_length=2)]
    on: PastDay
    maximal: bool = False


class Test(Part):
    """A test and its result (seconds, repetitions, kilograms, newtons or degrees, as the test's own page says)."""

    kind: Id
    value: Annotated[float, Field(ge=0)]
    side: Side = Side.BOTH
    on: PastDay | None = None


class Sport(Part):
    """An entry of the sport calendar: what happens on a weekday."""

    weekday: Weekday
    kind: Literal["match", "sprint", "training", "run"]


class Steps(Part):
    """The loads that exist for a piece of equipment: a step and its range, a list of weights, or a bar and its plates.

    ``plates_kg`` lists each pair once for every pair there is, by the weight of one plate; ``lowest_kg`` is then the empty bar.
    """

    equipment: Id
    step_kg: Annotated[float, Field(gt=0, le=50)] | None = None
    lowest_kg: Kg = 0.0
    highest_kg: Kg | None = None
    weights_kg: Annotated[list[Kg], Field(min_length=1)] | None = None

    plates_kg: Annotated[list[Annotated[float, Field(gt=0, le=50)]], Field(min_length=1, max_length=20)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(each is not None for each in (self.step_kg, self.weights_kg, self.plates_kg)) != 1:
            raise ValueError("give one of step_kg, weights_kg and plates_kg")
        return self


class Reached(Part):
    """A criterion of a rehabilitation stage that is met."""

    id: Id
    on: PastDay


class Profile(Part):
    """Everything the planner knows about a person; dates decide ages and weeks since surgery, never a clock."""

    goal: GoalName
    experience: Experience
    born: PastDay | None = None
    sex: Sex | None = None
    mass_kg: Annotated[float, Field(ge=25, le=300)] | None = None
    height_m: Annotated[float, Field(ge=1.0, le=2.5)] | None = None
    equipment: list[Id] = Field(default_factory=list)
    refuses: list[Id] = Field(default_factory=list)
    likes: list[Id] = Field(default_factory=list)
    familiar: list[Id] = Field(default_factory=list)
    days: Annotated[list[Day], Field(min_length=1, max_length=7)]
    weekly_sets: tuple[Annotated[int, Field(ge=1, le=30)], Annotated[int, Field(ge=1, le=30)]] | None = None
    weak_side: Literal["left", "right"] | None = None
    weak_function: Literal["knee-flexion", "hip-extension"] | None = None
    protocol: Id | None = None
    protocol_use: Literal["as-it-is", "skeleton"] = "skeleton"
    sport: list[Sport] = Field(default_factory=list)
    loads: list[KnownLoad] = Field(default_factory=list)
    steps: list[Steps] = Field(default_factory=list)
    tests: list[Test] = Field(default_factory=list)
    complaints: list[Complaint] = Field(default_factory=list)
    conditions: list[Condition] = Field(default_factory=list)
    surgeries: list[Surgery] = Field(default_factory=list)
    clearances: list[Clearance] = Field(default_factory=list)
    reached: list[Reached] = Field(default_factory=list)
    safety: dict[str, bool | Literal["unknown"]] = Field(default_factory=dict)

    @field_validator("days")
    @classmethod
    def _each_day_once(cls, days: list[Day]) -> list[Day]:
        names = [day.weekday for day in days]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"each weekday once; {', '.join(twice)} comes twice")
        return sorted(days, key=lambda day: WEEKDAYS.index(day.weekday))

    @field_validator("safety")
    @classmethod
    def _known_questions(cls, safety: dict[str, bool | Literal["unknown"]]) -> dict[str, bool | Literal["unknown"]]:
        strange = sorted(set(safety) - set(BY_ID))
        if strange:
            raise ValueError(f"no such safety question: {', '.join(strange)}; the questions are in docs/reference/profile.md")
        return safety

    @field_validator("weekly_sets")
    @classmethod
    def _ascending(cls, band: tuple[int, int] | None) -> tuple[int, int] | None:
        if band is not None and band[0] > band[1]:
            raise ValueError(f"write the smaller number first, found {list(band)}")
        return band

    def age(self, today: dt.date) -> int | None:
        """Whole years on a date, or None when the date of birth is not known."""
        if self.born is None:
            return None
        return today.year - self.born.year - ((today.month, today.day) < (self.born.month, self.born.day))

    def unanswered(self) -> tuple[str, ...]:
        """The safety questions that were not asked, in the order they are asked."""
        return tuple(question.id for question in QUESTIONS if question.id not in self.safety)
