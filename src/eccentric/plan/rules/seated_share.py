"""With both machines and size as the goal, at least six of ten curl sets are seated (HYP-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.plan.facts import is_curl, is_seated_curl

WEIGHT = 1


class SeatedShare:
    """Wish: with both machines and size as the goal, at least six of ten curl sets are seated."""

    id: ClassVar[str] = "seated-share"
    rule: ClassVar[str] = "HYP-01"
    says: ClassVar[str] = "six of ten curl sets are seated"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        if not desk.problem.seated_main:
            return
        seated = desk.half_sets(lambda each: is_seated_curl(each.exercise))
        curls = desk.half_sets(lambda each: is_curl(each.exercise))
        short = desk.model.new_int_var(0, 1000, "seated_short")
        desk.model.add(short >= 6 * curls - 10 * seated)
        desk.cost(self.id, short, WEIGHT)
        have = desk.times_used(lambda each: is_seated_curl(each.exercise))
        desk.cost(self.id, desk.shortfall(1, have, "no_seated"), 10)
