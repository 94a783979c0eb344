"""What was done: the record that the planner reads. The journal fills it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from eccentric.terms.body import Side
from eccentric.terms.faults import FaultId

PainKind = Literal["one-spot-sudden", "diffuse"]


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain on the 0-10 scale (NPRS) during, after and the next morning; None = not asked."""

    during: float | None = None
    after: float | None = None
    next_morning: float | None = None
    site: str | None = None
    kind: PainKind | None = None

    @property
    def worst(self) -> float | None:
        """The highest of the three answers, or None when nobody asked."""
        said = [value for value in (self.during, self.after, self.next_morning) if value is not None]
        return max(said) if said else None


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One working set as it was done.

    ``external_load_kg`` excludes body weight (None = not recorded, 0 = none). ``rir`` is repetitions in reserve (None = not asked).
    ``faults`` are the faults of severity ``fail`` that were seen. ``tempo_kept`` and ``range_kept`` are None when nobody watched.
    """

    exercise: str
    reps: int
    external_load_kg: float | None = None
    rir: float | None = None
    side: Side = Side.BOTH
    hold_s: float | None = None
    pain: Pain = Pain()
    faults: tuple[FaultId, ...] = ()
    tempo_kept: bool | None = None
    range_kept: bool | None = None
    warm_up: bool = False
    eccentric_only: bool = False


@dataclass(frozen=True, slots=True)
class DoneSession:
    """One session: its date, its sets in the order they were done, and what was said about the whole."""

    date: dt.date
    sets: tuple[DoneSet, ...] = ()
    pain: Pain = Pain()
    session_rpe: float | None = None
    minutes: float | None = None
    poor_sleep: bool | None = None
    sore_days: int | None = None

    def of(self, exercise: str) -> tuple[DoneSet, ...]:
        """The working sets of one exercise; warm-up sets are left out."""
        return tuple(done for done in self.sets if done.exercise == exercise and not done.warm_up)

    def pain_of(self, exercise: str) -> Pain:
        """The worst answers for one exercise: those of its sets, and the session's own where the sets say nothing."""
        sets = self.of(exercise)
        during = _worst([done.pain.during for done in sets])
        return Pain(
            during=self.pain.during if during is None else during,
            after=_worst([self.pain.after, *(done.pain.after for done in sets)]),
            next_morning=_worst([self.pain.next_morning, *(done.pain.next_morning for done in sets)]),
            site=next((done.pain.site for done in sets if done.pain.site), self.pain.site),
            kind=next((done.pain.kind for done in sets if done.pain.kind), self.pain.kind),
        )


@dataclass(frozen=True, slots=True)
class Milestone:
    """A criterion of a rehabilitation stage that was met (``id`` as the protocol names it), and when."""

    id: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class History:
    """Everything done so far, oldest session first; ``strange`` lists exercise ids that the library doesn't know."""

    sessions: tuple[DoneSession, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    strange: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        dates = [session.date for session in self.sessions]
        if dates != sorted(dates):
            object.__setattr__(self, "sessions", tuple(sorted(self.sessions, key=lambda session: session.date)))

    def with_exercise(self, exercise: str) -> Iterator[DoneSession]:
        """The sessions that held a working set of the exercise, newest first."""
        return (session for session in reversed(self.sessions) if session.of(exercise))

    @property
    def last_date(self) -> dt.date | None:
        """The date of the newest session, or None when there is none."""
        return self.sessions[-1].date if self.sessions else None


def _worst(values: list[float | None]) -> float | None:
    said = [value for value in values if value is not None]
    return max(said) if said else None
