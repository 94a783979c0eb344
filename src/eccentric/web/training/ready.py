"""The next session, kept ready: worked out once for a day and a state of the member's data, then read from one row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from eccentric.journal.ids import imported_id
from eccentric.journal.planned import planned_sessions
from eccentric.library.exercise import Exercise
from eccentric.plan.gate import gates
from eccentric.plan.history import History
from eccentric.plan.layoff import layoff
from eccentric.plan.loading import rack_for
from eccentric.plan.next_session import NextSession, next_session
from eccentric.plan.place import place
from eccentric.plan.profile import Profile
from eccentric.plan.programme import Item
from eccentric.plan.swap import Why, swap
from eccentric.plan.verdict import Limits
from eccentric.web.accounts.models import User
from eccentric.web.library.queries import shelf
from eccentric.web.training import queries
from eccentric.web.training.models import MemberFile, Programme, Session

WHYS: tuple[Why, ...] = ("busy", "dislike", "pain")
RAMP = ((0.4, 8), (0.6, 5), (0.8, 2))
"""Warm-up sets as shares of the working load, and their repetitions (engineering default)."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The next session as it is kept: ``answer`` is what the planner says, ``items`` what each exercise needs besides."""

    session_id: UUID
    planned: UUID | None
    answer: dict[str, Any]
    items: list[dict[str, Any]]

    @property
    def day(self) -> dt.date | None:
        """The day that the planner gives the session, or None when a gate stops."""
        session = self.answer.get("session")
        return dt.date.fromisoformat(session["date"]) if session else None

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Ready:
        """Read what was kept."""
        planned = kept["planned"]
        return cls(UUID(kept["session_id"]), UUID(planned) if planned else None, kept["answer"], kept["items"])


def upcoming(*, file: MemberFile, today: dt.date) -> Ready | None:
    """The member's next session, from the file when it was worked out for this day and state; None without a programme."""
    if file.upcoming_revision == file.revision and file.upcoming_day == today:
        return Ready.of(file.upcoming) if file.upcoming else None
    found = _work_out(file.member, today)
    kept = MemberFile.objects.filter(pk=file.pk, revision=file.revision)
    kept.update(upcoming=found, upcoming_revision=file.revision, upcoming_day=today)
    file.upcoming, file.upcoming_revision, file.upcoming_day = found, file.revision, today
    return Ready.of(found) if found else None


def _work_out(member: User, today: dt.date) -> dict[str, Any] | None:
    row, profile = queries.live_programme(member=member), queries.profile_of(member=member)
    if row is None or profile is None:
        return None
    programme, history, pages = queries.planned(row=row), queries.history_for(member=member), shelf().exercises
    answer = next_session(profile, programme, history, pages, today=today)
    planned = _which(row, history, today) if answer.session else None
    answer = _moved(answer, row, planned, today)
    nth = Session.objects.filter(member=member, day=today, deleted=False).exclude(finished_at=None).count()
    limits = gates(profile, today).limits
    items = (
        [item_facts(item, profile, limits, last=last_time(history, item.exercise)) for item in answer.session.items]
        if answer.session
        else []
    )
    return {
        "session_id": str(imported_id("session", row.id, today.isoformat(), nth)),
        "planned": str(planned) if planned else None,
        "answer": answer.model_dump(mode="json", by_alias=True),
        "items": items,
    }


def _which(row: Programme, history: History, today: dt.date) -> UUID | None:
    """The planned session that comes next."""
    programme = queries.planned(row=row)
    away = layoff(history, today)
    next_one = place(programme, history, restart=away is not None and away.restart).session
    flat = [session for week in programme.weeks for session in week.sessions]
    sessions = planned_sessions(programme)
    number = next((number for number, session in enumerate(sorted(flat, key=lambda each: each.date)) if session is next_one), None)
    return sessions[number].id if number is not None and number < len(sessions) else None


def _moved(answer: NextSession, row: Programme, planned: UUID | None, today: dt.date) -> NextSession:
    """The answer on the day to which the member moved the session, when that day is still to come."""
    day = row.moves.get(str(planned))
    if answer.session is None or day is None or dt.date.fromisoformat(day) < today:
        return answer
    session = answer.session.model_copy(update={"date": dt.date.fromisoformat(day)})
    return answer.model_copy(update={"session": session})


def item_facts(item: Item, profile: Profile, limits: Limits, last: list[list[Any]]) -> dict[str, Any]:
    """What a session's page needs of an exercise: sides, load steps, warm-up, and what could replace it, each with its reason."""
    pages = shelf().exercises
    page = pages[item.exercise]
    others: dict[str, dict[str, Any]] = {}
    for why in WHYS:
        found = swap(item, why, profile, pages, limits)
        if found is not None:
            other = others.setdefault(found.item.exercise, _other(found.item, profile))
            other["reasons"][why] = found.reason.model_dump()
    return {**_facts(page, item, profile), "last": last, "swaps": list(others.values())}


def last_time(history: History, exercise: str) -> list[list[Any]]:
    """The working sets of the exercise's newest session, each [repetitions, kilograms or None, seconds or None]."""
    session = next(iter(history.with_exercise(exercise)), None)
    return [[done.reps, done.external_load_kg, done.hold_s] for done in session.of(exercise)] if session else []


def _other(item: Item, profile: Profile) -> dict[str, Any]:
    page = shelf().exercises[item.exercise]
    return {"item": item.model_dump(mode="json"), "facts": _facts(page, item, profile), "reasons": {}}


def _facts(page: Exercise, item: Item, profile: Profile) -> dict[str, Any]:
    rack = rack_for(page, profile.steps)
    kind = page.movement.load.kind
    planned = [(each.external_load_kg, each.reps) for each in item.warm_up]
    return {
        "sides": page.classification.sides,
        "kind": kind,
        "step_kg": rack.step_kg,
        "lowest_kg": rack.lowest_kg,
        "highest_kg": rack.highest_kg,
        "weights_kg": list(rack.weights_kg),
        "warm_up": ramp(item.external_load_kg, rack.at_most) if kind in ("barbell", "machine", "dumbbell", "cable") else planned,
        "begins": page.movement.begins,
        "cue": page.how.tips[0],
    }


def ramp(load_kg: float | None, at_most: Any) -> list[tuple[float, int]]:
    """Warm-up sets up to a working load: (kilograms that exist, repetitions), lighter first, each load once."""
    if not load_kg:
        return []
    found: dict[float, int] = {}
    for share, reps in RAMP:
        kilos = at_most(load_kg * share)
        if 0 < kilos < load_kg:
            found[kilos] = reps
    return sorted(found.items())
