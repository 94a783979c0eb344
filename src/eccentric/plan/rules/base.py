"""What every rule of the solver is: a name, the evidence rule behind it, and one method."""

from __future__ import annotations

from typing import ClassVar, Protocol

from eccentric.plan.desk import Desk


class Rule(Protocol):
    """``id`` names the wish or the constraint, ``rule`` is the evidence rule, ``says`` is the wish in plain words."""

    id: ClassVar[str]
    rule: ClassVar[str]
    says: ClassVar[str]

    def add(self, desk: Desk) -> None:
        """Lay the constraint or the cost on the desk."""
