"""Who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from eccentric.web.care.models import Grant, Invitation, Part

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from eccentric.web.accounts.models import User


def may_see(*, viewer: User | AnonymousUser, member: User, part: Part) -> bool:
    """True for the member's own data, and for a coach whose grant is live and names the part."""
    if not viewer.is_authenticated:
        return False
    if viewer.pk == member.pk:
        return True
    grant = Grant.objects.filter(member=member, coach_id=viewer.pk, revoked_at=None).only("parts").first()
    return grant is not None and part in grant.parts


def given(*, member: User) -> list[Grant]:
    """The living grants of a member, with their coaches."""
    return list(Grant.objects.filter(member=member, revoked_at=None).select_related("coach").order_by("created_at"))


def held(*, coach: User) -> list[Grant]:
    """The living grants that a coach holds, with their members."""
    return list(Grant.objects.filter(coach=coach, revoked_at=None).select_related("member").order_by("created_at"))


def invitations(*, member: User) -> list[Invitation]:
    """A member's invitations that nobody has used yet."""
    return list(Invitation.objects.filter(member=member, expires_at__gt=timezone.now()).order_by("created_at"))


def grant_of(*, coach: User, grant_id: int) -> Grant | None:
    """A living grant that the coach holds, with its member, or None."""
    return Grant.objects.filter(pk=grant_id, coach=coach, revoked_at=None).select_related("member").first()
