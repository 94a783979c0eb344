"""Tags of the training pages: a rule's link, and a set in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from eccentric.plan.programme import Item, Reason, Week
from eccentric.plan.reserve import words
from eccentric.terms.dose import Tempo
from eccentric.terms.units import lb_from_kg
from eccentric.web.training.models import SetLog

register = template.Library()


@register.simple_tag
def rule(rule_id: str) -> SafeString:
    """A link to a rule on the sources page."""
    return format_html('<a class="rule small" href="{}#{}">{}</a>', _sources(), rule_id, rule_id) if rule_id else SafeString("")


@lru_cache(maxsize=1)
def _sources() -> str:
    return reverse("library_pages:sources")


@register.filter
def set_words(done: SetLog, unit: str) -> str:
    """A set in words: ``left, 40 kg x 8, 2 left, pain 1``."""
    parts = [done.side] if done.side in ("left", "right") else []
    parts.append(amount_words(done, unit))
    if done.kind == "warm-up":
        parts.append("warm-up")
    if done.rir is not None:
        parts.append(f"{done.rir:g} left in you")
    if done.pain and done.pain.get("during") is not None:
        parts.append(f"pain {done.pain['during']:g}")
    return ", ".join(parts)


@register.filter
def seen_words(watched: dict[str, Any]) -> str:
    """What the camera saw of a set: ``4 of 5 good, lowered in 2.3 s, range 104°, hips lift in 1``."""
    words = [f"{watched['good_reps']} of {watched['reps']} good"]
    if watched.get("tempo"):
        words.append(f"lowered in {Tempo.parse(watched['tempo']).eccentric_s:g} s")
    if watched.get("range_mean_deg") is not None:
        words.append(f"range {watched['range_mean_deg']:.0f}°")
    return ", ".join([*words, *(f"{fault['id'].replace('-', ' ')} in {fault['reps']}" for fault in watched.get("faults", []))])


def amount_words(done: SetLog, unit: str) -> str:
    """Load and repetitions, or seconds held."""
    if done.duration_s and (done.contraction == "isometric" or not done.reps):
        return f"{done.duration_s:g} s held"
    load = load_words(done.external_load_kg, unit)
    return f"{load} × {done.reps or 0}" if load else f"{done.reps or 0} repetitions"


def load_words(kilos: float | None, unit: str) -> str:
    """A load in the person's unit; "" for none."""
    if not kilos:
        return ""
    return f"{round(lb_from_kg(kilos), 1):g} lb" if unit == "lb" else f"{round(kilos, 2):g} kg"


@register.filter
def item_dose(item: dict[str, object], unit: str) -> str:
    """Sets, repetitions and load of a planned exercise in one line."""
    from eccentric.web.training.today.shown import dose

    return dose(item, unit)


@register.filter
def at(values: object, key: str) -> object:
    """An entry of a mapping, or None."""
    return values.get(key) if isinstance(values, dict) else None


@register.filter
def said(value: object, word: str) -> bool:
    """Whether a safety answer is the one that a word stands for; an absent answer is none of them."""
    return value is {"no": False, "yes": True}.get(word, "") or value == word


@register.filter
def find(rows: object, weekday: str) -> object:
    """The entry of a weekday in a list, or {}."""
    return next((row for row in rows if row["weekday"] == weekday), {}) if isinstance(rows, list) else {}


@register.filter
def site(rows: object, name: str) -> object:
    """The complaint of a site in a list, or {}."""
    return next((row for row in rows if row["site"] == name), {}) if isinstance(rows, list) else {}


@register.filter
def nth(rows: object, number: int) -> object:
    """An entry of a list by its number, or {}."""
    return rows[number] if isinstance(rows, list) and number < len(rows) else {}


@register.filter
def planned_dose(item: Item, unit: str = "kg") -> str:
    """As ``item_dose``, for an item that is not JSON."""
    from eccentric.web.training.today.shown import dose

    return dose(item.model_dump(), unit or "kg")


@register.filter
def planned_first(item: Item, unit: str = "kg") -> str:
    """What comes before the working sets: the lighter set, and the leg that starts or works alone; "" without either."""
    from eccentric.web.training.today.shown import leg_words

    lighter = [f"first {each.reps} with {load_words(each.external_load_kg, unit or 'kg')}" for each in item.warm_up]
    return ", ".join([*lighter, *filter(None, [leg_words(item.model_dump(mode="json"))])])


@register.filter
def reserve_words(rir: float) -> str:
    """How many repetitions to leave: ``2``, or ``2-3`` for a reserve between."""
    return words(rir)


@register.filter
def spaced(value: str) -> str:
    """An id as words."""
    return value.replace("-", " ")


@register.filter
def spells(weeks: Sequence[Week]) -> list[tuple[str, Sequence[Reason]]]:
    """Weeks with what changes in them, those in a row that say the same as one: ``Weeks 3 to 7``; weeks without a change are left out."""
    told = []
    for changes, same in groupby(weeks, key=lambda week: week.changes):
        numbers = [week.index for week in same]
        name = f"Week {numbers[0]}" if len(numbers) == 1 else f"Weeks {numbers[0]} to {numbers[-1]}"
        told.append((name, changes))
    return [spell for spell in told if spell[1]]


@register.filter
def plain(value: float | str | None) -> str:
    """A number without needless zeros, with a point, as number fields want it."""
    return f"{float(value):g}" if value not in (None, "") else ""
