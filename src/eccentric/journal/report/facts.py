"""The facts of a report, gathered from the journal: plain values, no drawing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from eccentric.journal.formats.calendar import asked_text
from eccentric.journal.frames import sets_frame
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.adherence import Adherence, adherence
from eccentric.journal.metrics.e1rm import Estimate, day_estimates
from eccentric.journal.metrics.outcomes import Outcome, outcomes
from eccentric.journal.metrics.pain import WeekPain, week_pains
from eccentric.journal.metrics.session_load import WeekLoad, week_loads
from eccentric.journal.metrics.symmetry import Gap, gaps
from eccentric.journal.metrics.watched_trend import RangeTrend, TempoShare, range_trends, tempo_share
from eccentric.journal.metrics.weekly import weekly_sets, weekly_work
from eccentric.journal.muscles import DIRECT, set_shares
from eccentric.journal.period import Period, within
from eccentric.journal.planned import done_of_plan
from eccentric.terms.body import HAMSTRINGS

MOST_EXERCISES = 4
Series = list[tuple[date, float | None]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page says. Series run over all Mondays of the period; None = nothing recorded that week."""

    period: Period
    prescribed: tuple[tuple[str, str], ...]
    plan_days: tuple[tuple[date, bool], ...]
    sessions: int
    trained: tuple[tuple[str, int], ...]
    adherence: Adherence
    hard_sets: Series
    eccentric_s: Series
    eccentric_measured: bool
    pain: tuple[WeekPain, ...]
    outcomes: tuple[Outcome, ...]
    strength: tuple[tuple[str, tuple[Estimate, ...]], ...]
    ranges: tuple[RangeTrend, ...]
    gaps: tuple[Gap, ...]
    tempo: TempoShare
    loads: tuple[WeekLoad, ...]


def _names(journal: Journal) -> dict[str, str]:
    """Our exercises in the journal and the name to show for each: those for the hamstrings first, then by sets."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for session in journal.sessions:
        for entry in session.entries:
            if entry.exercise:
                counts[entry.exercise] += sum(done.hard for done in entry.sets)
                names[entry.exercise] = entry.name
    trained = [exercise for exercise, count in counts.most_common() if count]
    trained.sort(key=lambda exercise: not any(set_shares(exercise).get(head) == DIRECT for head in HAMSTRINGS))
    return {exercise: names[exercise] for exercise in trained}


def _trained(journal: Journal) -> tuple[tuple[str, int], ...]:
    """What was trained, most first: the name of each exercise and its hard sets; those for the hamstrings before all others."""
    names, counts = _names(journal), Counter[str]()
    for session in journal.sessions:
        for entry in session.entries:
            if entry.exercise in names:
                counts[entry.exercise] += sum(done.hard for done in entry.sets)
    return tuple((name, counts[exercise]) for exercise, name in names.items())


def _prescribed(journal: Journal) -> tuple[tuple[str, str], ...]:
    """The latest prescription of each exercise, from the plan or else from what sessions say was asked."""
    latest: dict[str, tuple[str, str]] = {}
    for session in journal.sessions:
        for entry in session.entries:
            if entry.asked is not None:
                latest[entry.exercise or entry.name] = (entry.name, asked_text(entry.asked))
    for plan in sorted(journal.planned, key=lambda plan: plan.day):
        for planned in plan.entries:
            latest[planned.exercise] = (planned.name, asked_text(planned.asked))
    return tuple(latest.values())


def _weekly(journal: Journal, period: Period) -> tuple[Series, Series, bool]:
    """Hard sets of the hamstrings (mean of the four heads) and eccentric seconds for each week."""
    frame = sets_frame(journal)
    heads: dict[date, float] = {}
    for row in weekly_sets(frame).iter_rows(named=True):
        if row["muscle"] in HAMSTRINGS:
            heads[row["week"]] = heads.get(row["week"], 0.0) + row["hard_sets"] / len(HAMSTRINGS)
    work = {row["week"]: row for row in weekly_work(frame).iter_rows(named=True)}
    hard: Series = [(monday, heads.get(monday, 0.0)) for monday in period.mondays]
    seconds: Series = [(monday, work[monday]["eccentric_s"] if monday in work else None) for monday in period.mondays]
    measured = any(row["eccentric_measured"] for row in work.values())
    return hard, seconds, measured


def facts_of(whole: Journal, period: Period) -> Facts:
    """Gather the facts of a period."""
    journal = within(whole, period)
    hard, seconds, measured = _weekly(journal, period)
    done = done_of_plan(journal)
    strength = [(name, tuple(day_estimates(journal, exercise))) for exercise, name in _names(journal).items()]
    return Facts(
        period=period,
        prescribed=_prescribed(journal),
        plan_days=tuple(sorted((plan.day, plan.id in done) for plan in journal.planned)),
        sessions=sum(1 for session in journal.sessions if session.entries),
        trained=_trained(journal)[:MOST_EXERCISES],
        adherence=adherence(journal, period.last),
        hard_sets=hard,
        eccentric_s=seconds,
        eccentric_measured=measured,
        pain=tuple(week_pains(journal)),
        outcomes=tuple(outcomes(journal)),
        strength=tuple((name, points) for name, points in strength if points)[:MOST_EXERCISES],
        ranges=tuple(range_trends(journal)),
        gaps=tuple(gaps(journal)),
        tempo=tempo_share(journal),
        loads=tuple(week_loads(journal)),
    )
