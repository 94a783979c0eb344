"""What the page of a session shows: exercises in order, each with its sets done and the next one to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone

from eccentric.journal.ids import imported_id, new_id
from eccentric.terms.units import lb_from_kg
from eccentric.web.training import queries
from eccentric.web.training.models import Entry, MemberFile, Session, SetLog
from eccentric.web.training.ready import Ready, upcoming

OVER_MIDNIGHT = dt.timedelta(hours=6)
"""A session that was begun yesterday and touched this lately goes on."""
AN_HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class Next:
    """The set to do next: its number, side, and what is filled in."""

    number: int
    side: str | None
    reps: int
    load_kg: float | None
    hold_s: float | None


@dataclass(slots=True)
class Block:
    """One exercise of the session: what is asked, what is done, what comes next, and what could replace it."""

    entry_id: UUID
    position: int
    exercise: str | None
    name: str
    item: dict[str, Any]
    facts: dict[str, Any]
    done: list[SetLog] = field(default_factory=list)
    change: dict[str, Any] | None = None
    skipped: str = ""
    superset: str | None = None
    instead_of: str = ""
    hidden: bool = False
    swapped: bool = False
    open: bool = False
    others: list[Block] = field(default_factory=list)
    reasons: dict[str, Any] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[str | None, ...]:
        """The sides of each set: one after the other for single-leg exercises, the leg that the plan lets begin first."""
        if self.item.get("side", "both") != "both":
            return (self.item["side"],)
        if self.facts.get("sides") != "single":
            return (None,)
        return ("right", "left") if self.item.get("begins_with") == "right" else ("left", "right")

    @property
    def slots(self) -> int:
        """How many sets are to be logged, both sides counted."""
        return int(self.item.get("sets", 0)) * len(self.sides)

    @property
    def work(self) -> list[SetLog]:
        """The work sets done."""
        return [row for row in self.done if row.kind != "warm-up"]

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return bool(self.skipped) or self.swapped or len(self.work) >= self.slots

    @property
    def next(self) -> Next:
        """The set to do next, with what was done last or is asked filled in."""
        made, sides = len(self.work), self.sides
        load, reps = self._amounts(made)
        hold = self.item.get("hold_s")
        return Next(made // len(sides) + 1, sides[made % len(sides)], reps, load, hold[0] if hold else None)

    def _amounts(self, made: int) -> tuple[float | None, int]:
        low, high = self.item.get("reps", (8, 8))
        asked = self.item.get("external_load_kg")
        if self.work:
            return self.work[-1].external_load_kg, self.work[-1].reps or low
        last = self.facts.get("last") or []
        if last and asked in (None, last[0][1]) and made < len(last):
            return last[0][1], max(low, min(high, last[0][0]))
        return asked, low

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for, as the record keeps it."""
        item = self.item
        if not item:
            return {}
        return {
            "sets": item["sets"],
            "reps": item["reps"],
            "hold_s": item["hold_s"][0] if item.get("hold_s") else None,
            "rir": item.get("rir"),
            "load_kg": item.get("external_load_kg"),
            "tempo": item.get("tempo"),
            "rest_s": item.get("rest_s"),
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """A session to do: who it is, its exercises, and what the planner says about the whole."""

    session_id: UUID
    planned: UUID | None
    day: dt.date
    answer: dict[str, Any]
    blocks: tuple[Block, ...]
    row: Session | None

    @property
    def sets_done(self) -> int:
        """Work sets done."""
        return sum(len(block.work) for block in self.blocks)

    @property
    def sets_asked(self) -> int:
        """Work sets asked for, without what was skipped or swapped away."""
        return sum(len(block.work) if block.swapped else block.slots for block in self.blocks if not block.hidden and not block.skipped)

    @property
    def finished(self) -> bool:
        """Whether every exercise that is shown is done or skipped."""
        return all(block.finished for block in self.blocks if not block.hidden)


def reference(block: Block) -> dict[str, Any]:
    """An exercise as a change names it."""
    return {
        "id": str(block.entry_id),
        "name": block.name,
        "exercise": block.exercise,
        "position": block.position,
        "asked": block.asked or None,
        "instead_of": block.instead_of,
        "superset": block.superset,
    }


def session_reference(sheet: Sheet) -> dict[str, Any]:
    """The session as a change names it; its day is its own once it is begun, else today."""
    day = (sheet.row.day if sheet.row else timezone.localdate()).isoformat()
    return {"id": str(sheet.session_id), "day": day, "planned": str(sheet.planned) if sheet.planned else None}


def active(*, file: MemberFile, now: dt.datetime) -> Session | None:
    """The session that was begun and not finished: today's, or one that runs over midnight."""
    today = timezone.localdate(now)
    for row in _unfinished(file, today):
        if row.day == today or now - row.updated_at < OVER_MIDNIGHT:
            return row
    return None


def _unfinished(file: MemberFile, today: dt.date) -> list[Session]:
    """Sessions of today and yesterday without an end, the latest first; kept like their exercises."""
    key = f"unfinished-{file.member_id}-{file.revision}-{today}"
    found: list[Session] | None = cache.get(key)
    if found is None:
        days = [today, today - dt.timedelta(days=1)]
        rows = Session.objects.filter(member=file.member_id, finished_at=None, deleted=False, day__in=days)
        found = list(rows.order_by("-day", "-updated_at"))
        cache.set(key, found, AN_HOUR_S)
    return found


def _entries(row: Session, revision: int) -> list[Entry]:
    """The session's exercises with their sets, kept as long as the member's training is at the same revision."""
    key = f"entries-{row.id}-{revision}"
    found: list[Entry] | None = cache.get(key)
    if found is None:
        found = list(queries.entries_with_sets().filter(session=row))
        cache.set(key, found, AN_HOUR_S)
    return found


def sheet_of(*, file: MemberFile, now: dt.datetime) -> Sheet | None:
    """The session to show: the one begun, else the next one; None without a programme or where a gate stops."""
    row = active(file=file, now=now)
    ready = Ready.of(row.plan) if row is not None and row.plan else None
    if row is None:
        ready = upcoming(file=file, today=timezone.localdate(now))
    if row is None and (ready is None or ready.answer.get("session") is None):
        return None
    answer = ready.answer if ready else {}
    session_id = row.id if row else ready.session_id if ready else new_id()
    blocks = _blocks(session_id, ready, _entries(row, file.revision) if row else [])
    day = row.day if row else (ready.day if ready else None) or timezone.localdate(now)
    return Sheet(session_id, row.planned if row else ready.planned if ready else None, day, answer, tuple(blocks), row)


def _blocks(session_id: UUID, ready: Ready | None, entries: list[Entry]) -> list[Block]:
    """The planned exercises with their replacements, then whatever else was logged."""
    rows = {row.id: row for row in entries}
    items = ready.answer["session"]["items"] if ready and ready.answer.get("session") else []
    changes = {change["exercise"]: change for change in ready.answer.get("changes", [])} if ready else {}
    found: list[Block] = []
    for number, item in enumerate(items):
        facts = ready.items[number] if ready else {}
        block = _block(session_id, number, item, facts, rows)
        block.change = changes.get(item["exercise"])
        for other in facts.get("swaps", []):
            each = _block(session_id, number, other["item"], other["facts"], rows)
            each.instead_of, each.reasons = item["exercise"], other["reasons"]
            block.others.append(each)
        taken = [each for each in block.others if each.entry_id in rows or each.done]
        for each in block.others:
            each.hidden = each not in taken
        block.hidden = bool(taken) and not block.done
        block.swapped = any(each.entry_id in rows for each in taken)
        found.append(block)
    known = {block.entry_id for block in found} | {each.entry_id for block in found for each in block.others}
    return [*found, *(_loose(row) for row in entries if row.id not in known)]


def _block(session_id: UUID, number: int, item: dict[str, Any], facts: dict[str, Any], rows: dict[UUID, Entry]) -> Block:
    entry_id = imported_id("entry", session_id, number, item["exercise"])
    block = Block(entry_id, number, item["exercise"], item["name"], item, facts)
    row = rows.get(entry_id)
    if row is not None:
        block.done, block.skipped, block.superset = list(row.sets.all()), row.skipped, row.superset
    return block


def _loose(row: Entry) -> Block:
    """An exercise that the plan doesn't know: added on another device, or of a session without a plan."""
    asked = row.asked or {}
    item = {"exercise": row.exercise, "name": row.name, "sets": asked.get("sets") or 0, "reps": asked.get("reps") or (8, 8)}
    hold = asked.get("hold_s")
    item |= {
        "rir": asked.get("rir"),
        "tempo": asked.get("tempo"),
        "rest_s": asked.get("rest_s") or 90,
        "hold_s": (hold, hold) if hold else None,
    }
    item |= {"external_load_kg": asked.get("load_kg"), "side": "both", "why": []}
    block = Block(row.id, row.position, row.exercise, row.name, item, {"sides": "both", "swaps": []}, done=list(row.sets.all()))
    block.skipped, block.superset, block.instead_of = row.skipped, row.superset, row.instead_of
    return block


def shown_load(kilos: float | None, unit: str) -> float | None:
    """A load in the person's unit, at one decimal."""
    if kilos is None:
        return None
    return round(lb_from_kg(kilos), 1) if unit == "lb" else round(kilos, 2)
