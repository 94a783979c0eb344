"""Which phase a repetition is in at a time, from the moments at which its two movements begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.motion.watched import Repetition
from eccentric.terms.body import Phase


@dataclass(frozen=True, slots=True)
class Span:
    """A phase and the time it lasts (seconds of the video, half-open)."""

    phase: Phase
    from_s: float
    to_s: float


_AFTER = {Phase.ECCENTRIC: Phase.PAUSE_LENGTHENED, Phase.CONCENTRIC: Phase.PAUSE_SHORTENED}
_BEFORE = {Phase.ECCENTRIC: Phase.PAUSE_SHORTENED, Phase.CONCENTRIC: Phase.PAUSE_LENGTHENED}


def moving_spans(rep: Repetition) -> tuple[Span, ...]:
    """Return the eccentric and the concentric span of a repetition in order of time; what was not measured is left out."""
    spans = []
    if rep.eccentric_from_s is not None and rep.eccentric_to_s is not None:
        spans.append(Span(Phase.ECCENTRIC, rep.eccentric_from_s, rep.eccentric_to_s))
    if rep.concentric_from_s is not None and rep.concentric_to_s is not None:
        spans.append(Span(Phase.CONCENTRIC, rep.concentric_from_s, rep.concentric_to_s))
    return tuple(sorted(spans, key=lambda span: span.from_s))


def spans(rep: Repetition) -> tuple[Span, ...]:
    """Return all phases of a repetition in order of time, pauses filled in between its start and end."""
    moving = moving_spans(rep)
    if not moving:
        return ()
    found: list[Span] = []
    clock_s = rep.start_s
    pause = _BEFORE[moving[0].phase]
    for span in moving:
        if span.from_s > clock_s:
            found.append(Span(pause, clock_s, span.from_s))
        found.append(span)
        clock_s, pause = span.to_s, _AFTER[span.phase]
    if rep.end_s > clock_s:
        found.append(Span(pause, clock_s, rep.end_s))
    return tuple(found)


def span_at(rep: Repetition, time_s: float) -> Span | None:
    """Return the phase that holds at a time, or None outside the repetition."""
    return next((span for span in spans(rep) if span.from_s <= time_s < span.to_s), None)


def rep_at(reps: tuple[Repetition, ...], time_s: float) -> Repetition | None:
    """Return the repetition that is under way at a time."""
    return next((rep for rep in reps if rep.start_s <= time_s < rep.end_s), None)
