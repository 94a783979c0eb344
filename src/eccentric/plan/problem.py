"""The typed problem that the solver is given: candidates, days, bounds and wishes. It knows nothing of CP-SAT."""

from __future__ import annotations

from dataclasses import dataclass, field

from eccentric.library.exercise import Exercise, Prescription
from eccentric.plan.facts import Function, Length
from eccentric.plan.verdict import Trait
from eccentric.terms.body import Muscle

WARM_UP_S = 300
SET_UP_S = 120
"""Engineering defaults: five minutes to warm up, two minutes to set an exercise up and do a lighter set first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One exercise that may be chosen: its dose for the goal and what the rules need to know of it."""

    exercise: Exercise
    dose: Prescription
    fits_goal: bool
    function: Function
    half_sets: int
    length: Length
    stimulus: dict[Muscle, int]
    traits: frozenset[Trait]
    sets: tuple[int, int]
    set_s: int
    exposure: bool = False
    familiar: bool = False
    liked: bool = False
    hard: bool = False
    light: bool = False
    lack: int = 0

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id

    @property
    def days_max(self) -> int:
        """On how many days a week its page allows it."""
        return self.dose.per_week[1] if self.dose.per_week else 3


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """A weekday (0 = Monday) with the seconds available, and what sport asks of it."""

    weekday: int
    name: str
    seconds: int
    before_match: bool = False
    sprint: bool = False


@dataclass(frozen=True, slots=True)
class Override:
    """A general rule that a stronger one sets aside, by name."""

    rule: str
    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the solver may know. ``band`` is weekly hamstring sets in half sets (HYP-03); ``aim`` lies inside it."""

    candidates: tuple[Candidate, ...]
    days: tuple[TrainingDay, ...]
    band: tuple[int, int]
    aim: int
    each_week: frozenset[Function] = frozenset({Function.KNEE, Function.HIP})
    sessions_aim: int = 2
    seated_main: bool = False
    nordic_wanted: bool = False
    weak_function: Function | None = None
    weak_side: bool = False
    quads_wanted: bool = False
    heads_wanted: bool = True
    max_half_sets_a_day: int = 20
    overrides: tuple[Override, ...] = ()
    left_out: dict[str, str] = field(default_factory=dict)

    def gap_days(self, first: int, second: int) -> int:
        """Days between two training days (their places in ``days``), the shorter way around the week."""
        apart = abs(self.days[first].weekday - self.days[second].weekday)
        return min(apart, 7 - apart) if apart else 7
