"""Exercises that load the hamstrings most for each set (HYP-01)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 1


class WorthTheSet:
    """Wish: exercises whose best two heads get a full stimulus from each set."""

    id: ClassVar[str] = "worth-the-set"
    rule: ClassVar[str] = "HYP-01"
    says: ClassVar[str] = "exercises that load the hamstrings most for each set"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        weak = desk.those(lambda each: each.lack > 0)
        days = range(len(desk.problem.days))
        if weak:
            desk.cost(self.id, sum(desk.problem.candidates[e].lack * desk.used[e][d] for e in weak for d in days), WEIGHT)
