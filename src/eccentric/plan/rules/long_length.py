"""Half of the direct sets work at long muscle length, where such exercises can be had (HYP-09)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.plan.facts import Length

WEIGHT = 3


class LongLength:
    """Wish: half of the direct sets work at long muscle length, where such exercises can be had."""

    id: ClassVar[str] = "long-length"
    rule: ClassVar[str] = "HYP-09"
    says: ClassVar[str] = "half of the sets load the hamstrings long"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        long = desk.those(lambda each: each.length is Length.LONG and each.half_sets == 2)
        if not long:
            return
        have = desk.half_sets(lambda each: each.length is Length.LONG and each.half_sets == 2)
        desk.cost(self.id, desk.shortfall(desk.problem.aim // 2, have, "long_short"), WEIGHT)
