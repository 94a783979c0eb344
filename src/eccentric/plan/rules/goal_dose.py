"""Exercises whose page gives a dose for the goal (HYP-05)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 6


class GoalDose:
    """Wish: exercises whose page gives a dose for the goal."""

    id: ClassVar[str] = "goal-dose"
    rule: ClassVar[str] = "HYP-05"
    says: ClassVar[str] = "exercises have a dose for your goal"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for e in desk.those(lambda each: not each.fits_goal):
            desk.cost(self.id, desk.used_at_all(e), WEIGHT)
