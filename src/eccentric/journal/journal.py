"""The journal: all sessions, plans, tests, body masses and milestones of one person."""

from __future__ import annotations

from pydantic import Field

from eccentric.journal.records import BodyMass, Milestone, PlannedSession, Record, Session
from eccentric.journal.tests_of_person import TestResult

FORMAT = "eccentric-journal"
VERSION = 1


class Journal(Record):
    """Everything recorded, ordered by day; ``format`` and ``version`` say how to read the file."""

    format: str = Field(default=FORMAT, pattern=f"^{FORMAT}$")
    version: int = Field(default=VERSION, ge=1, le=VERSION)
    sessions: tuple[Session, ...] = ()
    planned: tuple[PlannedSession, ...] = ()
    tests: tuple[TestResult, ...] = ()
    body_mass: tuple[BodyMass, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def set_count(self) -> int:
        """The number of sets in all sessions."""
        return sum(len(entry.sets) for session in self.sessions for entry in session.entries)
