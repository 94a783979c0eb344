"""The weak function has half of the sets, and a weak side one exercise on one leg (TEST-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 15


class WeakFirst:
    """Wish: the weak function has half of the sets, and a weak side one exercise on one leg."""

    id: ClassVar[str] = "weak-first"
    rule: ClassVar[str] = "TEST-01"
    says: ClassVar[str] = "the weak side or function gets its share"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        if desk.problem.weak_function is not None:
            have = desk.half_sets(lambda each: each.function is desk.problem.weak_function)
            desk.cost(self.id, desk.shortfall(desk.problem.aim // 2, have, "weak_short"), 3)
        if desk.problem.weak_side:
            single = desk.times_used(lambda each: each.half_sets == 2 and each.exercise.classification.sides == "single")
            desk.cost(self.id, desk.shortfall(1, single, "no_single"), WEIGHT)
