"""Days with eccentric work that is new to the person are at least 72 hours apart (LOAD-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

GAP_H = 72


class FirstExposures:
    """Hard: days with eccentric work that is new to the person are at least 72 hours apart."""

    id: ClassVar[str] = "first-exposures"
    rule: ClassVar[str] = "LOAD-08"
    says: ClassVar[str] = "first eccentric exposures are 72 hours apart"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        new = desk.those(lambda each: each.exposure)
        if not new:
            return
        flags = []
        for d in range(len(desk.problem.days)):
            flag = desk.model.new_bool_var(f"exposure_{d}")
            desk.model.add_max_equality(flag, [desk.used[e][d] for e in new])
            flags.append(flag)
        for first in range(len(flags)):
            for second in range(first + 1, len(flags)):
                if desk.problem.gap_days(first, second) * 24 < GAP_H:
                    desk.model.add(flags[first] + flags[second] <= 1)
