"""A published programme turned into dated weeks: exercises by what the person has, doses as published, overrides by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from eccentric.library.exercise import Exercise
from eccentric.plan import facts
from eccentric.plan.candidates import barred
from eccentric.plan.dose import lower_s
from eccentric.plan.leg import FirstLeg, starts
from eccentric.plan.loading import known_maximum, load_for, rack_for, weightless
from eccentric.plan.profile import WEEKDAYS, Profile
from eccentric.plan.programme import Clash, Item, OverrideOut, PlannedSession, Reason, StageOut, Week
from eccentric.plan.protocol import Protocol, ProtocolItem, Stage
from eccentric.plan.verdict import Limits
from eccentric.plan.warm_up import with_warm_up
from eccentric.terms.body import Side

WARM_UP_S, SET_UP_S = 300, 120
MOST_UP = 1.1
"""LOAD-04: the first load of a stage is at most ten percent above the heaviest that is known to have been lifted."""
ANYWHERE_MINUTES = 30
"""Engineering default: work this short may fall on a day without a training slot, where the protocol asks for daily work."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stage's item with the page chosen for it, and the leg that starts it; ``alone``: the other leg doesn't do it."""

    item: ProtocolItem
    page: Exercise
    leg: FirstLeg | None = None

    @property
    def alone(self) -> bool:
        """Whether the leg that starts is the only one."""
        return self.leg is not None and self.item.one_leg and self.leg.what != "weaker"


@dataclass(frozen=True, slots=True)
class Staged:
    """What a stage's week needs: the protocol, the person, the pages and the gates' limits."""

    protocol: Protocol
    profile: Profile
    exercises: Mapping[str, Exercise]
    limits: Limits
    start: dt.date

    def choose(self, stage: Stage) -> list[Chosen] | Clash:
        """A page for each item, or the item that nothing available can fill."""
        found: list[Chosen] = []
        for item in stage.items:
            page = next((page for page in self._options(item) if self._may(page, item, {each.page.id for each in found})), None)
            if page is not None:
                found.append(Chosen(item, page, starts(page, self.profile)))
            elif not item.optional:
                named = " or ".join(name.replace("-", " ") for name in item.exercises[:3]) or f"a {item.or_pattern}"
                return Clash(id="stage", rule=item.rule, text=f"{self.protocol.name}, {stage.name.lower()}, needs {named}")
        return found

    def _options(self, item: ProtocolItem) -> list[Exercise]:
        named = [self.exercises[name] for name in item.exercises if name in self.exercises]
        if item.or_pattern is None:
            return named
        order = ("beginner", "intermediate", "advanced")
        others = [page for page in self.exercises.values() if self._matches(page, item)]
        others.sort(key=lambda page: (order.index(page.classification.level), page.id))
        return [*named, *others]

    def _matches(self, page: Exercise, item: ProtocolItem) -> bool:
        kind = page.classification
        return (
            kind.pattern == item.or_pattern
            and kind.category in ("strength", "isometric")
            and facts.isometric(page) is bool(item.isometric)
            and item.level in (None, kind.level)
            and not any(avoid.condition in self.limits.conditions for avoid in page.avoid_if)
        )

    def _may(self, page: Exercise, item: ProtocolItem, taken: set[str]) -> bool:
        hips = max(page.movement.hip_flexion_deg)
        missing = facts.needs(page) - {facts.singular(name) for name in self.profile.equipment}
        gates = barred(page.model_copy(update={"avoid_if": []}), self.limits)
        bent = item.max_hip_flexion_deg is not None and hips > item.max_hip_flexion_deg
        return not (missing or gates or bent or page.id in self.profile.refuses or page.id in taken)

    def weeks(self, count: int, number: int | None) -> tuple[Week, ...] | Clash:
        """Dated weeks: of the present stage for criteria (``number`` from 1), by the calendar for a schedule."""
        weeks: list[Week] = []
        for index in range(1, count + 1):
            stage = self.protocol.stages[number - 1] if number else self._scheduled(index)
            chosen = self.choose(stage)
            if isinstance(chosen, Clash):
                return chosen
            sessions = self._sessions(stage, chosen, index)
            if isinstance(sessions, Clash):
                return sessions
            changes = self._changes(stage, self._scheduled(index - 1) if index > 1 and not number else None)
            weeks.append(Week(index=index, kind="stage", sessions=sessions, changes=changes))
        return tuple(weeks)

    def _scheduled(self, index: int) -> Stage:
        return next(stage for stage in self.protocol.stages if stage.weeks and stage.weeks[0] <= index <= stage.weeks[1])

    def _sessions(self, stage: Stage, chosen: list[Chosen], index: int) -> tuple[PlannedSession, ...] | Clash:
        by_date: dict[dt.date, list[Chosen]] = {}
        for each in chosen:
            for date in self._dates(stage, each.item, index):
                by_date.setdefault(date, []).append(each)
        sessions = []
        for date in sorted(by_date):
            fitted = self._fit(by_date[date], date)
            if isinstance(fitted, Clash):
                return fitted
            minutes = _minutes(fitted)
            sessions.append(PlannedSession(date=date, minutes=minutes, items=tuple(self._item(each) for each in fitted)))
        return tuple(sessions)

    def _dates(self, stage: Stage, item: ProtocolItem, index: int) -> list[dt.date]:
        first = self.start + dt.timedelta(days=7 * (index - 1))
        if item.every_days == 1:
            return [first + dt.timedelta(days=offset) for offset in range(7)]
        numbers = [WEEKDAYS.index(day.weekday) for day in self.profile.days]
        dates = sorted(first + dt.timedelta(days=(number - first.weekday()) % 7) for number in numbers)
        return spaced(dates, stage.per_week, item.every_days or 2)

    def _fit(self, chosen: list[Chosen], date: dt.date) -> list[Chosen] | Clash:
        """Leave optional items out until the session fits its day; a clash when it still doesn't."""
        minutes = {WEEKDAYS.index(day.weekday): day.minutes for day in self.profile.days}
        have = minutes.get(date.weekday(), ANYWHERE_MINUTES)
        left = list(chosen)
        while _minutes(left) > have:
            spare = next((each for each in reversed(left) if each.item.optional), None)
            if spare is None:
                text = f"{self.protocol.name} takes {_minutes(left)} minutes on {date:%A}; you have {have}"
                return Clash(id="stage-time", rule=self.protocol.rules[0], text=text)
            left.remove(spare)
        return left

    def _item(self, chosen: Chosen) -> Item:
        item, page = chosen.item, chosen.page
        reps = (min(item.set_reps), max(item.set_reps)) if item.set_reps else item.reps
        held = item.hold_s is not None or facts.isometric(page)
        rir = None if item.rir is None and not self.limits.rir_min else float(max(item.rir or 0, self.limits.rir_min))
        load = self._load(page, reps[0], rir)
        why = [Reason(rule=item.rule, text=item.why)]
        if item.set_reps and len(set(item.set_reps)) > 1:
            why.append(Reason(rule=item.rule, text=f"Sets of {', '.join(map(str, item.set_reps))}."))
        leg, alone = chosen.leg, chosen.alone
        if leg is not None:
            why.append(leg.alone if alone else leg.reason)
        tempo = None if held else item.tempo or "3-0-1-0"
        planned = Item(
            exercise=page.id,
            name=page.name,
            sets=len(item.set_reps) if item.set_reps else item.sets,
            reps=reps,
            hold_s=item.hold_s if item.hold_s else (20, 30) if held else None,
            rir=None if held else rir,
            tempo=tempo,
            lower_s=lower_s(page, tempo),
            rest_s=item.rest_s,
            external_load_kg=load,
            side=Side(leg.side) if leg and alone else Side.BOTH,
            begins_with=leg.side if leg and not alone else None,
            times_a_day=item.times_a_day,
            why=tuple(why),
        )
        return planned if held else with_warm_up(planned, rack_for(page, self.profile.steps))

    def _load(self, page: Exercise, reps: int, rir: float | None) -> float | None:
        estimate = known_maximum(self.profile.loads, page.id)
        if page.movement.load.kind in ("body-weight", "limb", "none", "partner"):
            return 0.0
        if estimate is None or weightless(page):
            return None
        heaviest = max(load.external_load_kg for load in self.profile.loads if load.exercise == page.id)
        wanted = load_for(estimate.kg, reps, 3.0 if rir is None else rir)
        return rack_for(page, self.profile.steps).at_most(min(wanted, MOST_UP * heaviest))

    def _changes(self, stage: Stage, before: Stage | None) -> tuple[Reason, ...]:
        rule = self.protocol.rules[0]
        also = tuple(Reason(rule=rule, text=text) for text in stage.also)
        if self.protocol.kind == "criteria":
            return (*also, Reason(rule=rule, text="You move on when the criteria are met, not when the week is over."))
        if before is stage:
            return (*also, Reason(rule=rule, text="As last week."))
        times = "one session" if stage.per_week == 1 else f"{stage.per_week} sessions"
        return (*also, Reason(rule=rule, text=f"{stage.name}: {repetitions(stage):g} repetitions in {times}."))

    def stage_out(self, number: int, reached: frozenset[str]) -> StageOut:
        """Where the person stands, as it is printed."""
        stage = self.protocol.stages[number - 1]
        return StageOut(
            protocol=self.protocol.id,
            name=self.protocol.name,
            stage=number,
            of=len(self.protocol.stages),
            stage_name=stage.name,
            criteria=tuple(each.says for each in stage.criteria if each.id not in reached),
            met=tuple(each.says for each in stage.criteria if each.id in reached),
            source=self.protocol.source,
            pain_limit=self.protocol.pain_limit,
        )

    def overrides(self) -> tuple[OverrideOut, ...]:
        """The general rules that the protocol sets aside, by name."""
        return tuple(OverrideOut(rule=each.rule, by=self.protocol.rules[0], text=each.text) for each in self.protocol.overrides)


def spaced(dates: list[dt.date], wanted: int, apart: int = 2) -> list[dt.date]:
    """At most ``wanted`` of some dates, that many days apart or more, around the week too."""
    kept: list[dt.date] = []
    for date in dates:
        far = not kept or ((date - kept[-1]).days >= apart and (kept[0] + dt.timedelta(days=7) - date).days >= apart)
        if far and len(kept) < wanted:
            kept.append(date)
    return kept


def _minutes(chosen: list[Chosen]) -> int:
    seconds = float(WARM_UP_S)
    for each in chosen:
        item = each.item
        sides = 2 if not each.alone and each.page.classification.sides in ("single", "alternating") else 1
        held = item.hold_s or ((20, 30) if facts.isometric(each.page) else None)
        once = held[1] if held else sum(float(part) for part in (item.tempo or "3-0-1-0").split("-"))
        top = max(item.set_reps) if item.set_reps else item.reps[1]
        count = len(item.set_reps) if item.set_reps else item.sets
        seconds += SET_UP_S + count * (once * top * sides + item.rest_s)
    return -int(-seconds // 60)


def repetitions(stage: Stage) -> float:
    """Repetitions of a stage's week as published; the middle of a range where one is given."""
    once = [sum(item.set_reps) if item.set_reps else item.sets * sum(item.reps) / 2 for item in stage.items]
    return stage.per_week * sum(once)
