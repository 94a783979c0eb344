"""Uploading a clip: what is taken, what is refused, and whose it is."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django_tasks_db.models import DBTaskResult
from tests.web.checks.clips import clip, done_check, upload

from eccentric.web.checks import services
from eccentric.web.checks.forms import looks_like_video
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.tidying import tidy

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """No uploads counted yet."""
    cache.clear()


def test_a_visitor_uploads_and_only_that_browser_sees_it(anonymous: Client) -> None:
    check_id = upload(anonymous)
    check = Check.objects.get(pk=check_id)
    assert (check.state, check.owner, check.keep_video) == (State.WAITING, None, False)
    assert check.expires_at is not None
    assert check.clip.stat().st_size == clip().size
    assert check.clip.stat().st_mode & 0o077 == 0
    assert anonymous.get(f"/checks/{check_id}/").status_code == 200
    assert Client().get(f"/checks/{check_id}/").status_code == 404
    assert DBTaskResult.objects.filter(task_path__endswith="checks.tasks.analyse", status="READY").count() == 1


def test_a_visitor_cannot_keep_the_video(anonymous: Client) -> None:
    assert Check.objects.get(pk=upload(anonymous, keep_video="on")).keep_video is False


def test_a_member_may_keep_the_video(owner: Client) -> None:
    check = Check.objects.get(pk=upload(owner, keep_video="on"))
    assert check.keep_video is True
    assert check.expires_at is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"exercise": "lying-leg-curl"}, "Choose a clip first"),
        ({"clip": clip(content=b"%PDF-1.7" + b" " * 300), "exercise": "lying-leg-curl"}, "not a video"),
        ({"clip": clip(content=b""), "exercise": "lying-leg-curl"}, "empty"),
        ({"clip": clip(), "exercise": "moon-walk"}, "Select a valid choice"),
        ({"clip": clip()}, "Say which exercise"),
    ],
)
def test_what_is_refused_and_why(anonymous: Client, data: dict[str, object], words: str) -> None:
    response = anonymous.post("/checks/new/", data)
    assert response.status_code == 400
    assert words in response.content.decode()
    assert not Check.objects.exists()


def test_a_name_says_nothing(anonymous: Client) -> None:
    response = anonymous.post("/checks/new/", {"clip": clip("holiday.mp4", b"<html>" * 100), "exercise": "nordic-curl"})
    assert response.status_code == 400


def test_too_large_is_said(anonymous: Client, settings: object) -> None:
    settings.CLIP_MOST_BYTES = 500  # type: ignore[attr-defined]
    assert "the most is" in anonymous.post("/checks/new/", {"clip": clip(), "exercise": "nordic-curl"}).content.decode()


def test_three_at_once_and_not_a_fourth(anonymous: Client) -> None:
    for _ in range(3):
        upload(anonymous)
    response = anonymous.post("/checks/new/", {"clip": clip(), "exercise": "nordic-curl"})
    assert response.status_code == 429
    assert "still being watched" in response.content.decode()


def test_twenty_an_hour(anonymous: Client) -> None:
    for _ in range(20):
        upload(anonymous)
        Check.objects.update(state=State.DONE)
    assert anonymous.post("/checks/new/", {"clip": clip(), "exercise": "nordic-curl"}).status_code == 429


@pytest.mark.parametrize("head", [b"\x1a\x45\xdf\xa3" + b"\x00" * 60, b"RIFF\x00\x00\x00\x00AVI LIST", b"\x00\x00\x00\x20ftypqt  "])
def test_videos_are_known_by_their_beginning(head: bytes) -> None:
    assert looks_like_video(head)


@pytest.mark.parametrize("head", [b"", b"\xff\xd8\xff\xe0JFIF", b"RIFF\x00\x00\x00\x00WAVEfmt ", b"MZ\x90\x00", b"GIF89a"])
def test_other_files_are_known_too(head: bytes) -> None:
    assert not looks_like_video(head)


def test_deleting_takes_row_and_files(owner: Client) -> None:
    check = Check.objects.get(pk=upload(owner))
    assert owner.post(f"/checks/{check.pk}/delete/").status_code == 302
    assert not check.folder.exists()
    assert not Check.objects.filter(pk=check.pk).exists()


def test_a_visitor_who_signs_up_keeps_the_report(anonymous: Client, member: object) -> None:
    check_id = upload(anonymous)
    assert anonymous.post(f"/checks/{check_id}/keep/").status_code == 302
    anonymous.post("/account/login/", {"login": "owner", "password": "a long enough password"})
    anonymous.post(f"/checks/{check_id}/keep/")
    check = Check.objects.get(pk=check_id)
    assert check.owner == member
    assert check.expires_at is None


def test_what_expired_is_gone(anonymous: Client) -> None:
    from django.utils import timezone

    check = Check.objects.get(pk=upload(anonymous))
    Check.objects.update(expires_at=timezone.now())
    assert anonymous.get(f"/checks/{check.pk}/").status_code == 404
    assert tidy() == 1
    assert not check.folder.exists()


def test_erasing_a_member_leaves_nothing(member: object, owner: Client) -> None:
    folder = done_check(member).folder  # type: ignore[arg-type]
    upload(owner)
    assert services.delete_all(member=member) == 2  # type: ignore[arg-type]
    assert not folder.exists()
    assert not Check.objects.exists()
