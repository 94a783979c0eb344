"""The person of a request."""

from __future__ import annotations

from django.http import HttpRequest

from eccentric.web.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """The person who is signed in; use it behind ``login_required`` only."""
    user = request.user
    assert user.is_authenticated, "this view needs login_required"
    return user
