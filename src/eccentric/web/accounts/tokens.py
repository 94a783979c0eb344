"""Tokens for programs: made once, shown once, kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from eccentric.web.accounts.models import ApiToken, User
from eccentric.web.accounts.scopes import Scope

PREFIX = "ecc_"
SHOWN_START = 10


def digest_of(token: str) -> str:
    """The SHA-256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_token(*, user: User, name: str, scopes: Sequence[Scope], days: int | None = None) -> tuple[str, ApiToken]:
    """Make a token with some scopes that ends after some days (None = never); returns it, for the only time, and its row."""
    token = PREFIX + secrets.token_urlsafe(32)
    ends = timezone.now() + timedelta(days=days) if days else None
    kept = ApiToken.objects.create(
        user=user, name=name, start=token[:SHOWN_START], digest=digest_of(token), scopes=[scope.value for scope in scopes], expires_at=ends
    )
    return token, kept


def revoke_token(*, user: User, token_id: int) -> bool:
    """End a token of the person at once; returns whether there was one."""
    return bool(ApiToken.objects.filter(user=user, pk=token_id).delete()[0])


def token_named(text: str) -> ApiToken | None:
    """The living token of an active person that a program presents, with its person read along, or None; its last day of use is noted."""
    if not text.startswith(PREFIX) or len(text) > 100:
        return None
    found = ApiToken.objects.select_related("user").filter(digest=digest_of(text), user__is_active=True).first()
    now = timezone.now()
    if found is None or (found.expires_at is not None and found.expires_at <= now):
        return None
    if found.last_used_on != now.date():
        ApiToken.objects.filter(pk=found.pk).update(last_used_on=now.date())
    return found
