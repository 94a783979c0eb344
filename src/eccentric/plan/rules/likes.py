"""Each exercise the person likes is used (preference)."""

from __future__ import annotations

from typing import ClassVar

from eccentric.plan.desk import Desk

WEIGHT = 12


class Likes:
    """Wish: each exercise the person likes is used."""

    id: ClassVar[str] = "likes"
    rule: ClassVar[str] = "HYP-08"
    says: ClassVar[str] = "what you like is in the programme"

    def add(self, desk: Desk) -> None:
        """Lay it on the desk."""
        for e in desk.those(lambda each: each.liked):
            desk.cost(self.id, 1 - desk.used_at_all(e), WEIGHT)
