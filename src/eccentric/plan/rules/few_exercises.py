"""No more exercises than the sets need; setting up takes time (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 2


class FewExercises:
    """Wish: no more exercises than the sets need; setting up takes time."""

    id: ClassVar[str] = "few-exercises"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "few exercises, done well"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for d in range(len(desk.problem.days)):
            desk.cost(self.id, sum(desk.used[e][d] for e in range(len(desk.used))), WEIGHT)
