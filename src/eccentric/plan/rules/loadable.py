"""Exercises whose load can rise, where size or strength is the goal (LOAD-04)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 2


class Loadable:
    """Wish: few sets of exercises that can't be made heavier for someone past the first months."""

    id: ClassVar[str] = "loadable"
    rule: ClassVar[str] = "LOAD-04"
    says: ClassVar[str] = "exercises whose load can rise"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        days = range(len(desk.problem.days))
        light = desk.those(lambda each: each.light)
        if light:
            desk.cost(self.id, sum(desk.sets[e][d] for e in light for d in days), WEIGHT)
