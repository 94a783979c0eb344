"""At least three sets a week for the quadriceps (REH-07)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.plan.facts import Function

WANTED, WEIGHT = 3, 5


class QuadsBalance:
    """Wish: at least three sets a week for the quadriceps."""

    id: ClassVar[str] = "quads-balance"
    rule: ClassVar[str] = "REH-07"
    says: ClassVar[str] = "the front of the thigh gets some work too"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        if not desk.problem.quads_wanted:
            return
        days = range(len(desk.problem.days))
        have = sum(desk.sets[e][d] for e in desk.those(lambda each: each.function is Function.QUADS) for d in days)
        desk.cost(self.id, desk.shortfall(WANTED, have, "quads_short"), WEIGHT)
