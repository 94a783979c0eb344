"""Weekly hamstring sets (direct 1, indirect 0.5) stay in the band (HYP-03)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class WeeklyBand:
    """Hard: weekly hamstring sets (direct 1, indirect 0.5) stay in the band."""

    id: ClassVar[str] = "weekly-sets"
    rule: ClassVar[str] = "HYP-03"
    says: ClassVar[str] = "weekly hamstring sets stay in the band"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        low, high = desk.problem.band
        desk.model.add(desk.half_sets() >= low)
        desk.model.add(desk.half_sets() <= high)
