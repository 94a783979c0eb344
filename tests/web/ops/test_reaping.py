"""A worker that dies: its task is tried once more, then failed with words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from eccentric.web.accounts.models import User
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.tasks import analyse
from eccentric.web.ops.models import Pulse
from eccentric.web.ops.reaping import beat, reap

pytestmark = pytest.mark.django_db(transaction=True)


def running(check: Check, worker: str, ago_s: float = 60) -> DBTaskResult:  # type: ignore[type-arg]
    """A task that a worker took up some time ago."""
    DBTaskResult.objects.all().delete()
    analyse.enqueue(str(check.pk))
    task = DBTaskResult.objects.get()
    task.claim(worker)
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(seconds=ago_s))
    return task


@pytest.fixture
def check(member: User) -> Check:
    """A check that is being watched."""
    made = Check.objects.create(owner=member, holder="x", exercise="nordic-curl", clip_name="a.mp4", state=State.RUNNING)
    made.folder.mkdir(parents=True)
    made.clip.write_bytes(b"clip")
    return made


def test_a_living_worker_keeps_its_task(check: Check) -> None:
    running(check, "w1")
    beat(worker="w1")
    assert reap() == 0


def test_a_task_just_taken_is_left_alone(check: Check) -> None:
    running(check, "w1", ago_s=1)
    assert reap() == 0


def test_a_silent_worker_gives_its_task_back_once(check: Check) -> None:
    running(check, "w1")
    Pulse.objects.create(worker="w1", at=timezone.now() - timedelta(seconds=60))
    assert reap() == 1
    task = DBTaskResult.objects.get()
    assert (task.status, task.worker_ids) == ("READY", ["w1"])
    check.refresh_from_db()
    assert check.state == State.RUNNING
    assert check.clip.exists()


def test_the_second_death_fails_it_with_words(check: Check) -> None:
    running(check, "w1")
    reap()
    DBTaskResult.objects.get().claim("w2")
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(seconds=60))
    assert reap() == 1
    assert DBTaskResult.objects.get().status == "FAILED"
    check.refresh_from_db()
    assert (check.state, "broke off twice" in check.failure) == (State.FAILED, True)
    assert not check.clip.exists()
