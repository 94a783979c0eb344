"""All metrics of one week and of the time up to it, as a flat list: each with its unit, its source and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import polars as pl
from pydantic import Field

from eccentric.journal.frames import sets_frame, week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics import adherence, e1rm, outcomes, pain, session_load, symmetry, watched_trend, weekly
from eccentric.journal.metrics.trust import Confidence, Metric, Source
from eccentric.journal.period import Period, within
from eccentric.journal.records import Record
from eccentric.terms.body import MUSCLE_NAMES, Muscle


class Overview(Record):
    """What ``eccentric progress --json`` prints: the metrics of the last week of a period and of the period."""

    version: Literal[1] = Field(default=1, alias="schema")
    first: date
    last: date
    metrics: tuple[Metric, ...]


def _share_confidence(share: float | None) -> Confidence:
    """All inputs recorded: high; half or more: medium; some: low; none: none."""
    if not share:
        return Confidence.NONE
    return Confidence.HIGH if share == 1 else Confidence.MEDIUM if share >= 0.5 else Confidence.LOW


def _muscles(sets: pl.DataFrame, week: date) -> Iterator[Metric]:
    for row in weekly.weekly_sets(sets).filter(pl.col("week") == week).iter_rows(named=True):
        trust = Confidence.MEDIUM if row["rir_known"] >= 0.5 else Confidence.LOW
        name = f"hard sets this week, {MUSCLE_NAMES[Muscle(row['muscle'])]}"
        yield Metric(name, row["hard_sets"], "sets", trust, weekly.HARD_SETS_SOURCE, f"{row['direct_sets']} direct")


def _work(sets: pl.DataFrame, week: date) -> Iterator[Metric]:
    for row in weekly.weekly_work(sets).filter(pl.col("week") == week).iter_rows(named=True):
        load, seconds = row["volume_load_kg"], row["eccentric_s"]
        measured = _share_confidence(row["eccentric_measured"])
        trust = Confidence.NONE if seconds is None else Confidence.LOW if measured is Confidence.NONE else measured
        high = Confidence.HIGH
        yield Metric("volume load this week", load, "kg", Confidence.NONE if load is None else high, weekly.VOLUME_SOURCE)
        yield Metric("sets at long length this week", float(row["long_length_sets"]), "sets", Confidence.MEDIUM, weekly.LONG_SOURCE)
        yield Metric("seconds of lowering this week", seconds, "s", trust, weekly.ECCENTRIC_SOURCE)


def _loads(journal: Journal, week: date) -> Iterator[Metric]:
    found = next((load for load in session_load.week_loads(journal) if load.week == week), None)
    if found is not None:
        for name, value in (("session load", found.load), ("monotony", found.monotony), ("strain", found.strain)):
            trust = Confidence.NONE if value is None else found.confidence
            yield Metric(f"{name} this week", value, "" if name == "monotony" else "CR10 x min", trust, session_load.SOURCE)


def _strength(journal: Journal) -> Iterator[Metric]:
    exercises = sorted({entry.exercise for session in journal.sessions for entry in session.entries if entry.exercise})
    for exercise in exercises:
        points = e1rm.day_estimates(journal, exercise)
        if points:
            last = points[-1]
            yield Metric(
                f"e1RM of {exercise}", last.value_kg, "kg", last.confidence, e1rm.SOURCE, f"{last.day.isoformat()}; {last.formula}"
            )


def _kept(journal: Journal, last: date) -> Iterator[Metric]:
    done = adherence.adherence(journal, last)
    trust = Confidence.NONE if done.sessions_share is None else Confidence.HIGH
    yield Metric("planned sessions done", done.sessions_share, "share", trust, adherence.SOURCE)
    tempo = watched_trend.tempo_share(journal)
    enough = Confidence.MEDIUM if tempo.judged >= 10 else Confidence.LOW if tempo.judged else Confidence.NONE
    yield Metric("lowering kept slow", tempo.share, "share", enough, watched_trend.TEMPO_SOURCE, f"{tempo.judged} sets judged")
    for trend in watched_trend.range_trends(journal):
        note = "" if trend.told_from_error else "within what video mistakes"
        name = f"range change of {trend.exercise}"
        yield Metric(name, trend.change_deg, "deg", trend.confidence, watched_trend.RANGE_SOURCE, note)


def _person(journal: Journal) -> Iterator[Metric]:
    for outcome in outcomes.outcomes(journal):
        source: Source = outcome.scale.source
        value = outcome.change if outcome.results > 1 else None
        yield Metric(f"change of {outcome.scale.name}", value, outcome.scale.unit, outcome.confidence, source, outcome.meaning)
    for gap in symmetry.gaps(journal)[-3:]:
        trust = Confidence.LOW if gap.verdict.startswith("test again") else Confidence.MEDIUM
        yield Metric(f"gap between sides, {gap.label or gap.kind.value}", gap.asymmetry_pct, "%", trust, symmetry.SOURCE, gap.verdict)
    for week in pain.week_pains(journal)[-1:]:
        note = f"week of {week.week.isoformat()}"
        trust = Confidence.NONE if week.during is None else Confidence.MEDIUM
        yield Metric("worst pain in training, last week asked", week.during, "of 10", trust, pain.SOURCE, note)


def overview(whole: Journal, period: Period) -> Overview:
    """The metrics of a period's last week, and of the whole period; what could not be computed has value None and no trust."""
    journal, week = within(whole, period), week_of(period.last)
    sets = sets_frame(journal)
    parts = (
        _muscles(sets, week),
        _work(sets, week),
        _loads(journal, week),
        _strength(journal),
        _kept(journal, period.last),
        _person(journal),
    )
    return Overview(first=period.first, last=period.last, metrics=tuple(metric for part in parts for metric in part))
