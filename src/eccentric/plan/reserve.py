"""How far from failure today's sets stop, and why that is further than the plan says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eccentric.plan.history import DoneSession, History
from eccentric.plan.pain import Light, PainLimits
from eccentric.plan.pain_step import SORE
from eccentric.plan.programme import Item

CALM_SESSIONS, CALM_RIR = 24, 2.5
"""After amber or red, nobody goes closer to failure than this for so many sessions (engineering default)."""
LEAST_RIR = 2.0
"""HYP-04's default: the loop never asks to go closer to failure, even in a wave's last weeks."""
JUMP = 1.2
"""LOAD-07: work that rises by more than a fifth is a jump; then as much stays in reserve as after pain."""
SHORT = 3
"""In a sore spell the reserve comes first: a set may end so many repetitions short of its range (engineering default)."""


@dataclass(frozen=True, slots=True)
class Spare:
    """What today's reserve depends on: the least that a gate asks for, a sore spell, a jump in sets.

    ``lately`` is the last session's light, None when nobody asked.
    """

    least: float
    sore: bool
    jumps: bool
    lately: Light | None
    staged: bool = False
    """Whether the dose is a published one, which keeps its repetitions."""

    def rir(self, planned: float) -> float:
        """Today's reserve: the plan's, but no less than a gate asks for, nor than a sore spell or a jump in work leaves room for."""
        return max(self.least, planned, CALM_RIR if self.sore or self.jumps else LEAST_RIR)

    def eased(self, item: Item) -> Item:
        """The item, in a sore spell with room to stop at its reserve on a bad day, short of its range."""
        if not self.sore or self.staged or item.rir is None or item.hold_s is not None:
            return item
        return item.model_copy(update={"reps": (max(1, item.reps[0] - SHORT), item.reps[1])})

    def says(self, rungs: Sequence[Item], rule: str, *, away: bool) -> list[tuple[str, str]]:
        """Why more than the plan's reserve is asked for today: rule and sentence; nothing where all is held."""
        found: list[tuple[str, str]] = []
        if all(item.rir is None for item in rungs):
            return found
        if self.sore:
            short = "" if self.staged else " On a bad day that may be short of the range."
            found.append((rule, f"It hurt not long ago: end every set with at least two or three repetitions left.{short}"))
        if self.jumps and not (self.sore or away):  # said already: after pain, or by the sentence of a break, which cuts the sets
            found.append(("LOAD-07", "More sets than in your last session: stop with two or three left today, at least."))
        if not found and any(item.rir is not None and item.rir < LEAST_RIR for item in rungs):
            text = f"Stop with {LEAST_RIR:g} left even where the plan says fewer: going nearer to failure adds little."
            found.append(("HYP-04", text))
        return found


def words(rir: float) -> str:
    """A reserve in whole repetitions: ``2``, or ``2-3`` for one between."""
    low = int(rir)
    return f"{low}" if rir == low else f"{low}-{low + 1}"


def spare(history: History, limits: PainLimits, *, sets: int, least: float, staged: bool) -> Spare:
    """What the record says of today's reserve, for a session of so many working sets."""
    lights = [_light(session, limits) for session in history.sessions[-CALM_SESSIONS:]]
    last = history.sessions[-1:]
    jumps = bool(last) and sets > JUMP * sum(not done.warm_up for done in last[0].sets)
    return Spare(least, any(light in SORE for light in lights), jumps, lights[-1] if lights else None, staged)


def _light(session: DoneSession, limits: PainLimits) -> Light | None:
    """The worst light of a session, over its own answers and those of its sets."""
    lights = {limits.light(session.pain), *(limits.light(done.pain) for done in session.sets)}
    return next((light for light in (Light.RED, Light.AMBER, Light.GREEN) if light in lights), None)
