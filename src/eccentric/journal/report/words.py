"""The sentences of a report: short, plain, with their numbers and how far to trust them."""

from __future__ import annotations

from datetime import date

from eccentric.journal.metrics.e1rm import Estimate
from eccentric.journal.metrics.outcomes import Outcome
from eccentric.journal.metrics.symmetry import Gap
from eccentric.journal.metrics.watched_trend import RangeTrend
from eccentric.journal.report.facts import Facts, Series

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


_VERDICTS = {
    "note": "shown twice, worth watching",
    "act": "shown twice, worth acting on",
    "high": "shown twice and large, act on it",
}


def day_text(day: date) -> str:
    """A day in words, e.g. ``3 March 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def plural(count: int, thing: str) -> str:
    """A count with its thing, e.g. ``1 session``, ``2 sessions``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def prescribed_sentence(facts: Facts) -> str:
    """How much was planned."""
    if not facts.plan_days:
        return "No plan was recorded." if not facts.prescribed else "Prescribed in the sessions themselves:"
    a_week = len(facts.plan_days) / len(facts.period.mondays)
    return f"{plural(len(facts.plan_days), 'session')} planned, {a_week:.1f} a week. The latest prescription:"


def done_sentence(facts: Facts) -> str:
    """How much was done of it, and the longest gap."""
    adherence = facts.adherence
    share = adherence.sessions_share
    if share is None:
        text = f"{plural(facts.sessions, 'session')} in {plural(len(facts.period.mondays), 'week')}."
    else:
        text = f"{adherence.done_sessions} of {plural(adherence.planned_sessions, 'planned session')} done ({share:.0%})."
    return text + (f" Longest gap: {plural(adherence.longest_gap_days, 'day')}." if adherence.longest_gap_days else "")


def done_lines(facts: Facts) -> list[str]:
    """What was trained, its sets, tempo and load."""
    lines = []
    if facts.trained:
        lines.append("Most: " + "; ".join(f"{name}, {plural(sets, 'hard set')}" for name, sets in facts.trained) + ".")
    if facts.adherence.sets_share is not None:
        lines.append(f"Sets: {facts.adherence.done_sets} of {facts.adherence.asked_sets} asked for.")
    if facts.tempo.judged:
        lines.append(f"Lowering kept slow in {facts.tempo.kept} of {plural(facts.tempo.judged, 'set')} seen on video or timed.")
    if any(value for _, value in facts.eccentric_s):
        how = "measured on video where it was watched, else " if facts.eccentric_measured else ""
        lines.append(f"Seconds of lowering are {how}reckoned from the tempo noted.")
    loads = [week for week in facts.loads if week.load is not None and week.sessions]
    if loads:
        last = loads[-1]
        even = "" if last.monotony is None else f", monotony {last.monotony:.1f}"
        lines.append(f"Session load, last week: {last.load:.0f} (CR10 x minutes{even}).")
    return lines


def _first_and_last(series: Series) -> tuple[float, float] | None:
    known = [value for _, value in series if value is not None]
    return (known[0], known[-1]) if len(known) >= 2 else None


def hard_sets_sentence(facts: Facts) -> str:
    """Hamstring sets of the first and last week."""
    ends = _first_and_last(facts.hard_sets)
    if ends is None or not any(value for _, value in facts.hard_sets):
        return "Hard hamstring sets a week"
    return f"Hard hamstring sets a week: {ends[0]:g} at first, {ends[1]:g} at last"


def eccentric_sentence(facts: Facts) -> str:
    """Seconds under the lowering in the first and last weeks that have any."""
    ends = _first_and_last(facts.eccentric_s)
    if ends is None:
        return "Seconds of lowering a week" if any(value for _, value in facts.eccentric_s) else "Seconds of lowering: not recorded"
    return f"Seconds of lowering a week: {ends[0]:.0f} at first, {ends[1]:.0f} at last"


def hurt_sentence(facts: Facts) -> str:
    """Pain in the first and last week in which it was asked for."""
    asked = [week for week in facts.pain if week.during is not None]
    if not asked:
        return "Pain in training was not asked for."
    if len(asked) == 1:
        return f"Worst pain in training: {asked[0].during:g} of 10, asked in one week."
    worst = max(asked, key=lambda week: (week.during or 0.0, week.week))
    text = f"Worst pain in training: {asked[0].during:g} of 10 in the first week asked, {asked[-1].during:g} in the last"
    if worst in (asked[0], asked[-1]) or worst.during == asked[0].during:
        return f"{text}."
    return f"{text}; the worst was {worst.during:g} in the week of {day_text(worst.week)}."


def hurt_lines(facts: Facts) -> list[str]:
    """The next morning, and how the light stood."""
    mornings = [week for week in facts.pain if week.next_morning is not None]
    lines = [f"Next morning: {mornings[0].next_morning:g} at first, {mornings[-1].next_morning:g} at last."] if mornings else []
    asked = [week for week in facts.pain if week.during is not None]
    if asked:
        red = sum((week.during or 0) > 5 for week in asked)
        amber = sum(2 < (week.during or 0) <= 5 for week in asked)
        lines.append(f"Weeks by the pain-monitoring light: {len(asked) - amber - red} green, {amber} amber, {red} red.")
    return lines


def outcome_line(outcome: Outcome) -> str:
    """One scale from its first to its last result."""
    scale = outcome.scale
    name = scale.name[0].upper() + scale.name[1:]
    if outcome.results == 1:
        return f"{name}: {outcome.last:g} {scale.unit} (one result)."
    return f"{name}: {outcome.first:g} to {outcome.last:g} {scale.unit}, {outcome.meaning}."


def strength_line(name: str, points: tuple[Estimate, ...]) -> str:
    """The estimate of strength at first and at last, with its confidence."""
    first, last = points[0], points[-1]
    if len(points) == 1:
        return f"{name}: e1RM {last.value_kg:.0f} kg ({last.confidence.value} confidence, one day)."
    change = (last.value_kg - first.value_kg) / first.value_kg
    return f"{name}: e1RM {first.value_kg:.3g} to {last.value_kg:.3g} kg ({change:+.0%}, {last.confidence.value} confidence)."


def range_line(trend: RangeTrend) -> str:
    """Range at first and last, called a change only past what video mistakes."""
    text = f"Range of {trend.exercise.replace('-', ' ')}: {trend.first_deg:.0f} to {trend.last_deg:.0f} degrees"
    return text + ("." if trend.told_from_error else ", within what video mistakes.")


def gap_line(gap: Gap) -> str:
    """Left against right, and what to make of it."""
    weaker = "" if gap.weaker is None else f", {gap.weaker.value} weaker"
    name = (gap.label or gap.kind.value.replace("-", " ")).capitalize()
    return f"{name}: {gap.asymmetry_pct:.0f}% between sides{weaker}; {_VERDICTS.get(gap.verdict, gap.verdict)}."


def changed_lines(facts: Facts) -> list[str]:
    """Outcomes, strength, range and symmetry, one line each."""
    lines = [outcome_line(outcome) for outcome in facts.outcomes]
    lines += [strength_line(name, points) for name, points in facts.strength]
    lines += [range_line(trend) for trend in facts.ranges[:2]]
    latest = {(gap.kind, gap.label): gap for gap in facts.gaps}
    return lines + [gap_line(gap) for gap in latest.values()]
