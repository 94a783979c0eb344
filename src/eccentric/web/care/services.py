"""Inviting, accepting, changing and ending consent."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from eccentric.terms.errors import bad_input
from eccentric.web.accounts.models import User
from eccentric.web.care.models import Grant, Invitation, Part

DAYS = 7


def digest_of(token: str) -> str:
    """The SHA-256 of an invitation's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def _parts(parts: Iterable[str]) -> list[str]:
    """The parts that exist, in their own order; none at all raises BadInput."""
    wanted = set(parts)
    known = [part.value for part in Part if part.value in wanted]
    if not known:
        raise bad_input("parts", "at least one part", "none")
    return known


def invite(*, member: User, parts: Iterable[str], note: str = "") -> str:
    """Make an invitation to see some parts; returns the secret of its link, which is kept only as a hash. It works once, for a week."""
    known = _parts(parts)
    token = secrets.token_urlsafe(24)
    ends = timezone.now() + timedelta(days=DAYS)
    Invitation.objects.filter(expires_at__lte=timezone.now()).delete()
    Invitation.objects.create(member=member, note=note[:80], parts=known, digest=digest_of(token), expires_at=ends)
    return token


def cancel(*, member: User, invitation_id: int) -> bool:
    """Take an invitation back; returns whether there was one."""
    return bool(Invitation.objects.filter(member=member, pk=invitation_id).delete()[0])


def open_invitation(*, token: str) -> Invitation | None:
    """The living invitation of a link, or None."""
    return Invitation.objects.select_related("member").filter(digest=digest_of(token), expires_at__gt=timezone.now()).first()


@transaction.atomic
def accept(*, coach: User, token: str) -> Grant:
    """Use an invitation up: the coach sees its parts from now on. Raises BadInput when the link has ended or is one's own."""
    found = Invitation.objects.select_for_update().filter(digest=digest_of(token), expires_at__gt=timezone.now()).first()
    if found is None:
        raise bad_input("link", "an invitation that has not been used and is younger than a week", "none")
    if found.member_id == coach.pk:
        raise bad_input("link", "somebody else's invitation", "your own")
    grant, _ = Grant.objects.update_or_create(member_id=found.member_id, coach=coach, revoked_at=None, defaults={"parts": found.parts})
    found.delete()
    return grant


def change(*, member: User, grant_id: int, parts: Iterable[str]) -> bool:
    """Let a coach see other parts from now on; returns whether there is such a grant. No parts at all raises BadInput: end it instead."""
    return bool(Grant.objects.filter(member=member, pk=grant_id, revoked_at=None).update(parts=_parts(parts)))


def end(*, person: User, grant_id: int) -> Grant | None:
    """End a grant at once, by the member or by the coach; None when it is not theirs or has ended."""
    grant = Grant.objects.select_related("member", "coach").filter(pk=grant_id, revoked_at=None).first()
    if grant is None or person.pk not in (grant.member_id, grant.coach_id):
        return None
    grant.revoked_at = timezone.now()
    grant.save(update_fields=["revoked_at"])
    return grant


def undo_end(*, member: User, grant_id: int) -> bool:
    """Give back what the member has just ended, unless the coach has a newer grant; returns whether it lives again."""
    grant = Grant.objects.filter(member=member, pk=grant_id).exclude(revoked_at=None).first()
    if grant is None or grant.revoked_at is None or grant.revoked_at < timezone.now() - timedelta(minutes=10):
        return False
    if Grant.objects.filter(member=member, coach_id=grant.coach_id, revoked_at=None).exists():
        return False
    grant.revoked_at = None
    grant.save(update_fields=["revoked_at"])
    return True
