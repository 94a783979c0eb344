"""Who may see what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eccentric.web.care.models import Grant, Part

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
