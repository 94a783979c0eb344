"""The records of training: a session has entries, an entry has sets; nothing ever changes in place."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from eccentric.journal.ids import new_id
from eccentric.terms.body import Muscle, Side
from eccentric.terms.dose import Tempo
from eccentric.terms.errors import BadInput
from eccentric.terms.faults import FaultId, Severity

Finite = Annotated[float, Field(allow_inf_nan=False)]
AtLeastZero = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Scale10 = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
TempoText = str


class Record(BaseModel):
    """Base of every record: typed strictly, closed to unknown keys and never changed; None = not known."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SetKind(StrEnum):
    """What a set was for; only ``normal`` and ``failure`` (and ``drop``) are work."""

    NORMAL = "normal"
    WARM_UP = "warm-up"
    DROP = "drop"
    FAILURE = "failure"


class Contraction(StrEnum):
    """Which part of the movement was trained; e1RM is never taken from ``eccentric``."""

    FULL = "full"
    ECCENTRIC = "eccentric"
    CONCENTRIC = "concentric"
    ISOMETRIC = "isometric"


class LoadUnit(StrEnum):
    """The unit in which the person typed the load; the record itself is in kilograms."""

    KG = "kg"
    LB = "lb"


def check_tempo(text: str | None) -> str | None:
    """Give the tempo back when it reads as one, else raise ValueError (for pydantic)."""
    if text is not None:
        try:
            Tempo.parse(text)
        except BadInput as error:
            raise ValueError(str(error)) from None
    return text


class PainKind(StrEnum):
    """How a pain came: sudden in one spot (a strain's way), or diffuse (soreness's way)."""

    ONE_SPOT_SUDDEN = "one-spot-sudden"
    DIFFUSE = "diffuse"


class Pain(Record):
    """Pain from 0 to 10 (NPRS): worst during the set or session, after it, and the next morning."""

    during: Scale10 | None = None
    after: Scale10 | None = None
    next_morning: Scale10 | None = None
    where: str | None = None
    kind: PainKind | None = None


class FaultSeen(Record):
    """A fault and the number of repetitions of the set that showed it; ``worst`` is its largest measured value."""

    id: FaultId
    severity: Severity
    reps: Count
    worst: Finite | None = None
    unit: str | None = None


class WatchedSummary(Record):
    """What watching the set on video added: range, time under the lowering, faults and the muscles' share of work."""

    reps: Count
    good_reps: Count
    tempo: TempoText | None = None
    range_mean_deg: AtLeastZero | None = None
    driver_min_deg: Finite | None = None
    driver_max_deg: Finite | None = None
    eccentric_total_s: AtLeastZero | None = None
    break_point_deg: Finite | None = None
    view_usable: bool = True
    faults: tuple[FaultSeen, ...] = ()
    muscles: dict[Muscle, Share] = Field(default_factory=dict)

    _tempo = field_validator("tempo")(check_tempo)


class SetRecord(Record):
    """One set. Loads: ``external_load_kg`` on machine, bar or body; ``assist_kg`` is taken off the body's weight."""

    id: UUID = Field(default_factory=new_id)
    kind: SetKind = SetKind.NORMAL
    side: Side | None = None
    contraction: Contraction = Contraction.FULL
    reps: Count | None = None
    external_load_kg: AtLeastZero | None = None
    assist_kg: AtLeastZero | None = None
    entered_unit: LoadUnit = LoadUnit.KG
    rir: Scale10 | None = None
    duration_s: AtLeastZero | None = None
    distance_m: AtLeastZero | None = None
    rest_s: AtLeastZero | None = None
    tempo_asked: TempoText | None = None
    tempo_seen: TempoText | None = None
    watched: WatchedSummary | None = None
    pain: Pain | None = None
    started_at: datetime | None = None
    notes: str = ""

    _tempo = field_validator("tempo_asked", "tempo_seen")(check_tempo)

    @property
    def hard(self) -> bool:
        """True for work sets: not a warm-up, and with repetitions or a hold."""
        return self.kind is not SetKind.WARM_UP and bool(self.reps or self.duration_s)


class Asked(Record):
    """What was prescribed for one exercise; ranges are inclusive."""

    sets: Count
    reps: tuple[Count, Count] | None = None
    hold_s: AtLeastZero | None = None
    rir: Scale10 | None = None
    load_kg: AtLeastZero | None = None
    tempo: TempoText | None = None
    rest_s: AtLeastZero | None = None

    _tempo = field_validator("tempo")(check_tempo)

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        if self.reps is not None and self.reps[0] > self.reps[1]:
            raise ValueError("write the smaller number of repetitions first")
        return self


class Entry(Record):
    """One exercise in a session: ``exercise`` is our id or None; ``name`` is the name as the person or app wrote it."""

    id: UUID = Field(default_factory=new_id)
    exercise: str | None = None
    name: str
    confidence: Share | None = None
    superset: str | None = None
    asked: Asked | None = None
    notes: str = ""
    sets: tuple[SetRecord, ...] = ()


class Provenance(Record):
    """Where a session came from, when it was not made here."""

    format: str
    dialect: str | None = None
    key: str | None = None


class Session(Record):
    """One training session; ``started_at`` is the wall clock where it happened, ``session_rpe`` is CR10 (0 to 10)."""

    id: UUID = Field(default_factory=new_id)
    day: date
    started_at: datetime | None = None
    utc_offset_min: Annotated[int, Field(ge=-900, le=900)] | None = None
    minutes: AtLeastZero | None = None
    title: str = ""
    notes: str = ""
    session_rpe: Scale10 | None = None
    pain: Pain | None = None
    poor_sleep: bool | None = None
    sore_days: Annotated[int, Field(ge=0, le=60)] | None = None
    planned: UUID | None = None
    source: Provenance | None = None
    entries: tuple[Entry, ...] = ()

    @field_validator("started_at")
    @classmethod
    def _wall_clock(cls, moment: datetime | None) -> datetime | None:
        if moment is not None and moment.tzinfo is not None:
            raise ValueError("write the wall clock without a zone, and the zone in utc_offset_min")
        return moment


class PlannedEntry(Record):
    """One exercise of a planned session."""

    exercise: str
    name: str
    side: Side | None = None
    asked: Asked


class PlannedSession(Record):
    """A session that was asked for on a day; a done session points to it by ``planned``."""

    id: UUID = Field(default_factory=new_id)
    day: date
    title: str = ""
    minutes: AtLeastZero | None = None
    entries: tuple[PlannedEntry, ...] = ()


class BodyMass(Record):
    """The body's mass on a day."""

    id: UUID = Field(default_factory=new_id)
    day: date
    mass_kg: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]


class Milestone(Record):
    """A criterion of a rehabilitation stage that was met; ``criterion`` is its id in the protocol."""

    id: UUID = Field(default_factory=new_id)
    criterion: str
    day: date
