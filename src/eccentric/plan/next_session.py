"""The next session: the programme's, changed by what was done. One sentence and one rule for every change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from pydantic import Field

from eccentric.library.exercise import Exercise
from eccentric.plan import deload, pain
from eccentric.plan.candidates import barred
from eccentric.plan.case import Case, Move, Step
from eccentric.plan.gate import gates
from eccentric.plan.history import DoneSession, History
from eccentric.plan.layoff import Layoff, layoff
from eccentric.plan.loading import percent, rack_for
from eccentric.plan.pain_cut import held_before, last_cut
from eccentric.plan.place import Place, place
from eccentric.plan.profile import WEEKDAYS, Profile
from eccentric.plan.programme import GateOut, Item, Out, PlannedSession, Programme, Reason, WeekKind
from eccentric.plan.progression import advance
from eccentric.plan.protocol import protocol_of
from eccentric.plan.reserve import Spare, spare
from eccentric.plan.swap import as_item, swap
from eccentric.plan.today import Today
from eccentric.plan.verdict import Gate, Gated, Verdict
from eccentric.plan.warm_up import with_warm_up

DELOAD_SETS = 0.6


class Change(Out):
    """What happened to one exercise, and why; ``exercise`` is null for the whole session."""

    exercise: str | None
    move: str
    rule: str
    text: str


class NextSession(Out):
    """The answer of ``next``: gates first, then the session (null when a gate stops) with one sentence for each change."""

    version: Literal[1] = Field(default=1, alias="schema")
    verdict: Literal["go", "go-with-limits", "stop"]
    gates: tuple[GateOut, ...] = ()
    week: int | None = None
    kind: WeekKind | None = None
    session: PlannedSession | None = None
    changes: tuple[Change, ...] = ()

    def json_text(self) -> str:
        """The JSON that the command prints, with a final newline."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class _Desk:
    profile: Profile
    exercises: Mapping[str, Exercise]
    history: History
    gated: Gated
    limits: pain.PainLimits
    spare: Spare


def next_session(
    profile: Profile,
    programme: Programme,
    history: History,
    exercises: Mapping[str, Exercise],
    *,
    today: dt.date,
    now: Today | None = None,
) -> NextSession:
    """The next session of a programme after a history; pure, under 10 ms for a year of records."""
    gated = _with_sudden(gates(profile, today, now), history)
    out = tuple(GateOut(rule=gate.rule, says=gate.says, see=gate.see, within=gate.within) for gate in gated.gates)
    if gated.verdict is Verdict.STOP or not programme.weeks:
        return NextSession(verdict=gated.verdict.value, gates=out)
    away = layoff(history, today)
    where = place(programme, history, restart=away is not None and away.restart)
    limits = _pain_limits(profile, programme, gated, today)
    sets = sum(item.sets for item in where.session.items)
    saved = spare(history, limits, sets=sets, least=float(gated.limits.rir_min), staged=where.week.kind == "stage")
    desk = _Desk(profile, exercises, history, gated, limits, saved)
    tired = None if where.week.kind in ("deload", "stage") else deload.early(history, desk.limits, today)
    planned = {item.exercise for week in programme.weeks for session in week.sessions for item in session.items}
    skip = where.deload_dates | deload.light_dates(history, desk.limits)
    rungs = [current(item, history, exercises, planned) for item in where.session.items]
    steps = [_step(desk, item, skip, staged=where.week.kind == "stage") for item in rungs]
    kept = [step for step in steps if step.move is not Move.OUT]
    eased = [_eased(desk, step.item, where, away, lighter=tired is not None) for step in kept]
    items = [with_warm_up(item, rack_for(exercises[item.exercise], profile.steps)) for item in eased]
    saved_why = [
        Change(exercise=None, move="hold", rule=rule, text=text) for rule, text in saved.says(rungs, limits.rule, away=away is not None)
    ]
    changes = [*_whole(away, tired, _missed(programme, history, today)), *saved_why, *(_change(step, items) for step in steps)]
    session = PlannedSession(date=_date(profile, history, today, where), minutes=where.session.minutes, items=tuple(items))
    kind: WeekKind = "restart" if away else "deload" if tired else where.week.kind
    return NextSession(verdict=gated.verdict.value, gates=out, week=where.week.index, kind=kind, session=session, changes=tuple(changes))


def _pain_limits(profile: Profile, programme: Programme, gated: Gated, today: dt.date) -> pain.PainLimits:
    """The person's own limits, tightened by gates and by the stage of a published programme."""
    limits = pain.limits_for(profile, today)
    strict = next((gate.rule for gate in gated.gates if gate.limits.pain_limit == gated.limits.pain_limit), limits.rule)
    limits = pain.tightened(limits, gated.limits.pain_limit, strict)
    if programme.stage is None:
        return limits
    protocol = protocol_of(programme.stage.protocol)
    return pain.tightened(limits, protocol.pain_limit, protocol.rules[0])


def _with_sudden(gated: Gated, history: History) -> Gated:
    """PAIN-03: a sudden pain in one spot in the last session stops until it is looked at."""
    last = history.sessions[-1] if history.sessions else None
    kinds = {last.pain.kind, *(done.pain.kind for done in last.sets)} if last else set()
    if "one-spot-sudden" not in kinds:
        return gated
    says = "In your last session a pain came suddenly in one spot. Treat it as a strain: answer the injury questions first."
    stop = Gate("PAIN-03", Verdict.STOP, says, "a physiotherapist", "within 2 days")
    return Gated.of([stop, *gated.gates], gated.limits)


def _step(desk: _Desk, item: Item, skip: frozenset[dt.date], *, staged: bool) -> Step:
    page = desk.exercises[item.exercise]
    limits = desk.gated.limits
    if reason := barred(page.model_copy(update={"avoid_if": []}) if staged else page, limits):
        return _instead(desk, item, reason)
    item = item if item.rir is None else item.model_copy(update={"rir": desk.spare.rir(item.rir)})
    sessions = _evidence(desk.history, item.exercise, skip)
    cut = last_cut(desk.history, item.exercise, desk.limits)
    held = held_before(desk.history, item.exercise, desk.limits)
    step = advance(Case(item, page, rack_for(page, desk.profile.steps), desk.limits, sessions, cut, desk.spare.lately, held))
    if step.move not in (Move.EASIER, Move.HARDER):
        return step
    swapped = swap(step.item, "pain" if step.move is Move.EASIER else "harder", desk.profile, desk.exercises, desk.gated.limits)
    if swapped is None and step.move is Move.EASIER:
        fewer = step.item.model_copy(update={"sets": max(1, step.item.sets // 2)})
        return Step(fewer, Move.DOWN, Reason(rule=step.reason.rule, text=f"{step.reason.text.split(':')[0]}: half the sets."))
    if swapped is None:
        low, high = item.reps
        more = step.item.model_copy(update={"reps": (low, min(30, high + 2))})
        return Step(more, Move.HOLD, Reason(rule="LOAD-04", text=f"No harder version fits you: up to {min(30, high + 2)} repetitions."))
    return Step(swapped.item, step.move, Reason(rule=step.reason.rule, text=f"{step.reason.text.split(':')[0]}: {swapped.reason.text}"))


def _instead(desk: _Desk, item: Item, reason: str) -> Step:
    """A gate closed the planned exercise since the programme was made: a gentler one, or nothing."""
    rule = next((gate.rule for gate in desk.gated.gates if gate.limits.forbids or gate.limits.beginner_only), "SAF-05")
    swapped = swap(item, "pain", desk.profile, desk.exercises, desk.gated.limits)
    if swapped is None:
        return Step(item, Move.OUT, Reason(rule=rule, text=f"{item.name} is left out: {reason}."))
    return Step(swapped.item, Move.EASIER, Reason(rule=rule, text=f"{item.name} is closed ({reason}): {swapped.item.name} instead."))


def current(item: Item, history: History, exercises: Mapping[str, Exercise], planned: set[str]) -> Item:
    """The rung of the ladder that the person stands on: a neighbour that was done later than the planned exercise, for it."""
    here = item
    for _ in range(4):
        page = exercises[here.exercise]
        near = [name for name in (*page.ladder.easier, *page.ladder.harder) if name in exercises and name not in planned]
        since = _last(history, here.exercise)
        later = [name for name in near if (date := _last(history, name)) is not None and (since is None or date > since)]
        if not later or since is None:
            return here
        here = as_item(here, exercises[max(later, key=lambda name: (_last(history, name), name))])
    return here


def _last(history: History, exercise: str) -> dt.date | None:
    return next((session.date for session in history.with_exercise(exercise)), None)


def _evidence(history: History, exercise: str, skip: frozenset[dt.date]) -> list[DoneSession]:
    """The newest sessions of an exercise; light ones say nothing about progress unless they hurt."""
    found: list[DoneSession] = []
    for session in history.with_exercise(exercise):
        worst = session.pain_of(exercise).worst if session.date in skip else None
        if session.date in skip and (found or worst is None or worst <= 2):
            continue
        found.append(session)
        if len(found) == 3:
            return found
    return found or list(islice(history.with_exercise(exercise), 1))


def _eased(desk: _Desk, item: Item, where: Place, away: Layoff | None, *, lighter: bool) -> Item:
    """Fewer sets and less load in a deload or after a lay-off; a load that exists, rounded down after a lay-off."""
    sets, share, rir = float(item.sets), 1.0, item.rir
    if away is not None:
        sets, share = sets * away.sets, away.load
    elif where.week.kind == "deload" or lighter:
        planned = where.week.kind == "deload"
        rir = item.rir if planned or item.rir is None else item.rir + 2
        sets = sets if planned else sets * DELOAD_SETS
        base = (item.rir or 2) - 2 if planned else item.rir or 2
        share = percent(item.reps[0] + (rir or 2)) / percent(item.reps[0] + max(base, 0))
    load = item.external_load_kg
    if load and share < 1:
        rack = rack_for(desk.exercises[item.exercise], desk.profile.steps)
        load = rack.at_most(load * share) if away is not None else min(load, rack.nearest(load * share))
    return desk.spare.eased(item.model_copy(update={"sets": max(1, round(sets)), "external_load_kg": load, "rir": rir}))


def _whole(away: Layoff | None, tired: Reason | None, missed: int) -> list[Change]:
    found = []
    if away is not None:
        found.append(Change(exercise=None, move="restart", rule="LOAD-09", text=away.says))
    elif tired is not None:
        found.append(Change(exercise=None, move="deload", rule=tired.rule, text=tired.text))
    if missed and away is None:
        text = f"You missed {missed} session{'s' if missed > 1 else ''}: nothing is lost, you go on where you were."
        found.append(Change(exercise=None, move="missed", rule="PREV-03", text=text))
    return found


def _missed(programme: Programme, history: History, today: dt.date) -> int:
    """Training days that passed since the last session without one."""
    if history.last_date is None:
        return 0
    days = {session.date.weekday() for session in programme.weeks[0].sessions}
    passed = (history.last_date + dt.timedelta(days=offset) for offset in range(1, (today - history.last_date).days))
    return sum(1 for date in passed if date.weekday() in days)


def _change(step: Step, items: list[Item]) -> Change:
    """The step's sentence, and the load of a lighter day where it isn't the step's."""
    eased = next((item.external_load_kg for item in items if item.exercise == step.item.exercise), None)
    lighter = f" Lighter today: {eased:g} kg." if eased and eased != step.item.external_load_kg else ""
    return Change(exercise=step.item.exercise, move=step.move.value, rule=step.reason.rule, text=step.reason.text + lighter)


def _date(profile: Profile, history: History, today: dt.date, where: Place) -> dt.date:
    """The first training day from today on that is 48 hours after the last session (HYP-08); in a stage, the next free day."""
    daily = where.week.kind == "stage" and len(where.week.sessions) > len(profile.days)
    days = set(range(7)) if daily else {WEEKDAYS.index(day.weekday) for day in profile.days}
    gap = dt.timedelta(days=1 if daily else 2)
    earliest = today if history.last_date is None else max(today, history.last_date + gap)
    return next(date for offset in range(8) if (date := earliest + dt.timedelta(days=offset)).weekday() in days)
