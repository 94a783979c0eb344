"""The one thing to fix next, chosen from everything that a set showed."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.library.exercise import Exercise, Mistake
from eccentric.motion.cues import ORDER
from eccentric.motion.report.words import fault_name
from eccentric.motion.watched import FoundFault, Repetition, WatchedSet
from eccentric.terms.faults import FaultId, Severity


@dataclass(frozen=True, slots=True)
class Fix:
    """The fault to work on, the repetition that shows it best, and what the exercise's page says about it."""

    fault: FaultId
    title: str
    mistake: Mistake | None
    reps: tuple[int, ...]
    certain: bool
    shown_in: Repetition
    shown: FoundFault


def next_fix(watched: WatchedSet, exercise: Exercise) -> Fix | None:
    """Return the fault to fix first, or None when there is none.

    The analyser's first cue decides when it speaks of a fault of this exercise; else the fault that failed most repetitions,
    then the one that warned most, then the order in which the analyser ranks cues (an engineering default).
    """
    found: dict[FaultId, list[tuple[Repetition, FoundFault]]] = {}
    for rep in watched.reps:
        for fault in rep.faults:
            if rep.complete:
                found.setdefault(fault.id, []).append((rep, fault))
    if not found:
        return None

    def weight(fault: FaultId) -> tuple[bool, int, int, int]:
        fails = sum(seen.severity is Severity.FAIL for _, seen in found[fault])
        return (not _cued(watched, exercise.mistake(fault)), -fails, -len(found[fault]), ORDER.index(fault))

    chosen = min(found, key=weight)
    return _fix(chosen, found[chosen], exercise.mistake(chosen))


def _cued(watched: WatchedSet, mistake: Mistake | None) -> bool:
    if not watched.cues or mistake is None:
        return False
    return any(text is not None and text in watched.cues[0] for text in (mistake.cue, mistake.fix))


def _fix(fault: FaultId, seen: list[tuple[Repetition, FoundFault]], mistake: Mistake | None) -> Fix:
    failed = [pair for pair in seen if pair[1].severity is Severity.FAIL]
    rep, shown = max(failed or seen, key=lambda pair: (pair[1].to_s - pair[1].from_s, -pair[0].index))
    return Fix(
        fault=fault,
        title=fault_name(fault, mistake),
        mistake=mistake,
        reps=tuple(rep.index for rep, _ in (failed or seen)),
        certain=bool(failed),
        shown_in=rep,
        shown=shown,
    )
