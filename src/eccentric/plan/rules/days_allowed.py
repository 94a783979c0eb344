"""An exercise comes on at most as many days a week as its page allows (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class DaysAllowed:
    """Hard: an exercise comes on at most as many days a week as its page allows."""

    id: ClassVar[str] = "days-allowed"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "an exercise comes at most as often as its page allows"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for e, each in enumerate(desk.problem.candidates):
            desk.model.add(sum(desk.used[e]) <= each.days_max)
