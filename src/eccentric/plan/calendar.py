"""The programme as an iCalendar file: one event a session, the same bytes for the same programme."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from eccentric.plan.programme import Item, PlannedSession, Programme, Week
from eccentric.plan.show import KINDS, count, first, load, lower, reserve


def calendar_bytes(programme: Programme) -> bytes:
    """All sessions as all-day events, with what to do in the description; the time of day is the person's choice."""
    calendar = Calendar()
    calendar.add("prodid", "-//Eccentric//programme//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Hamstrings")
    for week in programme.weeks:
        for session in week.sessions:
            calendar.add_component(_event(week, session))
    return bytes(calendar.to_ical())


def _event(week: Week, session: PlannedSession) -> Event:
    event = Event()
    event.add("uid", f"{session.date.isoformat()}-week-{week.index}@eccentric")
    event.add("dtstamp", dt.datetime.combine(session.date, dt.time(), dt.UTC))
    event.add("dtstart", session.date)
    event.add("dtend", session.date + dt.timedelta(days=1))
    event.add("summary", f"Hamstrings, {session.minutes} min (week {week.index}, {KINDS[week.kind]})")
    event.add("description", "\n".join(_line(item) for item in session.items))
    event.add("transp", "TRANSPARENT")
    return event


def _line(item: Item) -> str:
    """One exercise: what, how many, how heavy, how slow, how near to failure, and what comes first."""
    slow = f"lower for {lower(item)}" if item.tempo else ""
    left = f"stop with {reserve(item)}" if item.rir is not None else ""
    said = ", ".join(part for part in (count(item), load(item), slow, left) if part)
    return f"{item.name}: {said}" + (f" ({first(item)})" if first(item) else "")
