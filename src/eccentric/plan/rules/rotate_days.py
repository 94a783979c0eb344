"""An exercise comes once a week, so that days differ (HYP-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 4


class RotateDays:
    """Wish: an exercise comes once a week, so that days differ."""

    id: ClassVar[str] = "rotate-days"
    rule: ClassVar[str] = "HYP-01"
    says: ClassVar[str] = "days differ: another hinge and another curl"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for e in range(len(desk.problem.candidates)):
            again = desk.model.new_int_var(0, 7, f"again_{e}")
            desk.model.add(again >= sum(desk.used[e]) - 1)
            desk.cost(self.id, again, WEIGHT)
