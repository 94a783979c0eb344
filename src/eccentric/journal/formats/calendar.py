"""Writing iCalendar: planned sessions to come and sessions done, one event each, with what to do in the description."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from eccentric.journal.journal import Journal
from eccentric.journal.planned import done_of_plan
from eccentric.journal.records import Asked, Entry, PlannedSession, Session, SetKind
from eccentric.terms.errors import bad_input


def asked_text(asked: Asked) -> str:
    """A prescription in a few words, e.g. ``3 x 8-12 at 40 kg, 3-0-1-0, stop 2 short``."""
    amount = f"{asked.hold_s:g} s" if asked.hold_s else ""
    if asked.reps:
        low, high = asked.reps
        amount = f"{low}-{high}" if low != high else str(low)
    parts = [f"{asked.sets} x {amount}" if amount else f"{asked.sets} sets"]
    if asked.load_kg is not None:
        parts[0] += f" at {asked.load_kg:g} kg" if asked.load_kg else " without added load"
    parts += [asked.tempo] if asked.tempo else []
    parts += [f"stop {asked.rir:g} short"] if asked.rir is not None else []
    return ", ".join(parts)


def done_text(entry: Entry) -> str:
    """What was done of an exercise, e.g. ``Seated leg curl: 10 x 40 kg, 9 x 40 kg``; warm-ups are left out."""
    parts = []
    for done in entry.sets:
        if done.kind is not SetKind.WARM_UP:
            amount = f"{done.reps}" if done.reps is not None else f"{done.duration_s or 0:g} s"
            parts.append(f"{amount} x {done.external_load_kg:g} kg" if done.external_load_kg else amount)
    return f"{entry.name}: {', '.join(parts) or 'warm-up only'}"


def _event(identity: UUID, title: str, lines: list[str], day: date, start: datetime | None, minutes: float | None) -> Event:
    event = Event()
    event.add("uid", f"{identity}@eccentric")
    event.add("dtstamp", datetime.combine(day, time(0), UTC))
    event.add("summary", title)
    event.add("description", "\n".join(lines))
    event.add("dtstart", start or day)
    event.add("dtend", start + timedelta(minutes=minutes or 60) if start else day + timedelta(days=1))
    return event


def _planned(plan: PlannedSession) -> Event:
    lines = [f"{entry.name}: {asked_text(entry.asked)}" for entry in plan.entries]
    return _event(plan.id, plan.title or "Training", lines, plan.day, None, plan.minutes)


def _done(session: Session) -> Event:
    lines = [done_text(entry) for entry in session.entries]
    return _event(session.id, f"Done: {session.title or 'Training'}", lines, session.day, session.started_at, session.minutes)


def journal_ics(journal: Journal) -> bytes:
    """The plan and the sessions done as a calendar; times are wall clock (floating). An empty journal raises BadInput."""
    if not journal.sessions and not journal.planned:
        raise bad_input("journal", "a session, planned or done", "none")
    calendar = Calendar()
    calendar.add("prodid", "-//Eccentric//Journal//EN")
    calendar.add("version", "2.0")
    done = done_of_plan(journal)
    for plan in journal.planned:
        if plan.id not in done:
            calendar.add_component(_planned(plan))
    for session in journal.sessions:
        calendar.add_component(_done(session))
    return bytes(calendar.to_ical())
