"""What ties a visitor to the clips of this browser: a random key in the session, of which the server stores the hash."""

from __future__ import annotations

import hashlib
import secrets

from django.http import HttpRequest

KEY = "checks_key"


def holder_of(request: HttpRequest, *, make: bool = False) -> str:
    """The hash of this session's key; "" when it has none and none is to be made."""
    key = request.session.get(KEY)
    if key is None:
        if not make:
            return ""
        key = request.session[KEY] = secrets.token_urlsafe(24)
    return hashlib.sha256(str(key).encode()).hexdigest()
