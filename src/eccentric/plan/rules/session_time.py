"""Warm-up, setting up, sets and rests fit into the minutes of the day (HYP-08)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk
from eccentric.plan.problem import SET_UP_S, WARM_UP_S


class SessionTime:
    """Hard: warm-up, setting up, sets and rests fit into the minutes of the day."""

    id: ClassVar[str] = "session-time"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "each session fits the minutes of its day"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        problem = desk.problem
        for d, day in enumerate(problem.days):
            work = sum(SET_UP_S * desk.used[e][d] + each.set_s * desk.sets[e][d] for e, each in enumerate(problem.candidates))
            desk.model.add(work + WARM_UP_S * desk.train[d] <= day.seconds)
