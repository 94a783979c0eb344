"""A hard rule that a programme breaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """The rule, where it is broken, and how."""

    rule: str
    where: str
    says: str

    def __str__(self) -> str:
        return f"{self.rule} at {self.where}: {self.says}"
