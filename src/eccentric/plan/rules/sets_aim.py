"""Weekly sets lie at the aim inside the band (HYP-03)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 5


class SetsAim:
    """Wish: weekly sets lie at the aim inside the band."""

    id: ClassVar[str] = "weekly-sets-aim"
    rule: ClassVar[str] = "HYP-03"
    says: ClassVar[str] = "weekly sets reach the aim inside the band"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        short = desk.shortfall(desk.problem.aim, desk.half_sets(), "sets_short")
        over = desk.model.new_int_var(0, 200, "sets_over")
        desk.model.add(over >= desk.half_sets() - desk.problem.aim)
        desk.cost(self.id, short, WEIGHT)
        desk.cost(self.id, over, WEIGHT)
