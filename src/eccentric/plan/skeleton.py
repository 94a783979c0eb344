"""A published schedule as a skeleton: its sessions as they are, and the solver's work for the rest around them."""

from __future__ import annotations

from dataclasses import replace

from eccentric.plan.build import Builder
from eccentric.plan.facts import Function
from eccentric.plan.problem import WARM_UP_S, Problem
from eccentric.plan.programme import PlannedSession, Week
from eccentric.plan.solve import Solution, solve
from eccentric.plan.verdict import Trait

BAND = (4, 8)
"""Half sets a week beside a Nordic schedule: two to four sets, for the hip above all (engineering default, HYP-02)."""


def around(problem: Problem, weeks: tuple[Week, ...]) -> tuple[Problem, Solution]:
    """The rest of the week beside a schedule: hip extension on the schedule's own days, in the minutes that it leaves."""
    busy: dict[int, int] = {}
    for week in weeks:
        for session in week.sessions:
            number = session.date.weekday()
            busy[number] = max(busy.get(number, 0), session.minutes * 60 - WARM_UP_S)
    days = tuple(replace(day, seconds=day.seconds - busy[day.weekday]) for day in problem.days if day.weekday in busy)
    rest = tuple(each for each in problem.candidates if Trait.ECCENTRIC not in each.traits and each.function is not Function.KNEE)
    small = replace(
        problem,
        candidates=rest,
        days=days,
        band=BAND,
        aim=BAND[1] - 2,
        each_week=problem.each_week & {Function.HIP},
        nordic_wanted=False,
        seated_main=False,
        heads_wanted=False,
        sessions_aim=min(2, len(days)),
    )
    return small, solve(small) if rest and days else Solution("infeasible")


def merged(weeks: tuple[Week, ...], builder: Builder, solution: Solution) -> tuple[Week, ...]:
    """The schedule's weeks with the solver's items after the schedule's own (PREV-04: Nordics after the warm-up)."""
    if solution.status == "infeasible":
        return weeks
    rest = builder.weeks(solution, len(weeks))
    return tuple(_week(mine, other) for mine, other in zip(weeks, rest, strict=True))


def _week(mine: Week, other: Week) -> Week:
    sessions = {session.date: session for session in mine.sessions}
    for session in other.sessions:
        before = sessions.get(session.date)
        sessions[session.date] = session if before is None else _joined(before, session)
    return mine.model_copy(update={"sessions": tuple(sessions[date] for date in sorted(sessions))})


def _joined(first: PlannedSession, second: PlannedSession) -> PlannedSession:
    minutes = first.minutes + second.minutes - WARM_UP_S // 60
    return first.model_copy(update={"items": (*first.items, *second.items), "minutes": minutes})
