"""What a gate says: go, go with limits, or stop and see someone; and the limits it sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What may happen today."""

    GO = "go"
    LIMITS = "go-with-limits"
    STOP = "stop"


class Trait(StrEnum):
    """What a limit can forbid; ``facts.traits`` says which of these an exercise has."""

    CURL = "resisted-curl"
    HINGE = "hinge"
    NORDIC = "maximal-eccentric"
    UNAIDED = "unaided-nordic"
    ECCENTRIC = "eccentric"
    LONG = "long-length"
    HIP_FLEXED = "hip-flexed"
    SPRINT = "sprint"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a gate forbids or bounds; ``pain_limit`` is NPRS 0-10, ``rir_min`` repetitions in reserve."""

    forbids: frozenset[Trait] = frozenset()
    conditions: frozenset[str] = frozenset()
    pain_limit: float | None = None
    rir_min: int = 0
    beginner_only: bool = False

    def and_also(self, other: Limits) -> Limits:
        """Both limits at once: the stricter of each."""
        limits = [limit for limit in (self.pain_limit, other.pain_limit) if limit is not None]
        return Limits(
            forbids=self.forbids | other.forbids,
            conditions=self.conditions | other.conditions,
            pain_limit=min(limits) if limits else None,
            rir_min=max(self.rir_min, other.rir_min),
            beginner_only=self.beginner_only or other.beginner_only,
        )


@dataclass(frozen=True, slots=True)
class Gate:
    """One rule that fired: what it says, whom to see (None = nobody) and how soon, and the limits it sets."""

    rule: str
    verdict: Verdict
    says: str
    see: str | None = None
    within: str | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Gated:
    """All gates that fired, the worst first, with the verdict and the limits that they add up to."""

    verdict: Verdict
    gates: tuple[Gate, ...]
    limits: Limits

    @classmethod
    def of(cls, gates: Iterable[Gate], besides: Limits | None = None) -> Gated:
        """Add gates up: the worst verdict wins and limits join, with those that hold ``besides``."""
        order = [Verdict.STOP, Verdict.LIMITS, Verdict.GO]
        fired = tuple(sorted(gates, key=lambda gate: order.index(gate.verdict)))
        limits = besides or Limits()
        for gate in fired:
            limits = limits.and_also(gate.limits)
        return cls(fired[0].verdict if fired else Verdict.GO, fired, limits)
