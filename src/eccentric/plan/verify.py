"""Rechecks a finished programme against every hard rule, from the profile and the pages alone; it never sees the solver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from eccentric.library.exercise import Exercise
from eccentric.plan import facts, verify_dose, verify_stage
from eccentric.plan.breach import Breach
from eccentric.plan.facts import Function
from eccentric.plan.gate import gates
from eccentric.plan.profile import WEEKDAYS, Profile
from eccentric.plan.programme import PlannedSession, Programme, Week
from eccentric.plan.verdict import Limits, Verdict
from eccentric.terms.body import Side

ANYWHERE_MINUTES = 30
BANDS = {"novice": (4, 6), "intermediate": (8, 12), "advanced": (12, 20)}


@dataclass(frozen=True, slots=True)
class Check:
    """What the checks look at."""

    programme: Programme
    profile: Profile
    exercises: Mapping[str, Exercise]
    limits: Limits
    start: dt.date

    @property
    def sessions(self) -> list[tuple[Week, PlannedSession]]:
        """Every session with its week, in order."""
        return [(week, session) for week in self.programme.weeks for session in week.sessions]

    def overridden(self, rule: str) -> bool:
        """Whether the programme names an override of the rule."""
        return any(each.rule == rule for each in self.programme.overrides)


def breaches(programme: Programme, profile: Profile, exercises: Mapping[str, Exercise], *, start: dt.date) -> list[Breach]:
    """Every hard rule that a programme breaks; an empty list when it is sound."""
    gated = gates(profile, start)
    if gated.verdict is Verdict.STOP:
        return [Breach("SAF", "programme", "a gate stops, and there are sessions")] if programme.weeks else []
    check = Check(programme, profile, exercises, gated.limits, start)
    unknown = {item.exercise for _, session in check.sessions for item in session.items} - set(exercises)
    if unknown:
        return [Breach("library", "programme", f"no page for {', '.join(sorted(unknown))}")]
    staged = programme.stage is not None and any(week.kind == "stage" for week in programme.weeks)
    checks = STAGE_CHECKS if staged else CHECKS
    found = [breach for each in checks for breach in each(check)]
    return [*found, *verify_dose.breaches(programme, profile, exercises, gated.limits), *verify_stage.breaches(programme)]


def allowed(check: Check) -> Iterator[Breach]:
    """Safety, pages' "avoid if", equipment and refusals."""
    for week, session in check.sessions:
        for item in session.items:
            page = check.exercises[item.exercise]
            where = f"week {week.index} {session.date} {item.exercise}"
            if facts.traits(page) & check.limits.forbids:
                yield Breach("SAF", where, "a gate forbids it")
            if any(avoid.condition in check.limits.conditions for avoid in page.avoid_if) and check.programme.stage is None:
                yield Breach("SAF", where, "its page says to avoid it")
            if facts.needs(page) - {facts.singular(name) for name in check.profile.equipment}:
                yield Breach("equipment", where, "the equipment isn't there")
            if item.exercise in check.profile.refuses:
                yield Breach("refuses", where, "it is refused")


def time_fits(check: Check) -> Iterator[Breach]:
    """Each session lies on a chosen weekday and fits its minutes; the time is counted again here."""
    minutes = {WEEKDAYS.index(day.weekday): day.minutes for day in check.profile.days}
    for week, session in check.sessions:
        where = f"week {week.index} {session.date}"
        have = minutes.get(session.date.weekday())
        if have is None and week.kind == "stage" and session.minutes <= ANYWHERE_MINUTES:
            continue
        if have is None:
            yield Breach("days", where, "not a day you train")
            continue
        seconds = 300.0
        for item in session.items:
            of_two = check.exercises[item.exercise].classification.sides in ("single", "alternating")
            sides = 2 if of_two and item.side is Side.BOTH else 1
            once = item.hold_s[1] if item.hold_s else sum(float(part) for part in (item.tempo or "3-0-1-0").split("-"))
            seconds += 120 + item.sets * (once * item.reps[1] * sides + item.rest_s)
        if seconds > have * 60 or session.minutes > have:
            yield Breach("HYP-08", where, f"takes {seconds / 60:.0f} of {have} minutes")


def dates(check: Check) -> Iterator[Breach]:
    """Each session lies in its week; weeks count from 1 without a hole."""
    for place, week in enumerate(check.programme.weeks, start=1):
        first = check.start + dt.timedelta(days=7 * (place - 1))
        if week.index != place:
            yield Breach("weeks", f"week {week.index}", f"should be week {place}")
        for session in week.sessions:
            if not first <= session.date < first + dt.timedelta(days=7):
                yield Breach("weeks", f"week {place} {session.date}", "outside its week")


def gaps(check: Check) -> Iterator[Breach]:
    """HYP-08: 48 h between sessions; LOAD-08: 72 h between new eccentric work, and in a beginner's first week."""
    known = {load.exercise for load in check.profile.loads} | set(check.profile.familiar)
    for (_, before), (_, after) in pairwise(check.sessions):
        hours = 24 * (after.date - before.date).days
        if hours < 48:
            yield Breach("HYP-08", f"{before.date} to {after.date}", f"{hours} h apart")
        if hours < 72 and check.profile.experience == "novice" and after.date < check.start + dt.timedelta(days=7):
            yield Breach("LOAD-08", f"{before.date} to {after.date}", f"{hours} h apart in the first week")
    exposed = [
        session.date
        for _, session in check.sessions
        if any(facts.exposure(check.exercises[item.exercise]) and item.exercise not in known for item in session.items)
    ]
    for first, second in pairwise(exposed):
        if (second - first).days < 3 and first < check.start + dt.timedelta(days=14):
            yield Breach("LOAD-08", f"{first} to {second}", "new eccentric work under 72 h apart")


def functions(check: Check) -> Iterator[Breach]:
    """HYP-02: direct knee flexion and hip extension every week, unless an override is named."""
    for week in check.programme.weeks:
        direct = {
            facts.function(page)
            for session in week.sessions
            for item in session.items
            if facts.half_sets(page := check.exercises[item.exercise]) == 2
        }
        missing = {Function.KNEE, Function.HIP} - direct
        if missing and not check.overridden("HYP-02") and week.kind != "intro":
            yield Breach("HYP-02", f"week {week.index}", f"no {', '.join(sorted(missing))}")


def weekly_sets(check: Check) -> Iterator[Breach]:
    """HYP-03: weekly sets in the band; an intro week may lie under it, a deload is 50 to 70 % of the fullest week (LOAD-06)."""
    low, high = BANDS[check.profile.experience]
    if check.profile.goal not in ("size", "strength"):
        low = 4
    if check.profile.weekly_sets is not None:
        low, high = check.profile.weekly_sets
    fullest = max((_sets(check, week) for week in check.programme.weeks), default=0.0)
    for week in check.programme.weeks:
        sets = _sets(check, week)
        where = f"week {week.index}"
        if sets > min(high, 20):
            yield Breach("HYP-03", where, f"{sets:g} sets, above {min(high, 20)}")
        if week.kind == "build" and sets < low and not (week.index <= 2 and _exposed(check)):
            yield Breach("HYP-03", where, f"{sets:g} sets, under {low}")
        if week.kind == "deload" and sets > max(0.7 * fullest, 2.0):
            yield Breach("LOAD-06", where, f"{sets:g} sets of {fullest:g} is no deload")


def session_cap(check: Check) -> Iterator[Breach]:
    """HYP-08: at most ten hamstring sets in a session."""
    for week, session in check.sessions:
        sets = sum(item.sets * facts.half_sets(check.exercises[item.exercise]) / 2 for item in session.items)
        if sets > 10:
            yield Breach("HYP-08", f"week {week.index} {session.date}", f"{sets:g} hamstring sets")


def deload_due(check: Check) -> Iterator[Breach]:
    """LOAD-06: never more than eight weeks without a deload."""
    run = 0
    for week in check.programme.weeks:
        run = 0 if week.kind == "deload" else run + 1
        if run > 8:
            yield Breach("LOAD-06", f"week {week.index}", f"{run} weeks without a deload")


def _sets(check: Check, week: Week) -> float:
    return sum(item.sets * facts.half_sets(check.exercises[item.exercise]) / 2 for session in week.sessions for item in session.items)


def _exposed(check: Check) -> bool:
    known = {load.exercise for load in check.profile.loads} | set(check.profile.familiar)
    return any(
        facts.exposure(check.exercises[item.exercise]) and item.exercise not in known
        for _, session in check.sessions
        for item in session.items
    )


CHECKS: tuple[Callable[[Check], Iterator[Breach]], ...] = (
    allowed,
    time_fits,
    dates,
    gaps,
    functions,
    weekly_sets,
    session_cap,
    deload_due,
)
STAGE_CHECKS: tuple[Callable[[Check], Iterator[Breach]], ...] = (allowed, time_fits, dates)
"""A stage of a published programme overrides the general rules on spacing, sets and deloads, and names them; safety and time stay."""
