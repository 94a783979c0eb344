"""Today's answers: what is asked before a session, besides the profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from eccentric.plan.history import PainKind
from eccentric.plan.questions import Answer


@dataclass(frozen=True, slots=True)
class Today:
    """Pain now (NPRS 0-10, None = not asked), of which kind, and safety answers that changed since the profile was written."""

    nprs: float | None = None
    kind: PainKind | None = None
    both_legs: bool | None = None
    sore_days: int | None = None
    safety: Mapping[str, Answer] = field(default_factory=dict)
