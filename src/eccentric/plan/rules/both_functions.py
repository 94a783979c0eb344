"""Each week has at least one direct knee-flexion and one direct hip-extension exercise (HYP-02)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class BothFunctions:
    """Hard: each week has at least one direct knee-flexion and one direct hip-extension exercise."""

    id: ClassVar[str] = "both-functions"
    rule: ClassVar[str] = "HYP-02"
    says: ClassVar[str] = "each week has knee flexion and hip extension"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for function in sorted(desk.problem.each_week):
            desk.model.add(desk.days_direct(function) >= 1)
