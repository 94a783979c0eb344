"""Two sessions a week (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 15


class Frequency:
    """Wish: two sessions a week."""

    id: ClassVar[str] = "frequency"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "two sessions a week"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        count = sum(desk.train)
        away = desk.model.new_int_var(0, 7, "sessions_away")
        desk.model.add(away >= count - desk.problem.sessions_aim)
        desk.model.add(away >= desk.problem.sessions_aim - count)
        desk.cost(self.id, away, WEIGHT)
