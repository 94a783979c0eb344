"""What is left over goes: clips after any end, uploads that broke off, checks that nobody will watch."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.web.checks.clips import done_check, upload

from eccentric.motion import pose
from eccentric.terms.errors import bad_input
from eccentric.web.accounts.models import User
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.tasks import analyse
from eccentric.web.checks.tidying import LEFT_OVER_S, UPLOAD_LEFT_OVER_S, tidy

pytestmark = pytest.mark.django_db(transaction=True)


def aged(path: Path, seconds: float) -> Path:
    """Make a file or folder look as if nobody had changed it for some seconds."""
    os.utime(path, (time.time() - seconds,) * 2)
    return path


def test_a_clip_goes_when_its_worker_was_killed_just_after_the_end(member: User) -> None:
    check = done_check(member)
    check.clip.write_bytes(b"clip")
    analyse.func(str(check.pk))
    assert not check.clip.exists(), "the next worker that takes the task deletes it"
    check.clip.write_bytes(b"clip")
    assert tidy() == 1
    assert not check.clip.exists()
    assert (check.folder / "report.html").exists()


@pytest.mark.parametrize("error", [bad_input("clip", "a video", "none"), RuntimeError("broken"), MemoryError()])
def test_a_clip_goes_when_it_could_not_be_watched(owner: Client, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pose, "watch_poses", breaks, raising=False)
    check = Check.objects.get(pk=upload(owner))
    analyse.func(str(check.pk))
    check.refresh_from_db()
    assert (check.state, check.clip.exists()) == (State.FAILED, False)
    assert check.failure


def test_watching_for_too_long_ends(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, progress: object, **__: object) -> None:
        progress(1, 1000)  # type: ignore[operator]

    monkeypatch.setattr(pose, "watch_poses", slow, raising=False)
    monkeypatch.setattr("eccentric.web.checks.tasks.LONGEST_S", -1.0)
    check = Check.objects.get(pk=upload(owner))
    analyse.func(str(check.pk))
    check.refresh_from_db()
    assert "takes longer" in check.failure
    assert not check.clip.exists()


def test_an_upload_that_broke_off_goes_and_one_under_way_stays(settings: object, tmp_path: Path) -> None:
    under_way, broken = tmp_path / "tmpa.upload.mp4", tmp_path / "tmpb.upload"
    other = tmp_path / "notes.txt"
    for path in (under_way, broken, other):
        path.write_bytes(b"half a clip")
    aged(broken, UPLOAD_LEFT_OVER_S + 10)
    aged(other, UPLOAD_LEFT_OVER_S + 10)
    assert tidy() == 1
    assert [path.exists() for path in (under_way, broken, other)] == [True, False, True]


def test_a_folder_without_a_check_goes(settings: object) -> None:
    root = Path(settings.MEDIA_ROOT) / "checks"  # type: ignore[attr-defined]
    old, fresh = root / str(uuid4()), root / str(uuid4())
    for folder in (old, fresh):
        folder.mkdir(parents=True)
        (folder / "clip").write_bytes(b"clip")
    aged(old, LEFT_OVER_S + 10)
    assert tidy() == 1
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_check_that_nobody_will_watch_fails_with_words(owner: Client) -> None:
    lost, queued = (Check.objects.get(pk=upload(owner)) for _ in range(2))
    long_ago = timezone.now() - timedelta(seconds=LEFT_OVER_S + 10)
    Check.objects.update(created_at=long_ago)
    DBTaskResult.objects.exclude(args_kwargs__args__0=str(queued.pk)).delete()
    assert tidy() == 1
    lost.refresh_from_db()
    queued.refresh_from_db()
    assert (lost.state, queued.state) == (State.FAILED, State.WAITING)
    assert (lost.clip.exists(), queued.clip.exists()) == (False, True)
    assert "Upload it again" in lost.failure
