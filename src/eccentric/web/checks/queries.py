"""Finding form checks: only those that a person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from eccentric.web.care.models import Part
from eccentric.web.care.queries import may_see
from eccentric.web.checks.models import Check, State
from eccentric.web.library.queries import in_words, seen_by_camera, shelf

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from eccentric.web.accounts.models import User


def visible(*, check_id: UUID, viewer: User | AnonymousUser, holder: str) -> Check | None:
    """A check that the viewer may read: the owner, a coach with consent, or the session that uploaded it; else None."""
    check = _live().select_related("owner").filter(pk=check_id).first()
    if check is None or (check.owner is None and holder and check.holder == holder):
        return check
    if check.owner is not None and may_see(viewer=viewer, member=check.owner, part=Part.CHECKS):
        return check
    return None


def own(*, check_id: UUID, viewer: User | AnonymousUser, holder: str) -> Check | None:
    """A check that the viewer may change or delete: the owner, or the session that uploaded it."""
    check = visible(check_id=check_id, viewer=viewer, holder=holder)
    return check if check is not None and (check.owner_id is None or check.owner_id == viewer.pk) else None


def listed(*, viewer: User | AnonymousUser, holder: str) -> QuerySet[Check]:
    """A person's checks, newest first: the member's, and those of this browser that belong to nobody yet."""
    mine = Q(owner__isnull=True, holder=holder) if holder else Q(pk__in=())
    return _live().filter(mine | Q(owner_id=viewer.pk) if viewer.is_authenticated else mine)


def of_set(*, member: User, set_id: UUID) -> Check | None:
    """The newest check of one of the member's sets that did not fail."""
    return _live().filter(owner=member, training_set=set_id).exclude(state=State.FAILED).first()


def waiting(*, holder: str = "") -> int:
    """How many checks wait or run, of one session or of all."""
    found = _live().filter(state__in=(State.WAITING, State.RUNNING))
    return (found.filter(holder=holder) if holder else found).count()


def exercises_by_kind() -> list[tuple[str, list[tuple[str, str]]]]:
    """The exercises that a camera can check, as choices grouped by kind."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for page in shelf().exercises.values():
        if seen_by_camera(page.id):
            groups.setdefault(in_words(page.classification.pattern).capitalize(), []).append((page.id, page.name))
    return sorted(groups.items())


def _live() -> QuerySet[Check]:
    return Check.objects.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
