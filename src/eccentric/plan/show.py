"""The programme in a terminal: a week on one screen, with its reasons and what changes next."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from eccentric.plan.programme import Item, PlannedSession, Programme, Week, WhatIf
from eccentric.plan.reserve import words as reserve_words
from eccentric.terms.body import Side

LOWERING, QUIET, STRONG = "rgb(226,88,52)", "dim", "bold"
"""The lowering has its own colour, here as everywhere; nothing else uses it."""
KINDS = {"intro": "easing in", "build": "building", "deload": "lighter", "stage": "by stage", "restart": "back from a break"}
VERDICTS = {"go": "You can train.", "go-with-limits": "You can train, within limits.", "stop": "Not yet."}


def show(programme: Programme, console: Console, *, explain: bool = False) -> None:
    """Print gates, the first week with its reasons, and the weeks ahead; with ``explain``, every wish and what was left out too."""
    for part in parts(programme, explain=explain):
        console.print(part)


def parts(programme: Programme, *, explain: bool) -> list[RenderableType]:
    """What is printed, in order."""
    found: list[RenderableType] = [Text(VERDICTS[programme.verdict], style=STRONG)]
    for gate in programme.gates:
        see = f" See {gate.see}, {gate.within}." if gate.see and gate.within and not gate.see.startswith("nobody") else ""
        found.append(Padding(_with_rule(gate.says + see, gate.rule), (0, 0, 0, 2)))
    if programme.summary:
        found.append(Text(programme.summary))
    if programme.stage is not None:
        stage = programme.stage
        found.append(Text(f"\n{stage.name}: stage {stage.stage} of {stage.of}, {stage.stage_name}", style=STRONG))
        if stage.pain_limit is not None:
            found.append(Padding(Text(pain_words(stage.pain_limit)), (0, 0, 0, 2)))
        found.extend(Padding(Text(f"to move on: {criterion}", style=QUIET), (0, 0, 0, 2)) for criterion in stage.criteria)
    found.extend(Padding(_with_rule(each.text, f"{each.by} overrides {each.rule}"), (0, 0, 0, 2)) for each in programme.overrides)
    if programme.weeks:
        found.append(week_table(programme.weeks[0]))
        found.extend(ahead(programme))
    if explain:
        found.extend(reasons(programme))
    return found


def show_prices(priced: list[WhatIf], console: Console) -> None:
    """Print what each change would give."""
    for each in priced:
        price = (
            "" if each.cost is None else f": wishes cost {each.cost} instead of {each.cost_before}" if each.cost_before is not None else ""
        )
        console.print(Text(f"\nWhat if {each.change}{price}", style=STRONG))
        for line in each.says:
            console.print(Padding(Text(line), (0, 0, 0, 2)))


def week_table(week: Week) -> RenderableType:
    """One week: what, how many, how heavy, how slow, and why; sessions that are the same share their lines."""
    lines: list[RenderableType] = [Text(f"\nWeek {week.index}, {KINDS[week.kind]}", style=STRONG)]
    widths = _widths([item for session in week.sessions for item in session.items])
    alike: dict[tuple[tuple[Item, ...], int], list[PlannedSession]] = {}
    for session in week.sessions:
        alike.setdefault((session.items, session.minutes), []).append(session)
    for sessions in alike.values():
        lines.append(Text(_days(sessions), style="underline"))
        for item in sessions[0].items:
            lines.append(_line(item, widths))
            if first(item):
                lines.append(Padding(Text(first(item)), (0, 0, 0, 4)))
            lines.extend(Padding(_with_rule(why.text, why.rule), (0, 0, 0, 4), style=QUIET) for why in item.why[:1])
    return Group(*lines)


def _days(same: list[PlannedSession]) -> str:
    whole = len(same) > 3 and (same[-1].date - same[0].date).days == len(same) - 1
    span = f"{_day(same[0].date)} to {_day(same[-1].date)}, each of {len(same)} days"
    days = span if whole else ", ".join(_day(each.date) for each in same)
    return f"{days}, {same[0].minutes} min"


def _widths(items: list[Item]) -> tuple[int, int, int]:
    names = max((len(item.name) for item in items), default=0)
    return names, max((len(count(item)) for item in items), default=0), max((len(load(item)) for item in items), default=0)


def _line(item: Item, widths: tuple[int, int, int]) -> Text:
    name, reps, kilos = widths
    down = f"{lower(item)} down" if item.tempo else "hold"
    left = f"  {reserve(item)}" if item.rir is not None else ""
    return Text.assemble(
        "  ",
        (item.name.ljust(name), STRONG),
        f"  {count(item).ljust(reps)}  {load(item).rjust(kilos)}  ",
        (down, LOWERING),
        left,
    )


def ahead(programme: Programme) -> list[RenderableType]:
    """What changes, week by week; weeks that say the same share a line."""
    if len(programme.weeks) < 2:
        return []
    table = Table(title="What changes", title_justify="left", title_style=STRONG, box=None, show_header=False, pad_edge=False)
    for (kind, sets, changes), same in groupby(programme.weeks[1:], key=lambda week: (week.kind, _sets(week), week.changes)):
        numbers = [week.index for week in same]
        which = f"week {numbers[0]}" if len(numbers) == 1 else f"weeks {numbers[0]} to {numbers[-1]}"
        words = Text(" ").join(_with_rule(change.text, change.rule) for change in changes)
        table.add_row(f"{which} ", f"{KINDS[kind]} ", f"{sets} sets ", words)
    return [Padding(table, (1, 0, 0, 0))]


def _sets(week: Week) -> int:
    return sum(item.sets for session in week.sessions for item in session.items)


def _day(date: dt.date) -> str:
    return f"{date:%A} {date.day} {date:%B}"


def reasons(programme: Programme) -> list[RenderableType]:
    """Every reason of every exercise, the price of each wish, and what was left out and why."""
    found: list[RenderableType] = []
    if programme.weeks:
        found.append(Text("\nWhy each", style=STRONG))
        for session in programme.weeks[0].sessions:
            for item in session.items:
                lines = [_with_rule(reason.text, reason.rule) for reason in item.why]
                found.append(Padding(Group(Text(item.name), *(Padding(line, (0, 0, 0, 2)) for line in lines)), (0, 0, 0, 2)))
    if programme.wishes:
        found.append(Text(f"\nWishes ({programme.status}, gap {programme.gap:g})", style=STRONG))
        for wish in programme.wishes:
            price = "kept" if wish.kept else f"costs {wish.cost}"
            found.append(Padding(_with_rule(f"{price}: {wish.says}", wish.rule), (0, 0, 0, 2)))
    if programme.left_out:
        found.append(Text("\nLeft out", style=STRONG))
        found.extend(Padding(Text(line, style=QUIET), (0, 0, 0, 2)) for line in _left_out(programme.left_out))
    return found


def _left_out(why: dict[str, str]) -> list[str]:
    """What was left out, a line for each reason, the reason of most first."""
    reasons: dict[str, list[str]] = {}
    for name, reason in why.items():
        reasons.setdefault(reason, []).append(name.replace("-", " "))
    most = sorted(reasons, key=lambda reason: (-len(reasons[reason]), reason))
    return [f"{reason}: {', '.join(reasons[reason])}" for reason in most]


def pain_words(limit: float) -> str:
    """What a published programme allows of pain."""
    return f"Pain in these exercises: up to {limit:g} of 10." if limit else "Pain in these exercises: none, you stop before it."


def count(item: Item) -> str:
    """How many sets and repetitions, in words."""
    low, high = item.reps
    reps = f"{low}" if low == high else f"{low}-{high}"
    often = f", {item.times_a_day} times a day" if item.times_a_day > 1 else ""
    if not item.hold_s:
        return f"{item.sets} x {reps}{often}"
    held = f"{_span(item.hold_s)} s"
    return f"{item.sets} x {held if high == 1 else f'{reps} holds of {held}'}{often}"


def _span(pair: tuple[float, float]) -> str:
    return f"{pair[0]:g}" if pair[0] == pair[1] else f"{pair[0]:g}-{pair[1]:g}"


def load(item: Item) -> str:
    """How heavy, in words."""
    if item.external_load_kg is None:
        return "you choose"
    return f"{item.external_load_kg:g} kg" if item.external_load_kg else "body weight"


def first(item: Item) -> str:
    """What comes before the working sets: a lighter set, and the leg that starts or works alone; empty without either."""
    lighter = [f"first {each.reps} with {each.external_load_kg:g} kg" for each in item.warm_up]
    leg = f"{item.begins_with} leg first" if item.begins_with else "" if item.side is Side.BOTH else f"{item.side} leg only"
    return ", ".join([*lighter, *([leg] if leg else [])])


def lower(item: Item) -> str:
    """How slowly to lower."""
    if not item.tempo:
        return "hold"
    return f"{item.lower_s:g} s" if item.lower_s is not None else f"{item.tempo.split('-')[0]} s"


def reserve(item: Item) -> str:
    """How many repetitions to leave."""
    return "" if item.rir is None else f"{reserve_words(item.rir)} left"


def _with_rule(text: str, rule: str) -> Text:
    return Text.assemble(text, (f" {rule}" if rule else "", QUIET))
