"""The progress page: the charts of a period, and the same numbers of the period before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache

from eccentric.journal.frames import sets_frame, week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.bests import Best, bests
from eccentric.journal.metrics.pain import worst_pain
from eccentric.journal.metrics.weekly import weekly_sets
from eccentric.journal.period import Period, within
from eccentric.library.body_map import body_map_svg
from eccentric.terms.body import MUSCLE_NAMES, Muscle
from eccentric.web.accounts.models import User
from eccentric.web.accounts.weights import shown
from eccentric.web.library.looks import bare
from eccentric.web.progress.charts import Chart
from eccentric.web.progress.names import name_of_id
from eccentric.web.progress.pain_charts import pain_charts
from eccentric.web.progress.training_charts import glance, training_charts
from eccentric.web.training.queries import file_of, journal_of

PERIODS = ((4, "4 weeks"), (12, "12 weeks"), (26, "26 weeks"), (52, "a year"))
DEFAULT_WEEKS = 12
KEPT_S = 3600
MEASURES = {"load": "Heaviest", "repetitions": "Most repetitions", "hold": "Longest hold", "e1rm": "Best estimate"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look at: the weeks up to this one."""

    weeks: int = DEFAULT_WEEKS

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Wanted:
        """Read ``weeks`` of an address; anything but one of the choices is the default."""
        given = query.get("weeks", "")
        return cls(int(given)) if given in {str(weeks) for weeks, _ in PERIODS} else cls()

    def period(self, today: date) -> Period:
        """The whole weeks up to today."""
        return Period(week_of(today) - timedelta(weeks=self.weeks - 1), today)

    def before(self, today: date) -> Period:
        """As many whole weeks before those."""
        first = self.period(today).first
        return Period(first - timedelta(weeks=self.weeks), first - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of now against before, as text; a dash where nothing is known."""

    words: str
    now: str
    before: str
    change: str


@dataclass(frozen=True, slots=True)
class Record:
    """A personal record: what, how much, when."""

    exercise: str
    measure: str
    value: str
    day: date


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """Everything that the template shows; parts that are not shared or have nothing are empty."""

    weeks: int
    periods: tuple[tuple[int, str], ...]
    headline: str
    compared: tuple[Compared, ...]
    body_map: str
    muscles: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    pain: tuple[Chart, ...]
    records: tuple[Record, ...]

    @property
    def most(self) -> str:
        """Which muscles did most."""
        best = [name for name, sets in self.muscles if sets == self.muscles[0][1]]
        return f"{best[0]} did most" if len(best) == 1 else f"{best[0]} and {len(best) - 1} more did most"

    @property
    def empty(self) -> bool:
        """True when nothing was recorded in the period."""
        return not (self.charts or self.pain or self.records)


def progress_page(*, member: User, wanted: Wanted, today: date, unit: str, training: bool = True, pain: bool = True) -> ProgressPage:
    """Gather the page of a member; ``training`` and ``pain`` say which parts the viewer may see, ``unit`` is the viewer's own."""
    period, earlier = wanted.period(today), wanted.before(today)
    whole = journal_of(member=member, since=earlier.first)
    now, before = within(whole, period), within(whole, earlier)
    charts = tuple(training_charts(now, period, unit)) if training else ()
    muscles = _muscles(now, len(period.mondays)) if training else {}
    most = max(muscles.values(), default=0.0)
    return ProgressPage(
        weeks=wanted.weeks,
        periods=PERIODS,
        headline=_headline(now, before, wanted) if training else "",
        compared=_compared(now, before, wanted, today, training=training, pain=pain),
        body_map=bare(body_map_svg({muscle: value / most for muscle, value in muscles.items()})) if most else "",
        muscles=tuple(
            (MUSCLE_NAMES[muscle].capitalize(), f"{value:.1f}")
            for muscle, value in sorted(muscles.items(), key=lambda item: -item[1])
            if value >= 0.05
        ),
        charts=charts,
        pain=tuple(pain_charts(now, period)) if pain else (),
        records=_records(member, unit) if training else (),
    )


def _headline(now: Journal, before: Journal, wanted: Wanted) -> str:
    """How many sessions there were."""
    count, was = (sum(1 for session in journal.sessions if session.entries) for journal in (now, before))
    if not count:
        return ""
    earlier = f", {was} in the {wanted.weeks} before" if was else ""
    return f"{count} session{'' if count == 1 else 's'} in these {wanted.weeks} weeks{earlier}."


def _muscles(journal: Journal, weeks: int) -> dict[Muscle, float]:
    """Hard sets a week of every muscle."""
    sums: Counter[Muscle] = Counter()
    for row in weekly_sets(sets_frame(journal)).iter_rows(named=True):
        sums[Muscle(row["muscle"])] += row["hard_sets"]
    return {muscle: total / weeks for muscle, total in sums.items() if total}


def _compared(now: Journal, before: Journal, wanted: Wanted, today: date, *, training: bool, pain: bool) -> tuple[Compared, ...]:
    """This period against the one before; nothing where there was no session before."""
    if not before.sessions:
        return ()
    rows: list[tuple[str, float | None, float | None, int]] = []
    if training and now.sessions:
        later, earlier = glance(now, wanted.period(today)), glance(before, wanted.before(today))
        rows += [(words, value, was, digits) for (words, value, digits), (_, was, _) in zip(later, earlier, strict=True)]
    if pain and now.sessions:
        rows.append(("Worst pain in training, of 10", _worst(now), _worst(before), 0))
    return tuple(_row(*row) for row in rows if row[1] is not None or row[2] is not None)


def _worst(journal: Journal) -> float | None:
    answers = [found for session in journal.sessions if (found := worst_pain(session)) is not None]
    return max(answers, default=None)


def _row(words: str, now: float | None, before: float | None, digits: int) -> Compared:
    change = "–" if now is None or before is None else f"{round(now, digits) - round(before, digits):+.{digits}f}"
    return Compared(words, _number(now, digits), _number(before, digits), "0" if change.strip("+-0.") == "" else change.replace("-", "−"))


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def _records(member: User, unit: str) -> tuple[Record, ...]:
    """Personal records of all time, newest first."""
    found = []
    for best in _bests(member):
        value = shown(best.value, unit) if best.unit == "kg" else f"{best.value:g} {best.unit}"
        found.append(Record(name_of_id(best.exercise), MEASURES.get(best.measure, best.measure), value, best.day))
    return tuple(sorted(found, key=lambda record: record.day, reverse=True))


def _bests(member: User) -> list[Best]:
    """The member's records, which need every set there is: kept in this process until the member's training changes."""
    file = file_of(member=member)
    key = f"bests-{file.calendar_token}-{file.revision}"  # the token tells members apart for good, as a number would not
    kept: list[Best] | None = cache.get(key)
    if kept is None:
        kept = bests(journal_of(member=member))
        cache.set(key, kept, KEPT_S)
    return kept
