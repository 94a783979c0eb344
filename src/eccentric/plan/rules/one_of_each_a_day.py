"""Each training day has knee flexion and hip extension (HYP-02)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 30


class OneOfEachADay:
    """Wish: each training day has knee flexion and hip extension."""

    id: ClassVar[str] = "one-of-each-a-day"
    rule: ClassVar[str] = "HYP-02"
    says: ClassVar[str] = "each leg day has one hinge and one knee-flexion exercise"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for d in range(len(desk.problem.days)):
            for function in sorted(desk.problem.each_week):
                have = desk.days_direct(function, [d])
                missing = desk.model.new_bool_var(f"without_{function}_{d}")
                desk.model.add(missing >= desk.train[d] - have)
                desk.cost(self.id, missing, WEIGHT)
