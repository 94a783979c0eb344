"""Every address of the server, as each of the four people; a new address fails here until it is listed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.web.addresses import ADDRESSES, THEIRS, Address

from eccentric.web.api import v1_urls

OPERATIONS = "api/v1/<path:rest>"
WHO = ("owner", "coach", "stranger", "anonymous")


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every route below some patterns, with its placeholders."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_every_address_is_listed() -> None:
    pages = {route for route in routes(get_resolver().url_patterns) if not route.startswith(THEIRS)}
    there = pages - {OPERATIONS} | set(routes(v1_urls.urlpatterns))
    listed = {address.route for address in ADDRESSES}
    assert there - listed == set(), "list these in tests/web/addresses.py with what each person gets"
    assert listed - there == set(), "these are gone: take them out of tests/web/addresses.py"


@pytest.mark.django_db
def test_every_method_of_every_address_is_listed(owner: Client, request: pytest.FixtureRequest) -> None:
    listed = {(address.route, address.method) for address in ADDRESSES}
    missing = []
    for address in {address.route: address for address in ADDRESSES}.values():
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            if (address.route, method) not in listed:
                answer = owner.generic(method, address.path(request), content_type="application/json")
                missing += [f"{method} {address.route}"] if answer.status_code not in (404, 405) else []
    assert not missing, f"{missing}: list these in tests/web/addresses.py with what each person gets"


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.route or "/")
def test_each_person_gets_what_is_theirs(address: Address, who: str, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(who)
    path = address.path(request)
    response = client.generic(address.method, path, headers={"accept": "text/html"})
    assert response.status_code == address.gets(who), f"{address.method} {path} as {who}"
