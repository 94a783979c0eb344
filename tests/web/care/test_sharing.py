"""Sharing: a link works once, a coach sees the parts that were chosen and no others, and what is ended is ended at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.people import NOTE, train

from eccentric.terms.errors import BadInput
from eccentric.web.accounts.models import User
from eccentric.web.care.models import Grant, Invitation, Part
from eccentric.web.care.queries import may_see
from eccentric.web.care.services import accept, invite
from eccentric.web.checks.models import Check

SEEN = {
    Part.PROGRAMME: (NOTE, "sessions in four weeks"),
    Part.PROGRESS: ("hard sets a week", "Your latest record"),
    Part.PAIN: ("worst pain in training", "Function:"),
    Part.CHECKS: ("4 of 5 repetitions good",),
}


@pytest.fixture
def shown(member: User, stranger_user: User, stranger: Client) -> Callable[..., str]:
    """Return what a coach sees of the member with some parts."""
    train(member)
    Check.objects.create(owner=member, holder="x", exercise="nordic-curl", clip_name="a.mp4", reps=5, good_reps=4, state="done")
    grant = Grant.objects.create(member=member, coach=stranger_user, parts=[])

    def page(*parts: Part) -> str:
        Grant.objects.filter(pk=grant.pk).update(parts=list(parts))
        return stranger.get(f"/care/people/{grant.pk}/").content.decode()

    return page


@pytest.mark.parametrize("parts", [parts for count in range(1, 5) for parts in itertools.combinations(Part, count)])
def test_a_coach_sees_the_chosen_parts_only(parts: tuple[Part, ...], shown: Callable[..., str]) -> None:
    page = shown(*parts)
    for part, words in SEEN.items():
        for word in words:
            assert (word in page) == (part in parts), f"{word} with {parts}"
    if Part.PAIN not in parts:
        assert "pain" not in page.split("<main")[1].split("<footer")[0].lower()


def test_a_link_works_once_and_shows_what_was_chosen(owner: Client, stranger: Client, stranger_user: User, member: User) -> None:
    page = owner.post("/care/invite/", {"parts": ["progress", "nonsense"], "note": "Anna"}).content.decode()
    link = page.split('readonly value="http://testserver')[1].split('"')[0]
    asked = stranger.get(link).content.decode()
    assert "Progress" in asked
    assert "Pain" not in asked.split("</h1>")[1].split("<footer")[0]
    assert stranger.post(link).status_code == 302
    assert may_see(viewer=stranger_user, member=member, part=Part.PROGRESS)
    assert not may_see(viewer=stranger_user, member=member, part=Part.PAIN)
    assert stranger.post(link).status_code == 404
    assert link.split("/")[-2] not in str(list(Invitation.objects.values()))


def test_a_note_is_kept_when_nothing_was_chosen(owner: Client) -> None:
    answer = owner.post("/care/invite/", {"note": 'Anna "A", physio'})
    assert answer.status_code == 422
    assert 'value="Anna &quot;A&quot;, physio"' in answer.content.decode()
    assert not Invitation.objects.exists()


def test_the_secret_of_a_link_is_kept_as_a_hash_only(member: User) -> None:
    token = invite(member=member, parts=["pain"])
    assert token not in str(list(Invitation.objects.values()))


def test_a_link_ends_after_a_week_or_when_taken_back(owner: Client, member: User, stranger_user: User) -> None:
    old, back = invite(member=member, parts=["pain"]), invite(member=member, parts=["pain"])
    first, second = Invitation.objects.order_by("pk")
    Invitation.objects.filter(pk=first.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    owner.post(f"/care/invitations/{second.pk}/cancel/")
    for token in (old, back, "nonsense"):
        with pytest.raises(BadInput):
            accept(coach=stranger_user, token=token)


def test_nobody_takes_back_anothers_link(stranger: Client, member: User) -> None:
    invite(member=member, parts=["pain"])
    stranger.post(f"/care/invitations/{Invitation.objects.get().pk}/cancel/")
    assert Invitation.objects.exists()


def test_nobody_coaches_themselves(member: User, owner: Client) -> None:
    token = invite(member=member, parts=["pain"])
    answer = owner.post(f"/care/join/{token}/", follow=True)
    assert "This link is your own" in answer.content.decode()
    assert not Grant.objects.exists()
    assert Invitation.objects.exists()


def test_a_link_that_ends_while_one_accepts_is_told_as_ended(stranger: Client, member: User, monkeypatch: pytest.MonkeyPatch) -> None:
    token = invite(member=member, parts=["pain"])

    def too_late(*, coach: User, token: str) -> Grant:
        Invitation.objects.all().delete()
        return accept(coach=coach, token=token)

    monkeypatch.setattr("eccentric.web.care.services.accept", too_late)
    answer = stranger.post(f"/care/join/{token}/", follow=True)
    assert answer.status_code == 404
    assert "your own" not in answer.content.decode()


def test_somebody_without_an_account_is_led_through_signing_in(anonymous: Client, member: User) -> None:
    token = invite(member=member, parts=["pain"])
    assert anonymous.get(f"/care/join/{token}/").status_code == 200
    response = anonymous.post(f"/care/join/{token}/")
    assert response.headers["Location"] == f"/account/login/?next=/care/join/{token}/"


def test_what_is_ended_is_ended_at_once_and_undone_soon(
    owner: Client, coach: Client, coach_user: User, stranger: Client, member: User
) -> None:
    grant = Grant.objects.get()
    assert coach.get(f"/care/people/{grant.pk}/").status_code == 200
    assert stranger.post(f"/care/grants/{grant.pk}/end/").status_code == 404
    owner.post(f"/care/grants/{grant.pk}/end/")
    assert coach.get(f"/care/people/{grant.pk}/").status_code == 404
    assert not may_see(viewer=coach_user, member=member, part=Part.PROGRESS)
    coach.post(f"/care/grants/{grant.pk}/undo/")
    assert coach.get(f"/care/people/{grant.pk}/").status_code == 404, "only the member undoes"
    assert "Undo" in owner.get("/care/").content.decode()
    owner.post(f"/care/grants/{grant.pk}/undo/")
    assert coach.get(f"/care/people/{grant.pk}/").status_code == 200
    Grant.objects.update(revoked_at=timezone.now() - timedelta(minutes=11))
    owner.post(f"/care/grants/{grant.pk}/undo/")
    assert coach.get(f"/care/people/{grant.pk}/").status_code == 404


def test_a_coach_may_stop(coach: Client, coach_user: User) -> None:
    coach.post(f"/care/grants/{Grant.objects.get().pk}/end/")
    assert Grant.objects.get().revoked_at is not None


def test_only_the_member_chooses_the_parts(owner: Client, coach: Client, stranger: Client) -> None:
    grant = Grant.objects.first()
    assert grant is None or grant.parts
    grant = Grant.objects.get()
    for client in (coach, stranger):
        assert client.post(f"/care/grants/{grant.pk}/change/", {"parts": ["pain"]}).status_code == 404
    owner.post(f"/care/grants/{grant.pk}/change/", {"parts": ["pain"]})
    owner.post(f"/care/grants/{grant.pk}/change/", {"parts": []})
    assert Grant.objects.get().parts == ["pain"]


def test_a_coach_writes_nothing(coach: Client, member: User) -> None:
    train(member)
    path = f"/care/people/{Grant.objects.get().pk}/"
    page = coach.get(path).content.decode()
    assert [form.split('"')[0] for form in page.split('<form method="post" action="')[1:]] == [
        f"/care/grants/{Grant.objects.get().pk}/end/"
    ]
    assert coach.post(path).status_code == 405


def test_the_view_of_a_member_asks_few_questions(coach: Client, member: User, django_assert_max_num_queries: Any) -> None:
    path = f"/care/people/{Grant.objects.get().pk}/"
    train(member, weeks=2)
    with django_assert_max_num_queries(30):
        coach.get(path)
    train(member, weeks=12)
    with django_assert_max_num_queries(30):
        coach.get(path)
