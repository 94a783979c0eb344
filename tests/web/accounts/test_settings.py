"""The settings as people use them: their own things, and nobody else's."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.web.people import NOTE, train

from eccentric.journal.store import parse_journal
from eccentric.plan.profile import Profile
from eccentric.web.accounts.importing import begin_import
from eccentric.web.accounts.models import ApiToken, Import, User
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token
from eccentric.web.accounts.weights import shown
from eccentric.web.checks.models import Check
from eccentric.web.training.models import SetLog
from eccentric.web.training.queries import journal_of, profile_of
from eccentric.web.training.services import save_profile

HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,"
    "duration_seconds,rpe\n"
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 08:48","","Seated Leg Curl (Machine)",,"",0,"normal",40,10,,,8\n'
    '"Legs","15 Sep 2025, 07:48","15 Sep 2025, 08:48","","Zercher Carry",,"",0,"normal",30,12,,,\n'
    '"Legs","not a day","15 Sep 2025, 08:48","","Zercher Carry",,"",1,"normal",30,12,,,\n'
)
PROFILE = {"goal": "size", "experience": "novice", "days": [{"weekday": "mon", "minutes": 45}], "equipment": ["mat"]}
PAGES = ["", "you/", "equipment/", "privacy/", "erase/", "tokens/", "imports/"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_those_who_are_signed_in(page: str, owner: Client, coach: Client, stranger: Client, anonymous: Client) -> None:
    for client in (owner, coach, stranger):
        assert client.get(f"/account/settings/{page}").status_code == 200
    response = anonymous.get(f"/account/settings/{page}")
    assert response.status_code == 302
    assert "/account/login/" in response.headers["Location"]


@pytest.mark.parametrize("page", ["/account/2fa/", "/account/sessions/", "/account/password/change/"])
def test_passkeys_devices_and_password_are_there(page: str, owner: Client) -> None:
    assert owner.get(page).status_code in (200, 302)


def test_units_and_look(owner: Client, member: User) -> None:
    form = {"first_name": "Zoë", "weight_unit": "lb", "language": "en", "time_zone": "Europe/Berlin", "look": "dark"}
    response = owner.post("/account/settings/you/", form)
    assert response.status_code == 302
    assert response.cookies["theme"].value == "dark"
    member.refresh_from_db()
    assert (member.weight_unit, member.time_zone, member.shown_name) == ("lb", "Europe/Berlin", "Zoë")
    assert b'data-theme="dark"' in owner.get("/account/settings/you/").content
    bad = owner.post("/account/settings/you/", form | {"weight_unit": "stone", "time_zone": "Mars/Olympus", "look": "pink"})
    assert bad.status_code == 200
    assert bad.content.count(b'class="errors"') == 3


@pytest.mark.parametrize(
    ("kg", "unit", "words"), [(62.5, "kg", "62.5 kg"), (60.0, "kg", "60 kg"), (60.0, "lb", "132.3 lb"), (45.359237, "lb", "100 lb")]
)
def test_weights_in_words(kg: float, unit: str, words: str) -> None:
    assert shown(kg, unit) == words


def test_equipment_is_kept_in_the_profile(owner: Client, member: User) -> None:
    assert "no programme yet" in owner.get("/account/settings/equipment/").content.decode()
    save_profile(member=member, profile=Profile.model_validate_json(json.dumps(PROFILE)))
    owner.post("/account/settings/equipment/", {"equipment": ["barbell", "no-such-thing", "barbell"]})
    profile = profile_of(member=member)
    assert profile is not None
    assert profile.equipment == ["barbell"]
    assert profile.goal == "size"


def test_a_token_is_shown_once(owner: Client, member: User) -> None:
    page = owner.post("/account/settings/tokens/", {"name": "script", "scopes": ["export"], "days": "90"}).content.decode()
    token = page.split('readonly value="')[1].split('"')[0]
    assert Client(headers={"authorization": f"Bearer {token}"}).get("/api/v1/journal").status_code == 200
    assert token not in owner.get("/account/settings/tokens/").content.decode()
    assert (
        owner.post("/account/settings/tokens/", {"name": "x", "scopes": ["everything"], "days": "90"}).content.count(b'class="errors"') == 1
    )


def test_a_token_is_ended_by_its_person_only(owner: Client, stranger: Client, member: User) -> None:
    _, row = make_token(user=member, name="t", scopes=[Scope.EXPORT])
    stranger.post(f"/account/settings/tokens/{row.pk}/end/")
    assert ApiToken.objects.filter(pk=row.pk).exists()
    owner.post(f"/account/settings/tokens/{row.pk}/end/")
    assert not ApiToken.objects.exists()


def upload(client: Client, text: str = HEVY) -> Any:
    return client.post("/account/settings/imports/", {"log": SimpleUploadedFile("hevy.csv", text.encode())})


def test_a_log_is_reviewed_then_taken_in(owner: Client, member: User) -> None:
    where = upload(owner).headers["Location"]
    page = owner.get(where).content.decode()
    assert "2 sets in 1 session" in page
    assert "Line 4" in page
    assert "Zercher Carry" in page
    assert not SetLog.objects.exists(), "nothing before the review"
    owner.post(where, {"name-0": "Lying leg curl"})
    exercises = {entry.name: entry.exercise for session in journal_of(member=member).sessions for entry in session.entries}
    assert exercises == {"Seated Leg Curl (Machine)": "seated-leg-curl", "Zercher Carry": "lying-leg-curl"}
    assert not Import.objects.exists()


def test_another_persons_log_is_not_there(owner: Client, stranger: Client, coach: Client, member: User) -> None:
    where = upload(owner).headers["Location"]
    for client in (stranger, coach):
        assert client.get(where).status_code == 404
        assert client.post(where, {}).status_code == 404
        assert client.post(f"{where}away/").status_code == 404
    owner.post(f"{where}away/")
    assert not Import.objects.exists()
    assert not SetLog.objects.exists()


def test_what_cannot_be_read_is_said_on_the_page(owner: Client) -> None:
    page = upload(owner, "no table at all")
    assert page.status_code == 200
    assert b'class="errors"' in page.content


def test_logs_left_lying_go_after_a_day(member: User, stranger_user: User) -> None:
    old = begin_import(user=stranger_user, data=HEVY.encode())
    Import.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=25))
    begin_import(user=member, data=HEVY.encode())
    assert [kept.user_id for kept in Import.objects.all()] == [member.pk]


def a_check(member: User, words: bytes) -> Check:
    check = Check.objects.create(owner=member, holder="x", exercise="nordic-curl", clip_name="a.mp4", keep_video=True)
    check.folder.mkdir(parents=True)
    (check.folder / "report.html").write_bytes(words)
    return check


def test_the_zip_has_everything_of_mine_and_nothing_of_others(
    owner: Client, member: User, stranger_user: User, coach_user: User, settings: Any
) -> None:
    given = train(member)
    save_profile(member=member, profile=Profile.model_validate_json(json.dumps(PROFILE)))
    token, row = make_token(user=member, name="t", scopes=[Scope.EXPORT])
    mine, theirs = a_check(member, b"my report"), a_check(stranger_user, b"their report")
    response = owner.post("/account/settings/export/")
    with zipfile.ZipFile(io.BytesIO(b"".join(response))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert parse_journal(files["journal.json"]).sessions == given.sessions
    assert json.loads(files["profile.json"])["goal"] == "size"
    assert files[f"files/checks/{mine.pk}/report.html"] == b"my report"
    everything = b"".join(files.values())
    assert everything.count(NOTE.encode()) >= 2
    assert str(theirs.pk).encode() not in everything
    assert b"their report" not in everything
    for secret in (token, row.digest, member.password):
        assert secret.encode() not in everything
    assert b"care.grant" in b" ".join(name.encode() for name in files)
    assert files["sets.csv"].count(b"\n") == 1 + given.set_count


def test_erasing_takes_the_name_and_the_password(owner: Client, member: User) -> None:
    for form in ({}, {"name": "owner", "password": "wrong"}, {"name": "Owner", "password": "a long enough password"}):
        assert owner.post("/account/settings/erase/", form).status_code == 200
    assert User.objects.filter(pk=member.pk).exists()


def test_erasing_takes_everything_of_mine_only(owner: Client, member: User, stranger_user: User, sign_in: Callable[[User], Client]) -> None:
    train(member)
    train(stranger_user, weeks=1)
    mine, theirs = a_check(member, b"mine"), a_check(stranger_user, b"theirs")
    other_device = sign_in(member)
    owner.post("/account/settings/erase/", {"name": "owner", "password": "a long enough password"})
    assert not User.objects.filter(username="owner").exists()
    assert other_device.get("/account/settings/").status_code == 302
    assert not mine.folder.exists()
    assert theirs.folder.exists()
    assert journal_of(member=stranger_user).set_count == 6
    assert SetLog.objects.exclude(entry__session__member=stranger_user).count() == 0
    assert Path(django_settings.MEDIA_ROOT).exists()


def test_privacy_counts_what_is_kept(owner: Client, member: User) -> None:
    train(member)
    page = owner.get("/account/settings/privacy/").content.decode()
    assert "<td>36</td>" in page


def test_another_password_and_no_way_into_a_mail_that_never_comes(owner: Client, anonymous: Client, member: User) -> None:
    assert "/password/reset/" not in owner.get("/account/password/change/").content.decode()
    forgotten = anonymous.get("/account/password/reset/").content.decode()
    assert "sends no mail" in forgotten
    assert "<form" not in forgotten.split("<main")[1]
    member.set_password("the long way down")
    member.save()
    owner.force_login(member)
    given = {"oldpassword": "the long way down", "password1": "another long way up", "password2": "another long way up"}
    assert owner.post("/account/password/change/", given).status_code == 302
    member.refresh_from_db()
    assert member.check_password("another long way up")
