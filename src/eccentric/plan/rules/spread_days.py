"""Sessions lie as far apart as the week allows (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 2
ENOUGH_DAYS = 3


class SpreadDays:
    """Wish: sessions are three days apart where the chosen days allow it."""

    id: ClassVar[str] = "spread-days"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "sessions are three days apart"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        count = len(desk.problem.days)
        for first in range(count):
            for second in range(first + 1, count):
                if desk.problem.gap_days(first, second) < ENOUGH_DAYS:
                    close = desk.model.new_bool_var(f"close_{first}_{second}")
                    desk.model.add(close >= desk.train[first] + desk.train[second] - 1)
                    desk.cost(self.id, close, WEIGHT)
