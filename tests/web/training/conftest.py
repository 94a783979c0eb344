"""A member who trains."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from tests.web.training.people import a_profile

from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.web.accounts.models import User
from eccentric.web.training import services


@pytest.fixture
def trained(member: User) -> User:
    """The owner, with a programme that began today's Monday."""
    today = timezone.localdate()
    start = today - dt.timedelta(days=today.weekday())
    programme = plan(a_profile(), read_library().exercises, start=start, weeks=8)
    services.save_programme(member=member, profile=a_profile(), programme=programme, start=start)
    return member
