"""An exercise of the session in words and in the person's unit, as the templates print it."""

from __future__ import annotations

import json
from typing import Any

from eccentric.journal.ids import imported_id
from eccentric.plan.programme import Item
from eccentric.terms.dose import Tempo
from eccentric.web.library.pacing import as_worked, words_of
from eccentric.web.library.queries import seen_by_camera
from eccentric.web.training.templatetags.training import load_words
from eccentric.web.training.today.sheet import Block, reference, shown_load

SKIP_REASONS = (("pain", "it hurts"), ("time", "no time"), ("taken", "it is taken"), ("tired", "too tired"), ("other", "something else"))
STEP = {"kg": 2.5, "lb": 5.0}
DUMBBELLS = ("dumbbell", "kettlebell")


AS_THEY_ARE: tuple[str, ...] = ("entry_id", "exercise", "name", "item", "facts", "done", "work", "slots", "finished")
AS_THEY_ARE += ("skipped", "superset", "change", "hidden", "swapped", "instead_of")
"""What the template reads of a block as it is."""


def shown(block: Block, unit: str, *, first: bool = False) -> dict[str, Any]:
    """What the template of an exercise reads."""
    item, facts, following = block.item, block.facts, block.next
    warm_ups = [] if block.work else ramp(block, unit)
    return {
        **{name: getattr(block, name) for name in AS_THEY_ARE},
        "marks": [number < len(block.work) for number in range(block.slots)],
        "open": first,
        "next": following,
        "next_load": shown_load(following.load_kg, unit),
        "entry_json": entry_json(block),
        "sides_words": ",".join(side or "" for side in block.sides),
        "dose": ", ".join(part for part in (dose(item, unit), "each side" if len(block.sides) == 2 else "", leg_words(item)) if part),
        "lower_s": _lower_s(item),
        "pace": _pace(block),
        "last_words": last_words(facts.get("last") or [], unit),
        "ramp": warm_ups,
        "warmed_up": all(each["done"] for each in warm_ups),
        "camera": seen_by_camera(block.exercise),
        "weighed": facts.get("kind") not in ("limb", "none", "partner", "band"),
        "bodily": facts.get("kind") == "body-weight" and not following.load_kg,
        "step": step(facts, unit),
        "plates": plates(facts, unit),
        "first_reason": next((reason["text"] for reason in block.reasons.values()), ""),
        "others": [_other(each) for each in block.others],
    }


def _lower_s(item: dict[str, Any]) -> str:
    """Seconds on the way down; "" for a hold."""
    if not item.get("tempo"):
        return ""
    known = item.get("lower_s")
    return f"{Tempo.parse(item['tempo']).eccentric_s if known is None else known:g}"


def _pace(block: Block) -> dict[str, str]:
    """The tempo as it is worked, the end at which it begins, and the words for its two ways; {} for a hold."""
    if not block.item.get("tempo"):
        return {}
    tempo, begins = as_worked(block.item["tempo"], block.facts.get("begins", "shortened"), block.exercise)
    longer, shorter = words_of(block.exercise)
    return {"tempo": tempo, "begins": begins, "longer": longer, "shorter": shorter}


def _other(block: Block) -> dict[str, Any]:
    """What a swap shows of the exercise that may come instead."""
    return {"name": block.name, "entry_id": block.entry_id, "entry_json": entry_json(block), **_reason(block)}


def ramp(block: Block, unit: str) -> list[dict[str, Any]]:
    """The warm-up sets of an exercise, each with an id of its own for ever, so that one that is logged twice is one set."""
    done = {row.id for row in block.done}
    found = []
    for number, (kilos, reps) in enumerate(block.facts.get("warm_up", [])):
        warm_up = imported_id("set", block.entry_id, "warm-up", number)
        found.append({"id": warm_up, "load": shown_load(kilos, unit), "reps": reps, "done": warm_up in done})
    return found


def _reason(block: Block) -> dict[str, str]:
    return {"first_reason": next((reason["text"] for reason in block.reasons.values()), "")}


def entry_json(block: Block) -> str:
    """The reference to the exercise that a change carries."""
    return json.dumps(reference(block))


def dose(item: dict[str, Any], unit: str) -> str:
    """Sets, repetitions, load and reserve in one line."""
    if not item.get("sets"):
        return ""
    from eccentric.plan.show import count  # here: it brings Rich, which the server does not need to start

    words = count(Item.model_construct(**item | {"times_a_day": item.get("times_a_day", 1)})).replace(" x ", " × ").replace("-", "–")
    load = load_words(item.get("external_load_kg"), unit)
    return f"{words}, {load}" if load else words


def leg_words(item: dict[str, Any]) -> str:
    """Which leg starts, or works alone; "" where the plan names none."""
    if item.get("side", "both") != "both":
        return f"{item['side']} leg only"
    return f"{item['begins_with']} leg first" if item.get("begins_with") else ""


def last_words(last: list[list[Any]], unit: str) -> str:
    """The sets of last time: ``40 kg x 9, 9, 8``."""
    groups: list[tuple[str, list[str]]] = []
    for reps, kilos, hold_s in last:
        load, amount = load_words(kilos, unit), f"{hold_s:g} s" if hold_s else str(reps)
        if groups and groups[-1][0] == load:
            groups[-1][1].append(amount)
        else:
            groups.append((load, [amount]))
    return "; ".join(f"{load} × {', '.join(amounts)}" if load else ", ".join(amounts) for load, amounts in groups)


def step(facts: dict[str, Any], unit: str) -> float:
    """The step of the weight buttons in the person's unit."""
    if unit == "lb":
        return STEP["lb"]
    return float(facts.get("step_kg") or STEP["kg"])


def plates(facts: dict[str, Any], unit: str) -> str:
    """What the plate and stack calculator needs, as JSON; "" where there is nothing to load."""
    kind = facts.get("kind")
    if kind not in ("barbell", "machine", "cable"):
        return ""
    names = ("step_kg", "lowest_kg", "highest_kg", "weights_kg")
    return json.dumps({"kind": "bar" if kind == "barbell" else "stack", "unit": unit, **{name: facts.get(name) for name in names}})
