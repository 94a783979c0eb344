"""The planner's front door: gates, then a published programme or the solver, then the verifier, then the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from eccentric.library.exercise import Exercise
from eccentric.plan import conflict
from eccentric.plan.build import Builder
from eccentric.plan.candidates import problem_for
from eccentric.plan.gate import gates
from eccentric.plan.problem import Problem
from eccentric.plan.profile import Profile
from eccentric.plan.programme import GateOut, OverrideOut, Programme, WishOut
from eccentric.plan.published import published
from eccentric.plan.solve import Solution, solve
from eccentric.plan.today import Today
from eccentric.plan.verdict import Gated, Verdict
from eccentric.plan.verify import breaches
from eccentric.terms.errors import bad_input

FEWEST_WEEKS, MOST_WEEKS = 4, 16


class PlannerDisagrees(RuntimeError):
    """The verifier found a broken rule in the planner's own programme: a fault of the program, never of the input."""


def plan(profile: Profile, exercises: Mapping[str, Exercise], *, start: dt.date, weeks: int = 8, today: Today | None = None) -> Programme:
    """Make the programme of a person; the same arguments give the same answer.

    Raises BadInput for a number of weeks outside 4 to 16, and PlannerDisagrees if the verifier finds a broken rule.
    """
    if not FEWEST_WEEKS <= weeks <= MOST_WEEKS:
        raise bad_input("weeks", f"{FEWEST_WEEKS} to {MOST_WEEKS}", str(weeks))
    gated = gates(profile, start, today)
    if gated.verdict is Verdict.STOP:
        return Programme(verdict="stop", gates=gates_out(gated))
    staged = published(profile, exercises, gated, start=start, weeks=weeks)
    if staged is not None:
        programme = Programme.model_validate({"verdict": gated.verdict.value, "gates": gates_out(gated), **staged})
        return checked(programme, profile, exercises, start)
    return _general(profile, exercises, gated, start=start, weeks=weeks)


def _general(profile: Profile, exercises: Mapping[str, Exercise], gated: Gated, *, start: dt.date, weeks: int) -> Programme:
    """The solver's own programme, or the conflict that prevents one."""
    problem = problem_for(profile, exercises, gated.limits)
    solution = solve(problem) if problem.candidates else Solution("infeasible")
    if solution.status in ("infeasible", "unknown"):
        clashes, offers = conflict.explain(profile, exercises, gated.limits) if solution.status == "infeasible" else conflict.UNKNOWN
        said = conflict.summary(clashes, offers)
        return _shell(gated, problem, "conflict").model_copy(update={"conflict": clashes, "offers": offers, "summary": said})
    programme = _shell(gated, problem, solution.status).model_copy(
        update={
            "gap": solution.gap,
            "wishes": wishes_out(solution),
            "weeks": Builder(profile, problem, gated.limits, start).weeks(solution, weeks),
        }
    )
    return checked(programme, profile, exercises, start)


def checked(programme: Programme, profile: Profile, exercises: Mapping[str, Exercise], start: dt.date) -> Programme:
    """The programme itself, once the verifier has found nothing; raises PlannerDisagrees."""
    found = breaches(programme, profile, exercises, start=start)
    if found:
        raise PlannerDisagrees("; ".join(str(each) for each in found))
    return programme


def gates_out(gated: Gated) -> tuple[GateOut, ...]:
    """Gates as they are printed."""
    return tuple(GateOut(rule=gate.rule, says=gate.says, see=gate.see, within=gate.within) for gate in gated.gates)


def wishes_out(solution: Solution) -> tuple[WishOut, ...]:
    """Wishes as they are printed."""
    return tuple(WishOut(id=wish.id, kept=wish.kept, cost=wish.cost, rule=wish.rule, says=wish.says) for wish in solution.wishes)


def _shell(gated: Gated, problem: Problem, status: str) -> Programme:
    overrides = tuple(OverrideOut(rule=each.rule, by=each.by, text=each.says) for each in problem.overrides)
    return Programme.model_validate(
        {"verdict": gated.verdict.value, "gates": gates_out(gated), "status": status, "overrides": overrides, "left_out": problem.left_out}
    )
