"""The weeks as descents: as deep as they have sets, filled as far as they are done."""

from __future__ import annotations

import datetime as dt
import re
from types import SimpleNamespace
from uuid import uuid4

from eccentric.web.training.programme.glance import GlanceWeek, Slot
from eccentric.web.training.programme.strip import DEEP, strip

MONDAY = dt.date(2026, 3, 2)


def week(index: int, *sessions: tuple[int, bool]) -> GlanceWeek:
    """A week of sessions, each (sets, whether it was done)."""
    slots = tuple(
        Slot(uuid4(), MONDAY, MONDAY, 30, (SimpleNamespace(sets=sets),), uuid4() if done else None, False, (MONDAY, MONDAY))
        for sets, done in sessions
    )
    return GlanceWeek(index, "build", (), slots, ())


def test_depth_is_sets_and_filling_is_what_was_done() -> None:
    drawn = strip([week(1, (6, True), (6, True)), week(2, (6, True), (2, False)), week(3)], 2)
    full = [float(height) for height in re.findall(r'class="full"[^>]* height="([\d.]+)"', drawn)]
    shell = [float(height) for height in re.findall(r'class="shell"[^>]* height="([\d.]+)"', drawn)]
    assert shell[:2] == [DEEP, round(DEEP * 8 / 12, 1)]
    assert full == [DEEP, round(DEEP * 6 / 12, 1), 0.0]
    assert "week 1 12, week 2 8, week 3 0" in drawn
    assert re.findall(r'class="now"[^>]*>(\d+)<', drawn) == ["2"]
