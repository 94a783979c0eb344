"""Few exercises that are new to the person or hard for the person's level (HYP-08: what carries the sets is preference)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

NEW, HARD = 1, 4


class Familiar:
    """Wish: few exercises that are new to someone who knows others, or hard for the person's level."""

    id: ClassVar[str] = "familiar"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "exercises that you know, at your level"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        knows_some = bool(desk.those(lambda each: each.familiar))
        for e in desk.those(lambda each: each.hard or (knows_some and not each.familiar)):
            desk.cost(self.id, desk.used_at_all(e), HARD if desk.problem.candidates[e].hard else NEW)
