"""Charts of training: strength, hard sets, long lengths, lowering, range and both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import fmean

from eccentric.journal.frames import sets_frame, week_of
from eccentric.journal.journal import Journal
from eccentric.journal.metrics.e1rm import day_estimates
from eccentric.journal.metrics.symmetry import gaps
from eccentric.journal.metrics.trust import Confidence
from eccentric.journal.metrics.watched_trend import RANGE_ERROR_DEG, tempo_kept
from eccentric.journal.metrics.weekly import weekly_sets, weekly_work
from eccentric.journal.period import Period
from eccentric.journal.records import SetKind
from eccentric.terms.body import HAMSTRINGS, MUSCLE_NAMES, Muscle
from eccentric.web.accounts.weights import in_unit
from eccentric.web.progress.charts import Chart, Line, ends, over_days, together
from eccentric.web.progress.names import exercises_by_sets, name_of

MOST_LINES = 4
HEADS = {Muscle.BFLH: "Long head", Muscle.BFSH: "Short head", Muscle.SEMITEN: "Semitendinosus", Muscle.SEMIMEM: "Semimembranosus"}
Weeks = dict[date, float | None]


def training_charts(journal: Journal, period: Period, unit: str) -> list[Chart]:
    """Every chart that has something to show; a journal of the period only."""
    frame = sets_frame(journal)
    work = {row["week"]: row for row in weekly_work(frame).iter_rows(named=True)}
    makers: list[Callable[[], Chart | None]] = [
        lambda: strength(journal, unit),
        lambda: hard_sets(list(weekly_sets(frame).iter_rows(named=True)), period),
        lambda: long_sets({week: row["long_length_sets"] for week, row in work.items()}, period),
        lambda: lowering({week: row["eccentric_s"] for week, row in work.items()}, period, work),
        lambda: tempo(journal, period),
        lambda: ranges(journal),
        lambda: sides(journal),
    ]
    return [chart for make in makers if (chart := make()) is not None]


def strength(journal: Journal, unit: str) -> Chart | None:
    """Estimated one-repetition maximum of the exercises done most."""
    points: dict[str, list[tuple[date, float]]] = {}
    unsure = False
    for exercise, name in exercises_by_sets(journal):
        found = [each for each in day_estimates(journal, exercise) if each.confidence is not Confidence.NONE]
        if found and len(points) < MOST_LINES:
            points[name] = [(each.day, in_unit(each.value_kg, unit)) for each in found]
            unsure = unsure or any(each.confidence is Confidence.LOW for each in found)
    if not points:
        return None
    days, lines = over_days(points)
    changes = {line.name: pair for line in lines if (pair := ends(line.values))}
    if changes:
        name, (first, last) = max(changes.items(), key=lambda item: abs(item[1][1] / item[1][0] - 1))
        word = "rose" if last > first else "fell" if last < first else "stayed"
        says = f"{name} {word} from {first:.0f} to {last:.0f} {unit}" if last != first else f"{name} stayed at {last:.0f} {unit}"
    else:
        says = "Strength, estimated from your heaviest sets"
    note = "Estimated one-repetition maximum: the median of four formulas on repetitions done and in reserve."
    note += " Days with many repetitions are uncertain." if unsure else ""
    return Chart("strength", says, unit, days, lines, note=note, rule="LOAD-01", from_zero=False)


def _weekly(name: str, weeks: Weeks, period: Period, *, empty: float | None = 0.0, phase: str = "") -> Line:
    return Line(name, tuple(weeks.get(monday, empty) for monday in period.mondays), phase)


def hard_sets(rows: list[dict[str, object]], period: Period) -> Chart | None:
    """Hard sets a week for each of the four heads."""
    heads: dict[Muscle, Weeks] = {head: {} for head in HAMSTRINGS}
    for row in rows:
        muscle = Muscle(str(row["muscle"]))
        if muscle in heads:
            heads[muscle][row["week"]] = float(str(row["hard_sets"]))  # type: ignore[index]
    if not any(heads.values()):
        return None
    columns = tuple(_weekly(HEADS[head], weeks, period) for head, weeks in heads.items())
    lines = together(columns, "Each head", "All but the")
    means = {head: fmean(weeks.get(monday) or 0.0 for monday in period.mondays) for head, weeks in heads.items()}
    most, least = max(means, key=lambda head: means[head]), min(means, key=lambda head: means[head])
    if means[most] - means[least] < 0.25:
        says = f"Each head of your hamstrings did about {means[most]:.1f} hard sets a week"
    else:
        says = f"{MUSCLE_NAMES[most].capitalize()} did {means[most]:.1f} hard sets a week, {MUSCLE_NAMES[least]} {means[least]:.1f}"
    note = "Sets within four repetitions of failure. Exercises mainly for the muscle count one, those where it helps a half."
    return Chart("hard-sets", says, "hard sets a week", tuple(period.mondays), lines, digits=1, note=note, rule="HYP-03", columns=columns)


def long_sets(weeks: Weeks, period: Period) -> Chart | None:
    """Hard sets a week of exercises that load the hamstrings while they are long."""
    if not any(weeks.values()):
        return None
    line = _weekly("Sets at long length", weeks, period)
    done = [value or 0.0 for value in line.values]
    says = f"{fmean(done):.1f} sets a week were at long muscle length"
    return Chart("long", says, "sets a week", tuple(period.mondays), (line,), kind="bars", rule="HYP-01")


def lowering(weeks: Weeks, period: Period, work: dict[date, dict[str, object]]) -> Chart | None:
    """Seconds under the lowering a week."""
    if not any(weeks.values()):
        return None
    line = _weekly("Lowering", weeks, period, empty=None, phase="eccentric")
    pair = ends(line.values)
    says = f"Seconds of lowering a week: {pair[0]:.0f} at first, {pair[1]:.0f} at last" if pair else "Seconds of lowering a week"
    measured = any(row["eccentric_measured"] for row in work.values())
    note = "Measured where a set was filmed, else " if measured else ""
    note += "reckoned from the tempo and the repetitions." if measured else "Reckoned from the tempo and the repetitions."
    return Chart("lowering", says, "seconds a week", tuple(period.mondays), (line,), kind="bars", note=note, rule="HYP-06")


def tempo(journal: Journal, period: Period) -> Chart | None:
    """The share of sets a week whose lowering was as slow as asked."""
    judged: dict[date, list[bool]] = {}
    for session in journal.sessions:
        for entry in session.entries:
            for done in entry.sets:
                kept = tempo_kept(done) if done.kind is not SetKind.WARM_UP else None
                if kept is not None:
                    judged.setdefault(week_of(session.day), []).append(kept)
    if not judged:
        return None
    every = [kept for found in judged.values() for kept in found]
    weeks: Weeks = {week: 100 * fmean(found) for week, found in judged.items()}
    line = _weekly("Lowering kept", weeks, period, empty=None, phase="eccentric")
    says = f"You kept the lowering in {sum(every)} of {len(every)} sets that were seen"
    note = "Kept means at most half a second shorter than asked."
    return Chart("tempo", says, "% of sets", tuple(period.mondays), (line,), note=note, rule="HYP-06", highest=100)


def ranges(journal: Journal) -> Chart | None:
    """The range of movement of watched sets, by exercise: each day's mean."""
    days: dict[str, dict[date, list[float]]] = {}
    for session in journal.sessions:
        for entry in session.entries:
            for done in entry.sets:
                if done.watched and done.watched.view_usable and done.watched.range_mean_deg is not None:
                    days.setdefault(name_of(entry), {}).setdefault(session.day, []).append(done.watched.range_mean_deg)
    if not days:
        return None
    longest = sorted(days.items(), key=lambda item: -len(item[1]))[:MOST_LINES]
    moments, lines = over_days({name: [(day, fmean(found)) for day, found in sorted(seen.items())] for name, seen in longest})
    pair = ends(lines[0].values)
    says = f"Range of {lines[0].name}"
    if pair:
        change = pair[1] - pair[0]
        told = abs(change) > RANGE_ERROR_DEG
        says += f": {pair[0]:.0f} to {pair[1]:.0f} degrees{'' if told else ', within what video mistakes'}"
    return Chart(
        "range", says, "degrees", moments, lines, rule="FORM-10", from_zero=False, note="Changes within 10 degrees are not told from error."
    )


def sides(journal: Journal) -> Chart | None:
    """Left against right, from tests of both sides."""
    found = gaps(journal)
    if not found:
        return None
    points: dict[str, list[tuple[date, float]]] = {}
    for gap in found:
        points.setdefault((gap.label or gap.kind.value.replace("-", " ")).capitalize(), []).append((gap.day, gap.asymmetry_pct))
    days, lines = over_days(points)
    last = found[-1]
    weaker = f", {last.weaker.value} weaker" if last.weaker else ""
    says = f"Your sides differ by {last.asymmetry_pct:.0f}\u00a0%{weaker}: {_verdict(last.verdict)}"
    note = "Per cent of the stronger side. A gap counts when two tests in a row show it on the same side."
    return Chart("sides", says, "% between sides", days, lines, note=note, rule="TEST-01", bands=(10.0, 15.0))


def _verdict(verdict: str) -> str:
    words = {
        "even": "close enough to even",
        "note": "shown twice, worth watching",
        "act": "shown twice, worth acting on",
        "high": "shown twice and large: act on it",
    }
    return words.get(verdict, verdict)


def glance(journal: Journal, period: Period) -> Iterator[tuple[str, float | None, int]]:
    """Rows (words, mean a week or share, digits) for comparing periods."""
    frame = sets_frame(journal)
    weeks = len(period.mondays)
    work = list(weekly_work(frame).iter_rows(named=True))
    heads = [row["hard_sets"] for row in weekly_sets(frame).iter_rows(named=True) if row["muscle"] in HAMSTRINGS]
    yield "Sessions a week", sum(1 for session in journal.sessions if session.entries) / weeks, 1
    yield "Hard sets a week, each hamstring head", sum(heads) / len(HAMSTRINGS) / weeks, 1
    yield "Whole hard sets a week at long length", sum(row["long_length_sets"] for row in work) / weeks, 1
    seconds = [row["eccentric_s"] for row in work if row["eccentric_s"] is not None]
    yield "Seconds of lowering a week", sum(seconds) / weeks if seconds else None, 0
    kept = [
        value
        for session in journal.sessions
        for entry in session.entries
        for done in entry.sets
        if done.kind is not SetKind.WARM_UP and (value := tempo_kept(done)) is not None
    ]
    yield "Sets with the lowering kept, %", 100 * fmean(kept) if kept else None, 0
