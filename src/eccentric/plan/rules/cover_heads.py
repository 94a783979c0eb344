"""Each head gets at least half the stimulus that the aimed sets could give it (HYP-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.terms.body import HAMSTRINGS

WEIGHT = 1


class CoverHeads:
    """Wish: each head gets at least half the stimulus that the aimed sets could give it."""

    id: ClassVar[str] = "cover-heads"
    rule: ClassVar[str] = "HYP-01"
    says: ClassVar[str] = "every head of the hamstrings gets its share"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        if not desk.problem.heads_wanted:
            return
        wanted = desk.problem.aim * 10 // 4
        days = range(len(desk.problem.days))
        for head in HAMSTRINGS:
            have = sum(each.stimulus[head] * desk.sets[e][d] for e, each in enumerate(desk.problem.candidates) for d in days)
            desk.cost(self.id, desk.shortfall(wanted, have, f"short_{head}"), WEIGHT)
