"""What video adds over time: range of movement and whether the lowering was as slow as asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

from eccentric.journal.journal import Journal
from eccentric.journal.metrics.trust import Confidence, Source
from eccentric.journal.records import SetKind, SetRecord
from eccentric.terms.dose import Tempo

RANGE_SOURCE = Source("FORM-10", "two-dimensional video angles; a change within 10 degrees is not told from error", "C")
TEMPO_SOURCE = Source("HYP-06", "lowering 2 to 4 s; kept means at most half a second shorter than asked", "C")
RANGE_ERROR_DEG = 10.0
TEMPO_SLACK_S = 0.5


@dataclass(frozen=True, slots=True)
class RangeTrend:
    """Range of an exercise at its first and last days: the median of up to three days each; degrees."""

    exercise: str
    first_deg: float
    last_deg: float
    days: int
    confidence: Confidence

    @property
    def change_deg(self) -> float:
        """Last minus first."""
        return self.last_deg - self.first_deg

    @property
    def told_from_error(self) -> bool:
        """True when the change is larger than what video mistakes."""
        return abs(self.change_deg) > RANGE_ERROR_DEG


def _watched_days(journal: Journal) -> dict[str, dict[date, list[float]]]:
    ranges: dict[str, dict[date, list[float]]] = {}
    for session in journal.sessions:
        for entry in session.entries:
            for done in entry.sets:
                if done.watched and done.watched.range_mean_deg is not None and done.watched.view_usable:
                    days = ranges.setdefault(entry.exercise or entry.name, {})
                    days.setdefault(session.day, []).append(done.watched.range_mean_deg)
    return ranges


def range_trends(journal: Journal) -> list[RangeTrend]:
    """The trend of every exercise that was watched on two days or more; fewer than four days is low confidence."""
    found = []
    for exercise, days in sorted(_watched_days(journal).items()):
        means = [median(days[day]) for day in sorted(days)]
        if len(means) < 2:
            continue
        size = min(3, len(means) // 2)
        confidence = Confidence.MEDIUM if len(means) >= 4 else Confidence.LOW
        found.append(RangeTrend(exercise, median(means[:size]), median(means[-size:]), len(means), confidence))
    return found


def tempo_kept(done: SetRecord) -> bool | None:
    """True when the lowering seen was at most half a second shorter than asked; None when either is not known."""
    seen = done.tempo_seen or (done.watched.tempo if done.watched else None)
    if seen is None or done.tempo_asked is None:
        return None
    return Tempo.parse(seen).eccentric_s >= Tempo.parse(done.tempo_asked).eccentric_s - TEMPO_SLACK_S


@dataclass(frozen=True, slots=True)
class TempoShare:
    """Of the work sets with a tempo asked and seen, how many kept the lowering."""

    kept: int
    judged: int

    @property
    def share(self) -> float | None:
        """Kept of judged (0 to 1), or None when none was judged."""
        return self.kept / self.judged if self.judged else None


def tempo_share(journal: Journal) -> TempoShare:
    """The share of all work sets of the journal that kept the lowering."""
    sets = (done for session in journal.sessions for entry in session.entries for done in entry.sets)
    judged = [kept for done in sets if done.kind is not SetKind.WARM_UP and (kept := tempo_kept(done)) is not None]
    return TempoShare(sum(judged), len(judged))
