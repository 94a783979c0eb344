"""Who asks: a program with a token, for the token's scopes, or a signed-in person in the browser, for everything."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import token_named
from eccentric.web.api.errors import Refused


class Token(HttpBearer):
    """``Authorization: Bearer ecc_…``; a token without one of the scopes is told which it needs."""

    openapi_name = "token"

    def __init__(self, *scopes: Scope) -> None:
        super().__init__()
        self.scopes = scopes

    def authenticate(self, request: HttpRequest, token: str) -> User | None:  # noqa: ARG002 (ninja gives it)
        """The token's person, or None."""
        found = token_named(token)
        if found is None:
            return None
        for scope in self.scopes:
            if scope.value not in found.scopes:
                raise Refused(403, f"this token may not {scope.label}: it needs the scope {scope.value}")
        return found.user


class Browser(APIKeyCookie):
    """The cookie of a signed-in browser; anything that writes needs the CSRF token too."""

    param_name = "sessionid"
    openapi_name = "browser"

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:  # noqa: ARG002 (Django has read it)
        """The person who is signed in, or None."""
        return request.user if request.user.is_authenticated else None


def needs(*scopes: Scope) -> list[Any]:
    """The ways in to an operation that needs some scopes, all of them."""
    return [Token(*scopes), Browser()]


def caller(request: HttpRequest) -> User:
    """The person who asks, inside an operation."""
    user: User = request.auth  # type: ignore[attr-defined]
    return user
