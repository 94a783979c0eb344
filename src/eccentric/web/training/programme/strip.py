"""All weeks as one row of descents: as deep as the week has sets, filled as far as its sessions are done."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from eccentric.web.training.programme.glance import GlanceWeek

STEP, WIDE, DEEP, SHOWN = 21, 11, 84, 1.6
"""Pixels from one week to the next, of a bar's width, of the deepest bar; how much larger it is where there is room."""


def strip(weeks: Sequence[GlanceWeek], now: int) -> SafeString:
    """The drawing; ``now`` is the number of the week that stands out."""
    most = max((week.sets for week in weeks), default=0) or 1
    bars = format_html_join("", "{}", ((_bar(place, week, most, week.index == now),) for place, week in enumerate(weeks)))
    said = ", ".join(f"week {week.index} {week.sets}" for week in weeks)
    width = STEP * len(weeks)
    return format_html(
        '<svg class="strip" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="Sets planned: {}.">{}</svg>',
        *(width, DEEP + 20, SHOWN * width, SHOWN * (DEEP + 20), said, bars),
    )


def _bar(place: int, week: GlanceWeek, most: int, now: bool) -> SafeString:
    x, deep = place * STEP + (STEP - WIDE) / 2, max(3.0, DEEP * week.sets / most)
    done = deep * week.sets_done / week.sets if week.sets else 0.0
    return format_html(
        '<rect class="full" x="{x}" y="1" width="{wide}" height="{done}"/>'
        '<rect class="shell" x="{x}" y="1" width="{wide}" height="{deep}"/>'
        '<text{now} x="{middle}" y="{low}">{index}</text>',
        x=f"{x:g}",
        wide=WIDE,
        done=f"{done:.1f}",
        deep=f"{deep:.1f}",
        now=SafeString(' class="now"') if now else "",
        middle=f"{place * STEP + STEP / 2:g}",
        low=f"{deep + 15:.1f}",
        index=week.index,
    )
