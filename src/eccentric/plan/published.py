"""Programmes that follow a published protocol, as it is or as a skeleton."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from eccentric.library.exercise import Exercise
from eccentric.plan.build import Builder
from eccentric.plan.candidates import problem_for
from eccentric.plan.choose_protocol import choose_protocol
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Clash, StageOut, Week
from eccentric.plan.protocol import Protocol, stage_of
from eccentric.plan.skeleton import around, merged
from eccentric.plan.staged import Staged
from eccentric.plan.verdict import Gated, Limits


def published(profile: Profile, exercises: Mapping[str, Exercise], gated: Gated, *, start: dt.date, weeks: int) -> dict[str, object] | None:
    """The parts of a programme that follow a protocol, or None when none applies or all of its stages are done."""
    protocol = choose_protocol(profile, start)
    if protocol is None:
        return None
    number = stage_of(protocol, profile, start) if protocol.kind == "criteria" else None
    if protocol.kind == "criteria" and number is None:
        return None
    limits = _limits(gated.limits, protocol)
    staged = Staged(protocol, profile, exercises, limits, start)
    found = staged.weeks(weeks, number)
    reached = frozenset(each.id for each in profile.reached)
    parts: dict[str, object] = {"overrides": staged.overrides(), "stage": _stage(staged, number, reached)}
    if isinstance(found, Clash):
        return {**parts, "status": "conflict", "conflict": (found,), "summary": f"{found.text}."}
    if protocol.kind == "schedule" and profile.protocol_use == "skeleton":
        return {**parts, **_with_rest(profile, exercises, limits, found, start)}
    return {**parts, "status": "optimal", "gap": 0.0, "weeks": found}


def _with_rest(
    profile: Profile, exercises: Mapping[str, Exercise], limits: Limits, weeks: tuple[Week, ...], start: dt.date
) -> dict[str, object]:
    problem, solution = around(problem_for(profile, exercises, limits), weeks)
    status = "optimal" if solution.status == "infeasible" else solution.status
    wishes = tuple({"id": wish.id, "kept": wish.kept, "cost": wish.cost, "rule": wish.rule, "says": wish.says} for wish in solution.wishes)
    full = merged(weeks, Builder(profile, problem, limits, start), solution)
    return {"status": status, "gap": solution.gap, "wishes": wishes, "weeks": full, "left_out": problem.left_out}


def _stage(staged: Staged, number: int | None, reached: frozenset[str]) -> StageOut:
    return staged.stage_out(number or 1, reached)


def _limits(limits: Limits, protocol: Protocol) -> Limits:
    return limits.and_also(Limits(pain_limit=protocol.pain_limit))
