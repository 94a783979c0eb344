"""The programme as an iCalendar file: one event a session, the same bytes for the same programme."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from eccentric.plan.programme import PlannedSession, Programme, Week
from eccentric.plan.show import count, load


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
    event.add("summary", f"Hamstrings, {session.minutes} min (week {week.index}, {week.kind})")
    lines = [f"{item.name}: {count(item)}, {load(item)}" + (f", lower {item.tempo}" if item.tempo else "") for item in session.items]
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    return event
