"""The table of every address and what owner, coach, stranger and anonymous get; one list for each folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

THEIRS = ("admin/", "account/")
"""Django's and allauth's own addresses; tests/web/accounts checks the pages that members meet."""

Made = Callable[[pytest.FixtureRequest], str]
ALL = 200
SIGN_IN = 302
GONE = 404


@dataclass(frozen=True)
class Address:
    """A route, how to make its path, and the status for each of the four."""

    route: str
    owner: int
    coach: int
    stranger: int
    anonymous: int
    made: Made | str | None = None
    method: str = "GET"

    def path(self, request: pytest.FixtureRequest) -> str:
        """The path with its placeholders filled; ``made`` may be a function that makes what it points to."""
        if callable(self.made):
            return self.made(request)
        return "/" + (self.made if self.made is not None else self.route)

    def gets(self, who: str) -> int:
        """The status that a person gets."""
        return int(getattr(self, who))


def checked(end: str) -> Made:
    """The address of something of a finished form check of the owner, with a kept video."""

    def path(request: pytest.FixtureRequest) -> str:
        from tests.web.checks.clips import done_check

        check = done_check(request.getfixturevalue("member"), keep_video=True)
        check.film.write_bytes(b"film")
        return f"/checks/{check.pk}/{end}"

    return path


PAGES = [
    Address("", ALL, ALL, ALL, ALL),
    Address("more/", ALL, ALL, ALL, ALL),
    Address("offline/", ALL, ALL, ALL, ALL),
]
LIBRARY = [
    Address("library/", ALL, ALL, ALL, ALL),
    Address("library/sources/", ALL, ALL, ALL, ALL),
    Address("library/drawings.css", ALL, ALL, ALL, ALL),
    Address("library/<slug:exercise_id>/", ALL, ALL, ALL, ALL, "library/nordic-curl/"),
    Address("library/<slug:exercise_id>/figure.svg", ALL, ALL, ALL, ALL, "library/nordic-curl/figure.svg"),
]
CHECKS = [
    Address("checks/", ALL, ALL, ALL, ALL),
    Address("checks/new/", ALL, ALL, ALL, ALL),
    Address("checks/<uuid:check_id>/", ALL, ALL, GONE, GONE, checked("")),
    Address("checks/<uuid:check_id>/progress/", ALL, ALL, GONE, GONE, checked("progress/")),
    Address("checks/<uuid:check_id>/events/", ALL, ALL, GONE, GONE, checked("events/")),
    Address("checks/<uuid:check_id>/film.mp4", ALL, ALL, GONE, GONE, checked("film.mp4")),
    Address("checks/<uuid:check_id>/keep/", SIGN_IN, GONE, GONE, SIGN_IN, checked("keep/"), "POST"),
    Address("checks/<uuid:check_id>/delete/", SIGN_IN, GONE, GONE, GONE, checked("delete/"), "POST"),
]
TRAINING: list[Address] = []
CARE: list[Address] = []
ACCOUNTS: list[Address] = []
LIVE: list[Address] = []
API: list[Address] = []
OPS = [
    Address("healthz", ALL, ALL, ALL, ALL),
    Address("readyz", ALL, ALL, ALL, ALL),
    Address("metrics", ALL, ALL, ALL, ALL),  # the tests' client is this machine; tests/web/ops asks from elsewhere
    Address("server/", GONE, GONE, GONE, GONE),
    Address(
        "server/jobs/<uuid:job>/again/",
        GONE,
        GONE,
        GONE,
        GONE,
        made="server/jobs/0197f0c0-0000-7000-8000-000000000000/again/",
        method="POST",
    ),
]
ADDRESSES = [*PAGES, *LIBRARY, *CHECKS, *TRAINING, *CARE, *ACCOUNTS, *LIVE, *API, *OPS]
