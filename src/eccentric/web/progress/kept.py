"""The progress page, worked out once for a state of the member's training and kept in this process until it changes."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

from django.core.cache import cache

from eccentric.web.accounts.models import User
from eccentric.web.progress.page import ProgressPage, Wanted, progress_page
from eccentric.web.training.queries import file_of

KEPT_S = 3600


def kept_page(*, member: User, wanted: Wanted, today: date, unit: str, training: bool = True, pain: bool = True) -> ProgressPage:
    """As ``progress_page``; ``MemberFile.revision`` grows with every write, so that what is kept is never behind."""
    file = file_of(member=member)
    asked = "-".join(str(part) for part in (*astuple(wanted), today.isoformat(), unit, training, pain))
    key = f"progress-{file.calendar_token}-{file.revision}-{asked}"  # the token tells members apart for good, as a number would not
    kept: ProgressPage | None = cache.get(key)
    if kept is None:
        kept = progress_page(member=member, wanted=wanted, today=today, unit=unit, training=training, pain=pain)
        cache.set(key, kept, KEPT_S)
    return kept
