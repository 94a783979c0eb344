"""The programme as it leaves the planner: the models behind ``plan --json``. Extended now and then, never renamed."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from eccentric.terms.body import Side

Status = Literal["optimal", "feasible", "conflict"]
WeekKind = Literal["intro", "build", "deload", "stage", "restart"]


class Out(BaseModel):
    """Base of what is printed: frozen, and no key that the schema doesn't name."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Reason(Out):
    """One sentence, and the rule that it rests on."""

    rule: str
    text: str


class WarmUpSet(Out):
    """A lighter set before the working sets."""

    reps: int
    external_load_kg: float


class Item(Out):
    """One exercise of a session; ``reps`` is a range, ``hold_s`` seconds of a held repetition, a null load is not known yet.

    ``lower_s`` is the tempo's part on the way down, whichever muscle lowers (null for holds). ``side`` is the leg that works alone;
    ``begins_with`` is the leg that starts (and sets the number for the other) where one leg works at a time and one is weaker.
    """

    exercise: str
    name: str
    sets: int
    reps: tuple[int, int]
    hold_s: tuple[float, float] | None = None
    rir: float | None
    tempo: str | None
    lower_s: float | None = None
    rest_s: int
    external_load_kg: float | None
    side: Side = Side.BOTH
    begins_with: Literal["left", "right"] | None = None
    warm_up: tuple[WarmUpSet, ...] = ()
    times_a_day: int = 1
    why: tuple[Reason, ...] = ()


class PlannedSession(Out):
    """One day's training in its order; ``minutes`` includes the warm-up."""

    date: dt.date
    minutes: int
    items: tuple[Item, ...]


class Week(Out):
    """One week; ``changes`` are the sentences that say what is different from the week before."""

    index: int
    kind: WeekKind
    sessions: tuple[PlannedSession, ...]
    changes: tuple[Reason, ...] = ()


class GateOut(Out):
    """A gate that fired: what it says, whom to see and how soon."""

    rule: str
    says: str
    see: str | None = None
    within: str | None = None


class WishOut(Out):
    """A wish, whether it is kept, and what not keeping it costs (points of the solver's objective)."""

    id: str
    kept: bool
    cost: int
    rule: str
    says: str


class Clash(Out):
    """One of the wishes that can't be kept together."""

    id: str
    rule: str
    text: str


class Offer(Out):
    """A change that would help: what to write in the profile, and what it gives."""

    change: str
    text: str


class OverrideOut(Out):
    """A general rule that a gate, a protocol's stage or a deload sets aside."""

    rule: str
    by: str
    text: str


class StageOut(Out):
    """Where a published programme stands: its stage, the criteria that end it, and which of them are met.

    ``pain_limit`` is the most pain (NPRS 0-10) that it allows, which may be less than a gate does; null where it names none.
    """

    protocol: str
    name: str
    stage: int
    of: int
    stage_name: str
    criteria: tuple[str, ...]
    met: tuple[str, ...] = ()
    source: str
    pain_limit: float | None = None


class WhatIf(Out):
    """One change, the answer with it, and what it adds, in sentences; ``cost`` is the price of all wishes (null without a programme)."""

    change: str
    verdict: str
    status: str | None
    cost: int | None
    cost_before: int | None
    says: tuple[str, ...]


class Programme(Out):
    """The whole answer: gates first, then the programme or the conflict. ``status`` and ``gap`` are null when a gate stops."""

    version: Literal[1] = Field(default=1, alias="schema")
    verdict: Literal["go", "go-with-limits", "stop"]
    gates: tuple[GateOut, ...] = ()
    status: Status | None = None
    gap: float | None = None
    wishes: tuple[WishOut, ...] = ()
    conflict: tuple[Clash, ...] = ()
    summary: str | None = None
    offers: tuple[Offer, ...] = ()
    overrides: tuple[OverrideOut, ...] = ()
    stage: StageOut | None = None
    left_out: dict[str, str] = Field(default_factory=dict)
    weeks: tuple[Week, ...] = ()
    what_if: tuple[WhatIf, ...] = ()

    def json_text(self) -> str:
        """The JSON that the command prints, with a final newline."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"
