"""Erasing, on a server of its own: nothing of the person is left in the database, on the disk or in the write-ahead log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SENTINELS = ("Zanzibarhamster", "Quokkaschmerz")
MAKE = """
import os, sys, json
os.environ["DJANGO_SETTINGS_MODULE"] = "eccentric.web.settings"
import django; django.setup(set_prefix=False)
from eccentric.web.start import migrate; migrate()
from django.test import Client
from django_tasks_db.models import DBTaskResult
from datetime import UTC, datetime
from eccentric.web.accounts.models import User
from eccentric.web.accounts.importing import begin_import
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token
from eccentric.web.care.models import Grant
from eccentric.web.care.services import invite
from eccentric.web.checks.models import Check
from eccentric.web.training.services import store_journal
from eccentric.journal.journal import Journal
from eccentric.journal.records import Entry, Session, SetRecord
from eccentric.plan.profile import Profile
from eccentric.web.training.services import save_profile
import datetime as dt

def person(name, words):
    user = User.objects.create_user(name, password="a long enough password", first_name=words, email=words + "@example.org")
    done = tuple(SetRecord(reps=8, notes=words * 40) for _ in range(200))
    journal = Journal(sessions=(Session(day=dt.date(2026, 1, 5), notes=words, entries=(Entry(name=words, sets=done),)),))
    store_journal(member=user, journal=journal)
    make_token(user=user, name=words, scopes=list(Scope)); invite(member=user, parts=["pain"], note=words)
    begin_import(user=user, data=("title,start_time,exercise_title,set_index,weight_kg,reps\\n"
        f"{words},\\"15 Sep 2025, 07:48\\",{words} curl,0,40,10\\n").encode())
    check = Check.objects.create(owner=user, holder="h", exercise="nordic-curl", clip_name=words + ".mp4", verdict=words)
    check.folder.mkdir(parents=True); (check.folder / "report.html").write_text(words); (check.folder / "annotated.mp4").write_text(words)
    DBTaskResult.objects.create(status="FAILED", args_kwargs={"args": [str(check.pk)], "kwargs": {}}, task_path="x.y",
        run_after=datetime(9999, 1, 1, tzinfo=UTC), backend_name="default", traceback=words)
    client = Client(); client.force_login(user, backend="eccentric.web.accounts.backend.Members")
    session = client.session; session["said"] = words; session.save()
    return user, client

a, client = person("zora", sys.argv[1]); b, other = person("berta", "Stehenbleiberin")
Grant.objects.create(member=a, coach=b, parts=["pain"]); Grant.objects.create(member=b, coach=a, parts=["pain"])
b.first_name = sys.argv[2]; b.save(); b.first_name = "Stehenbleiberin"; b.save()
"""
ERASE = """
page = client.post("/account/settings/erase/", {"name": "zora", "password": "a long enough password"})
assert page.status_code == 302, page.content
assert client.get("/account/settings/").status_code == 302
assert not User.objects.filter(username="zora").exists() and User.objects.get().username == "berta"
assert other.get("/account/settings/").status_code == 200
"""


def run(folder: Path, script: str) -> None:
    environment = {**os.environ, "ECCENTRIC_DATA": str(folder), "PYTHONWARNINGS": "ignore", "ECCENTRIC_HOSTS": "testserver"}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run([sys.executable, "-c", script, *SENTINELS[:2]], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def found_in(folder: Path, words: str) -> list[str]:
    """Files whose bytes hold some words."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_nothing_is_left_on_disk_even_while_others_use_the_server(tmp_path: Path) -> None:
    before = tmp_path / "before"
    run(before, MAKE)
    assert found_in(before, SENTINELS[0]), "the test must put something there first"
    after = tmp_path / "after"
    run(after, MAKE + ERASE + "import os; os._exit(0)")  # no clean end: what a closing connection tidies does not count
    assert found_in(after, SENTINELS[0]) == []
    assert found_in(after, "zora") == []
    assert len(found_in(after, "Stehenbleiberin")) >= 3, "the other person's things stay"
    assert found_in(after, SENTINELS[1]) == [], "the database is rewritten whole, so that old values of others go too"
