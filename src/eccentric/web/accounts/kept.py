"""What the server keeps of a person, counted, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

from eccentric.web.accounts.models import ApiToken, User
from eccentric.web.care.models import Grant
from eccentric.web.checks.models import Check
from eccentric.web.training.models import OtherRecord, Programme, Session, SetLog


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing: how many, what it is, and when it goes."""

    what: str
    count: int
    until: str


def kept_of(user: User) -> list[Kept]:
    """Everything of a person by kind."""
    until = "until you delete it or erase everything"
    return [
        Kept("Sessions", Session.objects.filter(member=user, deleted=False).count(), until),
        Kept(
            "Sets, with notes and pain where you told it", SetLog.objects.filter(entry__session__member=user, deleted=False).count(), until
        ),
        Kept("Tests, body masses and milestones", OtherRecord.objects.filter(member=user, deleted=False).count(), until),
        Kept(
            "Programmes, with the profile they were made for", Programme.objects.filter(member=user).count(), "until you erase everything"
        ),
        Kept("Reports of form checks", Check.objects.filter(owner=user).count(), until),
        Kept("Clips that you asked to keep", Check.objects.filter(owner=user, keep_video=True).count(), until),
        Kept("People who see parts of it", Grant.objects.filter(member=user, revoked_at=None).count(), "until you or they end it"),
        Kept("Tokens for programs", ApiToken.objects.filter(user=user).count(), "until they end or you end them"),
    ]
