"""The descent bars: seconds of each phase as a share of a common scale, with the target."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.motion.report.phases import moving_spans
from eccentric.motion.report.target import Target
from eccentric.motion.report.words import PHASE_WORDS, seconds
from eccentric.motion.watched import Repetition, WatchedSet
from eccentric.terms.body import Phase

CONCENTRIC_FIRST = (Phase.CONCENTRIC, Phase.PAUSE_SHORTENED, Phase.ECCENTRIC, Phase.PAUSE_LENGTHENED)
ECCENTRIC_FIRST = (Phase.ECCENTRIC, Phase.PAUSE_LENGTHENED, Phase.CONCENTRIC, Phase.PAUSE_SHORTENED)


@dataclass(frozen=True, slots=True)
class Bar:
    """One phase: measured and wanted seconds, and both as a percentage of the scale."""

    phase: Phase
    name: str
    said: str
    target: str | None
    fill: float
    well: float


def phase_seconds(rep: Repetition, phase: Phase) -> float | None:
    """Return the measured seconds of a phase."""
    return {
        Phase.ECCENTRIC: rep.eccentric_s,
        Phase.PAUSE_LENGTHENED: rep.pause_lengthened_s,
        Phase.CONCENTRIC: rep.concentric_s,
        Phase.PAUSE_SHORTENED: rep.pause_shortened_s,
    }[phase]


def order_of(rep: Repetition) -> tuple[Phase, ...]:
    """Return the phases in the order in which this repetition went through them."""
    moving = moving_spans(rep)
    return ECCENTRIC_FIRST if moving and moving[0].phase is Phase.ECCENTRIC else CONCENTRIC_FIRST


def scale_s(watched: WatchedSet, target: Target | None, phases: tuple[Phase, ...]) -> float:
    """Return the seconds that a full-height bar stands for: the longest of the set, or the target."""
    wanted = [target.seconds(phase) for phase in phases] if target is not None else []
    measured = [value for rep in watched.reps for phase in phases if (value := phase_seconds(rep, phase)) is not None]
    return max((*wanted, *measured, 0.5))


def bar(rep: Repetition, phase: Phase, target: Target | None, whole_s: float) -> Bar:
    """Return one bar of a repetition."""
    value = phase_seconds(rep, phase)
    wanted = target.seconds(phase) if target is not None else 0.0
    return Bar(
        phase=phase,
        name=PHASE_WORDS[phase],
        said=seconds(value),
        target=f"{wanted:g} s" if wanted > 0 else None,
        fill=100.0 * (value or 0.0) / whole_s,
        well=100.0 * wanted / whole_s,
    )
