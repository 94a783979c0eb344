"""Two hard sessions are at least 48 hours apart, around the week too (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

GAP_H = 48


class GapBetweenSessions:
    """Hard: two hard sessions are at least 48 hours apart, around the week too."""

    id: ClassVar[str] = "gap-48-h"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "hard sessions are 48 hours apart"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        days = range(len(desk.problem.days))
        for first in days:
            for second in range(first + 1, len(desk.problem.days)):
                if desk.problem.gap_days(first, second) * 24 < GAP_H:
                    desk.model.add(desk.train[first] + desk.train[second] <= 1)
