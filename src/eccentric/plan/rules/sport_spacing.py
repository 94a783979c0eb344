"""No hard session on the day before a match or in front of sprinting (PREV-04)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class SportSpacing:
    """Wish: no hard session on the day before a match or in front of sprinting."""

    id: ClassVar[str] = "sport-spacing"
    rule: ClassVar[str] = "PREV-04"
    says: ClassVar[str] = "no hard session before a match or in front of sprinting"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for d, day in enumerate(desk.problem.days):
            if day.before_match:
                desk.cost(self.id, desk.train[d], 20)
            if day.sprint:
                desk.cost(self.id, desk.train[d], 10)
