"""Few exercises that are new to the person or hard for the person's level (preference)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk


class Familiar:
    """Wish: few exercises that are new to the person or hard for the person's level."""

    id: ClassVar[str] = "familiar"
    rule: ClassVar[str] = "preference"
    says: ClassVar[str] = "exercises that you know come first"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for e in desk.those(lambda each: not each.familiar):
            desk.cost(self.id, desk.used_at_all(e), 4 if desk.problem.candidates[e].hard else 1)
