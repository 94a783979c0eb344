"""At most two things to say after a set, the most important first, in plain words (FORM-10: a cue needs two repetitions)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eccentric.library.exercise import Exercise
from eccentric.motion.watched import Repetition
from eccentric.terms.faults import FaultId, Severity

MOST_CUES = 2
NEEDS_REPS = 2
ORDER = (
    FaultId.HIP_BREAK,
    FaultId.ROUNDED_BACK,
    FaultId.HIPS_LIFT,
    FaultId.HYPEREXTENSION,
    FaultId.MOMENTUM,
    FaultId.RUSHED_LOWERING,
    FaultId.THIGH_DRIFT,
    FaultId.TRUNK_LEAN,
    FaultId.SQUATTING,
    FaultId.INCOMPLETE_RETURN,
    FaultId.PARTIAL_RANGE,
    FaultId.ASYMMETRY,
)
WAS = {
    FaultId.HIPS_LIFT: "the hips came up in {}",
    FaultId.PARTIAL_RANGE: "the movement turned back early in {}",
    FaultId.INCOMPLETE_RETURN: "the way back stopped short in {}",
    FaultId.RUSHED_LOWERING: "the lowering was rushed in {}",
    FaultId.MOMENTUM: "a heave started {}",
    FaultId.THIGH_DRIFT: "the thigh swung forward in {}",
    FaultId.TRUNK_LEAN: "the body leaned in {}",
    FaultId.HIP_BREAK: "the hips folded in {}",
    FaultId.SQUATTING: "the knees bent too much in {}",
    FaultId.ROUNDED_BACK: "the back rounded in {}",
    FaultId.HYPEREXTENSION: "the hips went past straight in {}",
    FaultId.ASYMMETRY: "one leg stayed behind in {}",
}
WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class _Seen:
    fault: FaultId
    failed: int
    warned: int


def cues_for(exercise: Exercise, reps: Sequence[Repetition]) -> tuple[str, ...]:
    """Sentences for the person: what happened how often, and what to do about it (from the exercise file)."""
    whole = [rep for rep in reps if rep.complete]
    seen = [_count(fault, whole) for fault in ORDER]
    repeated = [item for item in seen if item.failed + item.warned >= min(NEEDS_REPS, len(whole)) and item.failed + item.warned > 0]
    ranked = sorted(repeated, key=lambda item: (-min(item.failed, 1), -(2 * item.failed + item.warned), ORDER.index(item.fault)))
    return tuple(_sentence(exercise, item, len(whole)) for item in ranked[:MOST_CUES])


def number_word(count: int) -> str:
    """A count in words up to ten, in digits beyond."""
    return WORDS[count] if count < len(WORDS) else str(count)


def _count(fault: FaultId, reps: Sequence[Repetition]) -> _Seen:
    severities = [found.severity for rep in reps for found in rep.faults if found.id is fault]
    failed = sum(severity is Severity.FAIL for severity in severities)
    return _Seen(fault, failed, len(severities) - failed)


def _sentence(exercise: Exercise, item: _Seen, of: int) -> str:
    count = item.failed + item.warned
    share = "every repetition" if count == of else f"{number_word(count)} of {number_word(of)} repetitions"
    said = WAS[item.fault].format(share)
    mistake = exercise.mistake(item.fault)
    advice = (mistake.cue or mistake.fix) if mistake else ""
    return f"{said[0].upper()}{said[1:]}. {advice}".strip()
