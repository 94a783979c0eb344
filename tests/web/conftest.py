"""The four people of every web test, and clients signed in as them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tests.web.django_ready  # noqa: F401 (first: it sets Django up)
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client

from eccentric.web.accounts.models import User
from eccentric.web.care.models import Grant, Part

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def plain_server(settings: object, tmp_path: Path) -> Iterator[None]:
    """Cheap password hashing, static files as they are, a media folder of the test's own, and nothing kept from other tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    settings.STORAGES = django_settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.MEDIA_ROOT = tmp_path / "media"  # type: ignore[attr-defined]
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path  # type: ignore[attr-defined]
    cache.clear()
    yield


@pytest.fixture
def member(db: None) -> User:
    """The owner of the data under test."""
    return User.objects.create_user("owner", password=PASSWORD)


@pytest.fixture
def coach_user(member: User) -> User:
    """A coach whom the member lets see everything."""
    person = User.objects.create_user("coach", password=PASSWORD)
    Grant.objects.create(member=member, coach=person, parts=list(Part.values))
    return person


@pytest.fixture
def stranger_user(db: None) -> User:
    """Somebody with an account and no consent."""
    return User.objects.create_user("stranger", password=PASSWORD)


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """Return a client signed in as a person."""

    def signed(person: User) -> Client:
        client = Client()
        client.force_login(person, backend="eccentric.web.accounts.backend.Members")
        return client

    return signed


@pytest.fixture
def owner(member: User, sign_in: Callable[[User], Client]) -> Client:
    """A client signed in as the owner."""
    return sign_in(member)


@pytest.fixture
def coach(coach_user: User, sign_in: Callable[[User], Client]) -> Client:
    """A client signed in as the consented coach."""
    return sign_in(coach_user)


@pytest.fixture
def stranger(stranger_user: User, sign_in: Callable[[User], Client]) -> Client:
    """A client signed in as a stranger."""
    return sign_in(stranger_user)


@pytest.fixture
def anonymous(db: None) -> Client:
    """A client that is not signed in."""
    return Client()
