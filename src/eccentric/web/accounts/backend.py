"""Who is signed in, read at little cost: it happens in every request of a session."""

from __future__ import annotations

from functools import lru_cache

from django.contrib.auth.backends import ModelBackend

from eccentric.web.accounts.models import User
from eccentric.web.by_key import ByKey


class Members(ModelBackend):
    """Name and password, as Django does it."""

    def get_user(self, user_id: int) -> User | None:
        """The person with this number, while the account is active."""
        found = _people().get(user_id)
        return found if found is not None and self.user_can_authenticate(found) else None


@lru_cache(maxsize=1)
def _people() -> ByKey[User]:
    return ByKey(User, "id")
