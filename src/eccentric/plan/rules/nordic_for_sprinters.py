"""Who sprints, or wants fewer strains, has a Nordic of some kind each week (PREV-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.plan.verdict import Trait

WEIGHT = 25


class NordicForSprinters:
    """Wish: who sprints, or wants fewer strains, has a Nordic of some kind each week."""

    id: ClassVar[str] = "nordic-for-sprinters"
    rule: ClassVar[str] = "PREV-01"
    says: ClassVar[str] = "people who sprint do Nordics, assisted if need be"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        if desk.problem.nordic_wanted:
            have = desk.times_used(lambda each: Trait.ECCENTRIC in each.traits)
            desk.cost(self.id, desk.shortfall(1, have, "no_nordic"), WEIGHT)
