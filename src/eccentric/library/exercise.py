"""The schema of an exercise file: one TOML file is one exercise."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from eccentric.terms.body import Muscle
from eccentric.terms.dose import Tempo
from eccentric.terms.errors import BadInput
from eccentric.terms.faults import SEEN_BY_CAMERA, FaultId

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)]
Grade = Literal["A", "B", "C"]
Goal = Literal["hypertrophy", "strength", "prevention", "rehab", "general-health"]
Driver = Literal["knee_flexion", "hip_flexion", "none"]
End = Literal["lengthened", "shortened"]
Range = tuple[float, float]
SecondaryTarget = Literal[
    "hamstrings", "glutes", "lower-back", "quadriceps", "gastrocnemius", "calves", "adductors", "core", "upper-back", "hip-flexors"
]


class Strict(BaseModel):
    """Base of every part of an exercise file: unknown keys are errors and values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Classification(Strict):
    """Where the exercise stands among others; these are the facets of search."""

    body_part: Literal["legs", "hips", "back", "whole-body"]
    equipment: list[Id]
    target: Literal["hamstrings", "glutes", "lower-back", "quadriceps", "calves", "adductors", "whole-body"]
    secondary: list[SecondaryTarget]
    category: Literal["strength", "mobility", "power", "test", "warm-up", "sprint", "isometric"]
    pattern: Literal[
        "knee-flexion",
        "hip-hinge",
        "bridge",
        "nordic",
        "isometric",
        "sprint-drill",
        "squat",
        "knee-extension",
        "calf-raise",
        "lengthening",
        "warm-up",
        "test",
    ]
    mechanics: Literal["isolation", "compound"]
    level: Literal["beginner", "intermediate", "advanced"]
    sides: Literal["both", "single", "alternating"]


class How(Strict):
    """How to set up and do the exercise, in the order a reader needs it."""

    setup: Annotated[list[Sentence], Field(min_length=1)]
    steps: Annotated[list[Sentence], Field(min_length=2)]
    tips: Annotated[list[Sentence], Field(min_length=1)]


class LoadSpec(Strict):
    """What resists the movement."""

    kind: Literal["machine", "cable", "limb", "band", "body-weight", "barbell", "dumbbell", "kettlebell", "partner", "none"]
    note: str | None = None


class Movement(Strict):
    """What moves, between which ends; drives the analyser and the muscle model (flexion positive, 0 straight)."""

    driver: Driver
    lengthened_deg: float
    shortened_deg: float
    posture: Literal["prone", "seated", "standing", "kneeling", "supine", "bent-over", "quadruped", "incline", "side-lying"]
    hip_flexion_deg: Range
    knee_flexion_deg: Range | None = None
    begins: End = "lengthened"
    view: Literal["side", "front", "none"] = "side"
    load: LoadSpec


class Mistake(Strict):
    """A common mistake: one that a detector sees (``fault``), or one to check yourself (``seen_by``)."""

    fault: FaultId | None = None
    seen_by: Literal["you"] | None = None
    name: str | None = None
    looks_like: Sentence
    why: Sentence
    fix: Sentence
    cue: str | None = None
    limits: dict[Id | Annotated[str, StringConstraints(pattern=r"^[a-z_0-9]+$")], float] = Field(default_factory=dict)
    rules: list[str] = Field(default_factory=list)

    @property
    def seen_by_camera(self) -> bool:
        """True when a detector looks for it; else the reader has to check."""
        return self.fault in SEEN_BY_CAMERA

    @model_validator(mode="after")
    def _one_observer(self) -> Self:
        if (self.fault is None) == (self.seen_by is None):
            raise ValueError("either fault = an id, or seen_by = 'you'")
        return self


class Prescription(Strict):
    """How much for one goal; ranges are inclusive. An isometric gives ``hold_s`` instead of a tempo."""

    sets: tuple[int, int]
    reps: tuple[int, int]
    hold_s: Range | None = None
    rir: tuple[int, int] | None = None
    tempo: str | None = None
    rest_s: tuple[int, int]
    per_week: tuple[int, int] | None = None
    note: str | None = None
    rules: list[str] = Field(default_factory=list)

    @field_validator("tempo")
    @classmethod
    def _readable_tempo(cls, text: str | None) -> str | None:
        if text is not None:
            try:
                Tempo.parse(text)
            except BadInput as error:
                raise ValueError(str(error)) from None
        return text

    @model_validator(mode="after")
    def _ranges_ascend(self) -> Self:
        for name in ("sets", "reps", "hold_s", "rir", "rest_s", "per_week"):
            pair = getattr(self, name)
            if pair is not None and pair[0] > pair[1]:
                raise ValueError(f"the smaller number of {name} first (not [{pair[0]}, {pair[1]}])")
        return self


class Ladder(Strict):
    """Neighbours: what is easier, what is harder, and what does the same job."""

    easier: list[Id] = Field(default_factory=list)
    harder: list[Id] = Field(default_factory=list)
    instead: list[Id] = Field(default_factory=list)


class AvoidIf(Strict):
    """A condition that rules the exercise out, and until when."""

    condition: Id
    until: Sentence
    rule: str | None = None


class Faq(Strict):
    """A question that people ask, and its answer."""

    question: Sentence
    answer: Sentence


class Claim(Strict):
    """One claim of the page with the source that carries it (a key of library/evidence)."""

    claim: Sentence
    source: Id
    grade: Grade
    verified: bool = True


class Contradiction(Strict):
    """Where sources disagree: what each says, which side this page takes and why."""

    question: Sentence
    sides: Annotated[list[Sentence], Field(min_length=2)]
    we_say: Sentence
    because: Sentence


class Exercise(Strict):
    """One exercise page; ``id`` is the file's name without its ending.

    ``also_called`` are its other names, shown on the page; ``searched_as`` is what people type for it: found but not shown.
    """

    id: Id
    name: Sentence
    also_called: list[str]
    searched_as: list[str] = Field(default_factory=list)
    summary: Sentence
    space: str | None = None
    muscles: dict[Muscle, Literal["main", "helps", "steadies"]] = Field(default_factory=dict)
    classification: Classification
    how: How
    movement: Movement
    mistakes: list[Mistake]
    prescription: dict[Goal, Prescription]
    ladder: Ladder
    avoid_if: list[AvoidIf]
    faq: list[Faq]
    contradictions: list[Contradiction] = Field(default_factory=list)
    evidence: list[Claim]

    def mistake(self, fault: FaultId) -> Mistake | None:
        """The page's entry for a fault, or None when this exercise does not look for it."""
        return next((mistake for mistake in self.mistakes if mistake.fault == fault), None)
