"""At most ten hamstring sets in one session (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class SessionCap:
    """Hard: at most ten hamstring sets in one session."""

    id: ClassVar[str] = "session-cap"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "at most 10 hamstring sets a session"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for d in range(len(desk.problem.days)):
            desk.model.add(desk.half_sets(days=[d]) <= desk.problem.max_half_sets_a_day)
