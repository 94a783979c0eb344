"""The frame of every page: policy, headers, navigation."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from eccentric.web.accounts.models import User
from eccentric.web.policy import allow, policy


def test_the_policy_has_no_inline(anonymous: Client) -> None:
    response = anonymous.get("/")
    said = response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in said
    assert "connect-src 'self'" in said
    assert b"style=" not in response.content
    assert b"onclick" not in response.content


def test_a_nonce_only_where_asked() -> None:
    assert "nonce" not in policy(None, {})
    assert "'nonce-abc'" in policy("abc", {})


def test_the_policy_cannot_be_opened_to_inline() -> None:
    with pytest.raises(ValueError, match="never"):
        allow(HttpResponse(), script_src=("'unsafe-inline'",))


def test_missing_pages_are_explained(anonymous: Client) -> None:
    response = anonymous.get("/no/such/page")
    assert response.status_code == 404
    assert "no such page" in response.content.decode()


def test_navigation_names_only_pages_that_are_there(owner: Client) -> None:
    response = owner.get("/more/")
    assert response.status_code == 200
    for place in response.context["places"]:
        assert owner.get(place.url).status_code in (200, 302), place.name


def test_signing_in_says_nothing_and_signing_out_says_so_plainly(anonymous: Client, member: User) -> None:
    member.set_password("the long way down")
    member.save()
    given = {"login": member.username, "password": "the long way down"}
    inside = anonymous.post("/account/login/", given, follow=True)
    assert [str(message) for message in inside.context["messages"]] == []
    outside = anonymous.post("/account/logout/", follow=True)
    assert [str(message) for message in outside.context["messages"]] == ["You are signed out."]
