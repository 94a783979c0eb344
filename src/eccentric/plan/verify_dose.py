"""Rechecks the dose of every item: reserve, tempo, rest, repetitions and loads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.breach import Breach
from eccentric.plan.loading import rack_for
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item, Programme, Week
from eccentric.plan.verdict import Limits
from eccentric.terms.dose import Tempo


def breaches(programme: Programme, profile: Profile, exercises: Mapping[str, Exercise], limits: Limits) -> list[Breach]:
    """Every item whose dose breaks a rule, and every load that jumps."""
    found = []
    for week in programme.weeks:
        for session in week.sessions:
            for item in session.items:
                where = f"week {week.index} {session.date} {item.exercise}"
                found += [Breach(rule, where, says) for rule, says in _item(item, week, profile, exercises[item.exercise], limits)]
    return [*found, *jumps(programme, profile, exercises)]


def _item(item: Item, week: Week, profile: Profile, page: Exercise, limits: Limits) -> Iterator[tuple[str, str]]:
    if item.sets < 1 or item.reps[0] < 1 or item.reps[0] > item.reps[1]:
        yield "HYP-05", f"{item.sets} x {item.reps}"
    if item.reps[1] > 30 and item.hold_s is None:
        yield "HYP-05", f"{item.reps[1]} repetitions, above 30"
    yield from _reserve(item, week, profile, page, limits)
    if item.rest_s < 60 and week.kind != "stage" and facts.half_sets(page) == 2 and page.movement.load.kind != "limb":
        yield "HYP-07", f"rest of {item.rest_s} s"
    if item.tempo is not None:
        seconds = Tempo.parse(item.tempo).repetition_s
        if seconds > 10 and profile.goal not in ("return", "less-pain") and week.kind != "stage":
            yield "HYP-06", f"a repetition of {seconds:g} s"
    if not item.why or any(not reason.rule or not reason.text for reason in item.why):
        yield "explain", "no reason given"


def _reserve(item: Item, week: Week, profile: Profile, page: Exercise, limits: Limits) -> Iterator[tuple[str, str]]:
    if item.rir is None:
        return
    if item.rir < limits.rir_min:
        yield "SAF", f"{item.rir:g} in reserve, a gate asks for {limits.rir_min}"
    if item.rir < 1 and (not facts.failure_safe(page) or week.index <= 2 or profile.goal in ("return", "less-pain")):
        yield "HYP-04", "failure where it isn't safe"


def jumps(programme: Programme, profile: Profile, exercises: Mapping[str, Exercise]) -> Iterator[Breach]:
    """LOAD-04: no load more than ten percent, or one smallest step, above the heaviest so far."""
    heaviest: dict[str, float] = {}
    for week in programme.weeks:
        for session in week.sessions:
            for item in session.items:
                load, before = item.external_load_kg, heaviest.get(item.exercise)
                if load and before and load > before * 1.1 + 1e-6:
                    step = rack_for(exercises[item.exercise], profile.steps).next_above(before)
                    if step is None or load > step + 1e-6:
                        yield Breach("LOAD-04", f"week {week.index} {item.exercise}", f"{before:g} to {load:g} kg")
                if load:
                    heaviest[item.exercise] = max(load, before or 0.0)
