"""No more than two exercises for each session; setting up takes time (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT, ENOUGH = 2, 2


class FewExercises:
    """Wish: no more than two exercises for each session; setting up takes time."""

    id: ClassVar[str] = "few-exercises"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "two exercises a session, done well"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk; the count as one whole number, and its link to the sets, make the proof short."""
        most = max((each.half_sets * each.sets[1] for each in desk.problem.candidates), default=0)
        count = desk.model.new_int_var(0, 100, "exercises")
        desk.model.add(count == desk.times_used(lambda _: True))
        desk.model.add(most * count >= desk.half_sets())
        over = desk.model.new_int_var(0, 100, "exercises_over")
        desk.model.add(over >= count - ENOUGH * sum(desk.train))
        desk.cost(self.id, over, WEIGHT)
