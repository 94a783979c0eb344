"""What allauth asks us."""

from __future__ import annotations

import os

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Open for signing up unless the person who runs the server closed it with ECCENTRIC_SIGNUP=closed; never sends mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth gives it)
        return os.environ.get("ECCENTRIC_SIGNUP", "open") != "closed"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: this server has no outgoing mail."""
