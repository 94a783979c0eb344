"""What a change would give: the same person with one thing different, priced by the solver."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from eccentric.library.exercise import Exercise
from eccentric.plan.known import of_the_library
from eccentric.plan.make import plan
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Programme, WhatIf
from eccentric.plan.read_profile import profile_from_values
from eccentric.terms.errors import bad_input


def what_if(
    profile: Profile,
    changes: list[str],
    exercises: Mapping[str, Exercise],
    *,
    start: dt.date,
    weeks: int,
    before: Programme,
    today: dt.date | None = None,
) -> list[WhatIf]:
    """Price each change (``key=value``, ``equipment=+band``, ``days.minutes=+10``) by itself.

    Raises BadInput for an unknown key or exercise and, with ``today``, for a change that tells of a day after it.
    """
    found = []
    others = [
        of_the_library(changed(profile, change, today=today), exercises, name=f"what-if {change}") for change in changes
    ]  # first all, so that a fault is told before any is priced
    for change, other in zip(changes, others, strict=True):
        after = plan(other, exercises, start=start, weeks=weeks)
        found.append(
            WhatIf(
                change=change,
                verdict=after.verdict,
                status=after.status,
                cost=_cost(after),
                cost_before=_cost(before),
                says=tuple(_says(before, after, exercises)),
            )
        )
    return found


def changed(profile: Profile, change: str, *, today: dt.date | None = None) -> Profile:
    """The profile with one change; ``+`` adds to a list or to every day's minutes, ``-`` takes away. Raises BadInput."""
    key, _, value = change.partition("=")
    if not value:
        raise bad_input("what-if", "KEY=VALUE, such as equipment=+band or days.minutes=+10", change)
    values = profile.model_dump(mode="json", exclude_none=True)
    return profile_from_values({**values, **_new(key, value, values)}, name=f"what-if {change}", today=today)


def _new(key: str, value: str, values: dict[str, Any]) -> dict[str, Any]:
    """What a change writes over the profile's values."""
    if key in ("days.minutes", "minutes"):
        return {"days": [{**day, "minutes": _minutes(day["minutes"], value)} for day in values["days"]]}
    if key in ("equipment", "likes", "refuses", "familiar") and value[0] in "+-":
        rest = [each for each in values.get(key, []) if each != value[1:]]
        return {key: [*rest, value[1:]] if value[0] == "+" else rest}
    if key == "days" and value[0] in "+-":
        return {"days": _days(values["days"], value)}
    return {key: _value(value)}


def _minutes(now: int, value: str) -> int:
    try:
        return now + int(value) if value[0] in "+-" else int(value)
    except ValueError:
        raise bad_input("what-if days.minutes", "a number of minutes such as +10", value) from None


def _days(days: list[dict[str, Any]], value: str) -> list[dict[str, Any]]:
    name = value[1:]
    rest = [day for day in days if day["weekday"] != name]
    return [*rest, {"weekday": name, "minutes": max(day["minutes"] for day in days)}] if value[0] == "+" else rest


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _cost(programme: Programme) -> int | None:
    return sum(wish.cost for wish in programme.wishes) if programme.weeks else None


def _says(before: Programme, after: Programme, exercises: Mapping[str, Exercise]) -> list[str]:
    if not after.weeks:
        return [after.summary or (after.gates[0].says if after.gates else "There is no programme with it.")]
    found = [] if before.weeks else ["There is a programme with it."]
    was = {wish.id: wish.cost for wish in before.wishes}
    for wish in after.wishes:
        change = was.get(wish.id, 0) - wish.cost
        if change and before.weeks:
            found.append(f"{'better' if change > 0 else 'worse'} by {abs(change)}: {wish.says} ({wish.rule})")
    old, new = exercises_of(before), exercises_of(after)
    other = {each for each in old & new if _dose(before, each) != _dose(after, each)}
    if not found and not other and _as_good(before, after):
        return ["It changes nothing."]
    moved = (("comes in", new - old if before.weeks else set()), ("goes out", old - new), ("gets another dose or load", other))
    found += [f"{what}: {', '.join(_names(which, exercises))}" for what, which in moved if which]
    return found or ["It changes nothing."]


def _as_good(before: Programme, after: Programme) -> bool:
    """Whether the solver found the same price and nothing that was used is now out of reach: what differs is a tie, not a change."""
    out_of_reach = exercises_of(before) & set(after.left_out)
    return bool(before.wishes) and _cost(before) == _cost(after) and before.stage == after.stage and not out_of_reach


def _dose(programme: Programme, exercise: str) -> set[tuple[object, ...]]:
    """How an exercise is done in the last week, less its sets and its days: a tie may share those out otherwise."""
    items = [item for session in programme.weeks[-1].sessions for item in session.items if item.exercise == exercise]
    return {(item.reps, item.hold_s, item.tempo, item.rest_s, item.external_load_kg) for item in items}


def _names(which: set[str], exercises: Mapping[str, Exercise]) -> list[str]:
    """Exercises by their names, in order; by its id one that the library no longer has."""
    return sorted(exercises[each].name if each in exercises else each for each in which)


def exercises_of(programme: Programme) -> set[str]:
    """The exercises that a programme uses."""
    return {item.exercise for week in programme.weeks for session in week.sessions for item in session.items}
