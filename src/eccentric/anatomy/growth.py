"""What grew in training studies with magnetic resonance, beside what the model predicts, agreeing or not.

The model predicts more growth where a muscle's mean tension in a hard lowering is more than a tenth greater; length is shown beside it.
Muscle activity (EMG) is not used: it does not measure growth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from eccentric.anatomy.profile import ExerciseSummary, summary
from eccentric.library.exercise import Exercise
from eccentric.library.read import read_exercise
from eccentric.terms.body import Muscle

Outcome = Literal["first", "same", "second"]
CLEAR = 0.1


@dataclass(frozen=True, slots=True)
class Finding:
    """One measured comparison: which of two exercises grew a muscle more, and the figure as the source gives it."""

    source: str
    muscle: Muscle
    first: str
    second: str
    grew_more: Outcome
    figure: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A finding with the model's prediction from the two exercises' mean tension of that muscle (parts of its greatest force)."""

    finding: Finding
    first_tension: float
    second_tension: float
    predicted: Outcome

    @property
    def agrees(self) -> bool:
        """True when the model predicts what was measured."""
        return self.predicted == self.finding.grew_more


_SEATED, _LYING, _NORDIC, _EXTENSION = "seated-leg-curl", "lying-leg-curl", "nordic-curl", "back-extension-45"
_HEADS = "each two-joint head +8 to +24 % seated, +4 to +19 % lying"
FINDINGS = (
    Finding("maeo-2021", Muscle.BFLH, _SEATED, _LYING, "first", _HEADS),
    Finding("maeo-2021", Muscle.SEMITEN, _SEATED, _LYING, "first", _HEADS),
    Finding("maeo-2021", Muscle.SEMIMEM, _SEATED, _LYING, "first", _HEADS),
    Finding("maeo-2021", Muscle.BFSH, _SEATED, _LYING, "same", "short head +10 % seated, +9 % lying"),
    Finding("maeo-2024", Muscle.BFLH, _SEATED, _NORDIC, "first", "+19 % hip-flexed eccentric curl, +5 % Nordic"),
    Finding("maeo-2024", Muscle.BFSH, _SEATED, _NORDIC, "second", "about twice as much with Nordics"),
    Finding("maeo-2024", Muscle.SART, _SEATED, _NORDIC, "second", "about twice as much with Nordics"),
    Finding("bourne-2017", Muscle.BFLH, _EXTENSION, _NORDIC, "first", "hip extension more than Nordic, d 1.03"),
)


def compare_with_growth(read: Callable[[str], Exercise] = read_exercise) -> tuple[Compared, ...]:
    """Every finding beside the model's prediction; the exercises come from the library unless ``read`` is given."""
    found: dict[str, ExerciseSummary] = {}
    out = []
    for finding in FINDINGS:
        for exercise in (finding.first, finding.second):
            if exercise not in found:
                found[exercise] = summary(read(exercise))
        first, second = (found[exercise].stimulus.get(finding.muscle, 0.0) for exercise in (finding.first, finding.second))
        out.append(Compared(finding, first, second, _predict(first, second)))
    return tuple(out)


def _predict(first: float, second: float) -> Outcome:
    if abs(first - second) <= CLEAR * max(first, second):
        return "same"
    return "first" if first > second else "second"
