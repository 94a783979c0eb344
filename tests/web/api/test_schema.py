"""The OpenAPI document against the server: made-up requests find no status, type or shape that it does not declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS
from tests.web.people import train

from eccentric.web.accounts.models import User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token
from eccentric.web.api.v1 import api

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
EXAMPLES = 5

schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
schema.app = WSGIHandler()
HELD = CHECKS.get_by_names(["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"])


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The test's own connection stays open between requests, as with Django's client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token(member: User) -> str:
    train(member, weeks=2)
    return make_token(user=member, name="made-up requests", scopes=list(Scope))[0]


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_nothing_happens_that_is_not_declared(case: Any, token: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}, checks=HELD)


def test_every_operation_declares_its_errors() -> None:
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items():
        for method, operation in methods.items():
            declared = {str(status) for status in operation["responses"]}
            if "security" in operation:
                assert {"401", "403", "422"} <= declared, f"{method} {path}"
            if "{" in path:
                assert "404" in declared, f"{method} {path}"
            if method in ("post", "put"):
                assert {"400", "409"} <= declared, f"{method} {path}"
                assert any(given["name"] == "Idempotency-Key" for given in operation["parameters"]), f"{method} {path}"
