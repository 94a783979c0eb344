"""The tempo that the exercise's page asks for."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.library.exercise import Exercise, Goal
from eccentric.terms.body import Phase
from eccentric.terms.dose import Tempo

_ORDER: tuple[Goal, ...] = ("hypertrophy", "strength", "prevention", "general-health", "rehab")
_GOAL_WORDS: dict[Goal, str] = {
    "hypertrophy": "muscle growth",
    "strength": "strength",
    "prevention": "preventing strains",
    "rehab": "rehab",
    "general-health": "general health",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A tempo and the goal it serves, in words."""

    tempo: Tempo
    goal: str

    def seconds(self, phase: Phase) -> float:
        """Seconds that the tempo gives a phase."""
        return {
            Phase.ECCENTRIC: self.tempo.eccentric_s,
            Phase.PAUSE_LENGTHENED: self.tempo.pause_lengthened_s,
            Phase.CONCENTRIC: self.tempo.concentric_s,
            Phase.PAUSE_SHORTENED: self.tempo.pause_shortened_s,
        }[phase]

    @property
    def words(self) -> str:
        """The tempo as a sentence; phases of no length are left out."""
        parts = (
            (self.tempo.eccentric_s, "lower"),
            (self.tempo.pause_lengthened_s, "hold stretched"),
            (self.tempo.concentric_s, "lift"),
            (self.tempo.pause_shortened_s, "hold squeezed"),
        )
        return ", ".join(f"{verb} {value_s:g} s" for value_s, verb in parts if value_s > 0)


def target_of(exercise: Exercise) -> Target | None:
    """Return the tempo of the exercise's first prescription that has one, or None."""
    for goal in _ORDER:
        prescription = exercise.prescription.get(goal)
        if prescription is not None and prescription.tempo is not None:
            return Target(Tempo.parse(prescription.tempo), _GOAL_WORDS[goal])
    return None
