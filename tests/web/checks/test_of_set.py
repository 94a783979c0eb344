"""A form check and the set that it shows: found from Today, attached at the end, and counted by the next session."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web.checks.clips import CLIP, clip, done_check, upload

from eccentric.journal.journal import Journal
from eccentric.journal.records import Entry, FaultSeen, Session, SetKind, SetRecord, WatchedSummary
from eccentric.library.read import read_library
from eccentric.plan.make import plan
from eccentric.plan.profile import Day, KnownLoad, Profile
from eccentric.plan.questions import BY_ID
from eccentric.terms.faults import FaultId, Severity
from eccentric.web.accounts.models import User
from eccentric.web.checks import services
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.tasks import analyse
from eccentric.web.training import queries
from eccentric.web.training.models import SetLog
from eccentric.web.training.ready import upcoming
from eccentric.web.training.services import save_programme, store_journal

pytestmark = pytest.mark.django_db(transaction=True)
SEEN = WatchedSummary(
    reps=5,
    good_reps=4,
    tempo="3-0-1-0",
    range_mean_deg=104.0,
    faults=(FaultSeen(id=FaultId.HIPS_LIFT, severity=Severity.FAIL, reps=1, worst=17.0, unit="deg"),),
)


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """No uploads counted yet."""
    cache.clear()


def logged(member: User, exercise: str = "lying-leg-curl", days_ago: int = 0, load_kg: float = 40.0) -> list[UUID]:
    """A session of a warm-up set and three easy sets of twelve; returns the ids of the three."""
    sets = [SetRecord(reps=12, external_load_kg=load_kg, rir=4.0, tempo_asked="3-0-1-0") for _ in range(3)]
    warm_up = SetRecord(kind=SetKind.WARM_UP, reps=8, external_load_kg=20.0)
    entry = Entry(exercise=exercise, name="Lying leg curl", sets=(warm_up, *sets))
    day = timezone.localdate() - dt.timedelta(days=days_ago)
    store_journal(member=member, journal=Journal(sessions=(Session(day=day, session_rpe=5.0, entries=(entry,)),)))
    return [done.id for done in sets]


def finish(check_id: UUID, seen: WatchedSummary | None = SEEN) -> None:
    """End a check as the worker does, without a clip."""
    Check.objects.filter(pk=check_id).update(state=State.DONE, seen=seen.model_dump(mode="json") if seen else None)
    services.give_to_set(check_id=check_id)


def test_a_clip_uploaded_for_a_set_knows_its_exercise_and_gives_it_what_was_seen(owner: Client, member: User) -> None:
    second = logged(member)[1]
    page = owner.get(f"/checks/of-set/{second}/", follow=True).content.decode()
    assert "Check set 2" in page
    assert 'name="exercise"' not in page
    answer = owner.post("/checks/new/", {"clip": clip(), "set": str(second)})
    check = Check.objects.get()
    assert answer.headers["Location"] == f"/checks/{check.pk}/"
    assert (check.exercise, check.training_set) == ("lying-leg-curl", second)
    assert owner.get(f"/checks/of-set/{second}/").headers["Location"] == f"/checks/{check.pk}/"
    finish(check.pk)
    row = SetLog.objects.get(pk=second)
    assert WatchedSummary.model_validate_json(json.dumps(row.watched)) == SEEN
    assert (row.tempo_seen, row.reps) == ("3-0-1-0", 12), "what the person logged stays"
    assert SetLog.objects.exclude(watched=None).count() == 1
    done = queries.history_for(member=member).sessions[0].of("lying-leg-curl")[1]
    assert (done.faults, done.tempo_kept, done.range_kept) == ((FaultId.HIPS_LIFT,), True, True)


def test_the_load_waits_where_the_camera_saw_a_fault(member: User) -> None:
    profile = Profile(
        goal="size",
        experience="novice",
        equipment=["lying-leg-curl-machine"],
        days=[Day(weekday="mon", minutes=60)],
        loads=[KnownLoad(exercise="lying-leg-curl", external_load_kg=40.0, reps=12, rir=4)],
        safety=dict.fromkeys(BY_ID, False),
    )
    start = timezone.localdate() - dt.timedelta(days=7)
    programme = plan(profile, read_library().exercises, start=start, weeks=4)
    save_programme(member=member, profile=profile, programme=programme, start=start)
    sets = logged(member, days_ago=3)

    def change() -> str:
        ready = upcoming(file=queries.file_of(member=member), today=timezone.localdate())
        assert ready is not None
        return str(next(each["text"] for each in ready.answer["changes"] if each["exercise"] == "lying-leg-curl"))

    assert "waits" not in change()
    check = Check.objects.create(owner=member, holder="x", exercise="lying-leg-curl", clip_name="a", training_set=sets[0])
    finish(check.pk)
    assert "The load waits: hips lift" in change()


def test_watching_twice_writes_once_and_seeing_nothing_writes_nothing(member: User) -> None:
    first = logged(member)[0]
    check = Check.objects.create(owner=member, holder="x", exercise="lying-leg-curl", clip_name="a", training_set=first)
    finish(check.pk, None)
    assert SetLog.objects.get(pk=first).watched is None
    finish(check.pk)
    once = SetLog.objects.get(pk=first).watched
    finish(check.pk)
    assert SetLog.objects.get(pk=first).watched == once == SEEN.model_dump(mode="json")
    SetLog.objects.filter(pk=first).update(deleted=True)
    assert services.give_to_set(check_id=check.pk) is False


def test_a_check_without_a_set_can_be_given_one(owner: Client, member: User) -> None:
    first, *_ = logged(member)
    other = logged(member, "nordic-curl")[0]
    check = done_check(member, seen=SEEN.model_dump(mode="json"))
    Check.objects.update(exercise="lying-leg-curl")
    page = owner.get(f"/checks/{check.pk}/").content.decode()
    assert "Is this one of your sets?" in page
    assert page.count('name="set"') == 3, "warm-up sets and other exercises are not offered"
    assert owner.post(f"/checks/{check.pk}/set/", {"set": str(other)}).status_code == 404
    assert owner.post(f"/checks/{check.pk}/set/", {"set": str(first)}).status_code == 302
    assert SetLog.objects.get(pk=first).watched is not None
    assert "This is set 1" in owner.get(f"/checks/{check.pk}/").content.decode()


def test_only_the_member_reaches_a_set(coach: Client, stranger: Client, anonymous: Client, member: User) -> None:
    first = logged(member)[0]
    check = done_check(member, seen=SEEN.model_dump(mode="json"))
    for client in (coach, stranger):
        assert client.get(f"/checks/new/?set={first}").status_code == 404
        assert client.post("/checks/new/", {"clip": clip(), "set": str(first)}).status_code == 404
        assert client.post(f"/checks/{check.pk}/set/", {"set": str(first)}).status_code == 404
    assert anonymous.get(f"/checks/new/?set={first}").status_code == 404
    assert anonymous.post("/checks/new/", {"clip": clip(), "set": str(first)}).status_code == 404
    assert Check.objects.count() == 1
    assert SetLog.objects.exclude(watched=None).count() == 0
    assert "Is this one of your sets?" not in coach.get(f"/checks/{check.pk}/").content.decode()


@pytest.mark.parametrize("named", ["nonsense", "0191d3a0-0000-7000-8000-000000000000"])
def test_a_set_that_is_not_there(owner: Client, named: str) -> None:
    assert owner.get(f"/checks/new/?set={named}").status_code == 404


def test_a_clip_without_a_set_stays_as_it_was(owner: Client) -> None:
    assert Check.objects.get(pk=upload(owner)).training_set is None


@pytest.mark.slow
def test_a_real_clip_from_the_upload_to_the_set(owner: Client, member: User, sign_in: Callable[[User], Client], settings: Settings) -> None:
    settings.POSE_MODEL = "lite"
    first = logged(member)[0]
    film = SimpleUploadedFile("set.mp4", CLIP.read_bytes(), content_type="video/mp4")
    assert owner.post("/checks/new/", {"clip": film, "set": str(first)}).status_code == 302
    check = Check.objects.get()
    analyse.func(str(check.pk))
    check.refresh_from_db()
    assert (check.state, check.clip.exists()) == (State.DONE, False)
    row = SetLog.objects.get(pk=first)
    assert row.watched is not None
    seen = WatchedSummary.model_validate(row.watched, strict=False)
    assert (seen.reps, seen.good_reps, seen.tempo) == (check.reps, check.good_reps, check.tempo)
    assert seen.reps == 5
    assert seen.range_mean_deg == pytest.approx(106, abs=10), "the clip's own range"
    assert seen.faults
    assert sum(seen.muscles.values()) == pytest.approx(1.0)
    assert row.tempo_seen == seen.tempo
    page = owner.get("/checks/").content.decode()
    assert str(check.pk) in page
