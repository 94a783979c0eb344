"""The calendar feed: planned sessions on the days where they are now; whoever knows the secret address reads it."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from eccentric.journal.records import PlannedSession
from eccentric.web.training import queries
from eccentric.web.training.models import MemberFile, Programme


def feed(*, token: str) -> bytes | None:
    """The calendar of the member whose secret this is, or None when it is nobody's."""
    file = MemberFile.objects.filter(calendar_token=token).first()
    if file is None or len(token) < 20:
        return None
    row = Programme.objects.filter(member_id=file.pk, ended_at=None).first()
    calendar = Calendar()
    calendar.add("prodid", "-//Eccentric//programme//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Hamstrings")
    calendar.add("refresh-interval;value=duration", "PT6H")
    for session in queries.planned_days(row=row) if row else ():
        calendar.add_component(_event(session, row))
    return bytes(calendar.to_ical())


def _event(session: PlannedSession, row: Programme | None) -> Event:
    event = Event()
    event.add("uid", f"{session.id}@eccentric")
    event.add("dtstamp", row.created_at if row else dt.datetime.combine(session.day, dt.time(), dt.UTC))
    event.add("dtstart", session.day)
    event.add("dtend", session.day + dt.timedelta(days=1))
    event.add("summary", f"Hamstrings, {session.minutes:g} min" if session.minutes else "Hamstrings")
    lines = [f"{entry.name}: {entry.asked.sets} x {_span(entry.asked.reps)}" for entry in session.entries]
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    return event


def _span(reps: tuple[int, int] | None) -> str:
    if reps is None:
        return "holds"
    return f"{reps[0]}" if reps[0] == reps[1] else f"{reps[0]}-{reps[1]}"
