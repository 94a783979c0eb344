"""What decides about one exercise, and the steps that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from eccentric.library.exercise import Exercise
from eccentric.plan.history import DoneSession, DoneSet
from eccentric.plan.loading import Rack
from eccentric.plan.pain import Light, PainLimits
from eccentric.plan.pain_cut import Cut
from eccentric.plan.programme import Item, Reason


class Move(StrEnum):
    """What happens to an exercise."""

    UP = "up"
    HOLD = "hold"
    DOWN = "down"
    EASIER = "easier"
    HARDER = "harder"
    START = "start"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Step:
    """The next dose of one exercise, what moved, and why in one sentence."""

    item: Item
    move: Move
    reason: Reason


@dataclass(frozen=True, slots=True)
class Case:
    """What decides: the planned item, its page, the loads that exist, the person's pain limits, and its sessions, newest first.

    ``cut`` is the newest painful session of the last weeks, None when there was none; ``lately`` is the light of the whole
    newest session, whatever was done in it (None when nobody asked).
    """

    item: Item
    page: Exercise
    rack: Rack
    limits: PainLimits
    sessions: Sequence[DoneSession]
    cut: Cut | None = None
    lately: Light | None = None
    held_kg: float | None = None

    @property
    def last(self) -> tuple[DoneSet, ...]:
        """The working sets of the newest session."""
        return self.sessions[0].of(self.item.exercise)

    @property
    def load_kg(self) -> float | None:
        """The heaviest load of the newest session."""
        loads = [done.external_load_kg for done in self.last if done.external_load_kg is not None]
        return max(loads) if loads else None


def hold(case: Case, rule: str, text: str, *, fewer_sets: bool = False) -> Step:
    """The same load, and one set less where asked."""
    item = with_load(case, case.load_kg)
    if fewer_sets:
        item = item.model_copy(update={"sets": max(1, item.sets - 1)})
    return Step(item, Move.HOLD, Reason(rule=rule, text=text))


def with_load(case: Case, load_kg: float | None) -> Item:
    """The planned item with another load; a load that is not known changes nothing."""
    return case.item if load_kg is None else case.item.model_copy(update={"external_load_kg": load_kg})


def lighter(rack: Rack, load_kg: float, share: float) -> float | None:
    """The heaviest load that exists under a share of one, or None when there is no lighter one."""
    new = rack.at_most(load_kg * share)
    return new if 0 < new < load_kg else None
