"""Health, readiness, metrics and the server's page: who sees them and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from eccentric.web.accounts.models import User
from eccentric.web.ops import health
from eccentric.web.ops.jobs import job_counts, latest_jobs, try_again
from eccentric.web.ops.measured import Requests

ELSEWHERE: dict[str, Any] = {"REMOTE_ADDR": "192.168.1.20"}


@pytest.fixture
def operator(db: None, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(User.objects.create_user("operator", is_staff=True))


def job(status: str, **more: object) -> Any:
    return DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": ["secret-clip"], "kwargs": {}},
        task_path="eccentric.web.checks.tasks.analyse",
        run_after=datetime(9999, 1, 1, tzinfo=UTC),
        backend_name="default",
        queue_name="checks",
        **more,
    )


def test_alive_asks_nothing_of_the_database(django_assert_num_queries: object, client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}


def test_ready_says_why_only_to_this_machine(anonymous: Client) -> None:
    here = anonymous.get("/readyz").json()
    assert here["checks"]["database"]["good"]
    assert anonymous.get("/readyz", **ELSEWHERE).json() == {"status": "ready"}


def test_a_dead_database_is_not_ready(anonymous: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DatabaseError("no")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", broken)
        response = anonymous.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == {"good": False, "found": "does not answer: DatabaseError"}


def test_a_full_disk_is_not_ready(anonymous: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 10**18)
    assert anonymous.get("/readyz").status_code == 503


def test_failed_jobs_do_not_make_the_server_unready(anonymous: Client) -> None:
    job("FAILED", finished_at=timezone.now())
    response = anonymous.get("/readyz")
    assert response.status_code == 200
    assert response.json()["checks"]["jobs"]["good"] is False


def test_metrics_are_for_this_machine_and_who_runs_it(anonymous: Client, owner: Client, operator: Client) -> None:
    assert anonymous.get("/metrics").status_code == 200
    assert anonymous.get("/metrics", **ELSEWHERE).status_code == 404
    assert owner.get("/metrics", **ELSEWHERE).status_code == 404
    assert operator.get("/metrics", **ELSEWHERE).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto"])
def test_what_a_proxy_passes_on_is_not_this_machine(anonymous: Client, header: str) -> None:
    assert anonymous.get("/metrics", headers={header: "127.0.0.1"}).status_code == 404


def test_metrics_read_as_prometheus_and_name_nobody(anonymous: Client, member: User) -> None:
    anonymous.get("/no/such/secret-thing")
    text = anonymous.get("/metrics").content.decode()
    for line in text.splitlines():
        assert re.fullmatch(r'# (HELP|TYPE) eccentric_\w+ .+|eccentric_\w+({(\w+="[^"]*",?)+})? [0-9.e+-]+', line), line
    assert 'eccentric_people{which="all"} 1' in text
    assert "secret-thing" not in text
    assert member.username not in text


def test_a_histogram_counts_upwards() -> None:
    requests = Requests()
    for took in (0.001, 0.02, 0.02, 99.0):
        requests.add("today/", "GET", 200, took)
    ((_, timing),) = requests.copy()
    assert timing.count == 4
    assert timing.buckets == sorted(timing.buckets)
    assert timing.buckets[0] == 1
    assert timing.buckets[-1] == 3


def test_the_server_page_is_for_who_runs_it(operator: Client, owner: Client, member: User) -> None:
    job("FAILED", finished_at=timezone.now(), exception_class_path="av.InvalidDataError", traceback="secret-path")
    page = operator.get("/server/").content.decode()
    assert "InvalidDataError" in page
    assert member.username in page
    assert "secret" not in page
    assert owner.get("/server/").status_code == 404


def test_a_failed_job_can_run_again(operator: Client) -> None:
    failed, done = job("FAILED", finished_at=timezone.now()), job("SUCCESSFUL", finished_at=timezone.now())
    operator.post(f"/server/jobs/{failed.pk}/again/")
    assert DBTaskResult.objects.get(pk=failed.pk).status == "READY"
    assert not try_again(job=done.pk)
    assert not try_again(job=uuid4())
    assert job_counts() == (1, 0, 0, 1)
    assert latest_jobs()[0].state == "waiting"


def test_the_server_page_asks_the_same_number_of_questions_for_many_people(
    operator: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for number in range(30):
        User.objects.create_user(f"person{number}")
        job("SUCCESSFUL", finished_at=timezone.now())
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        operator.get("/server/")


def test_sizes_are_counted(tmp_path: Path) -> None:
    from eccentric.web.ops.storage import folder_bytes

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"12345")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert folder_bytes(tmp_path) == 5
    assert folder_bytes(tmp_path / "nowhere") == 0
