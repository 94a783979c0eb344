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


def filmed(request: pytest.FixtureRequest) -> str:
    """The way from a logged set of the owner to its form check."""
    from tests.web.people import train

    journal = train(request.getfixturevalue("member"), weeks=1)
    return f"/checks/of-set/{journal.sessions[0].entries[0].sets[0].id}/"


PAGES = [
    Address("", SIGN_IN, SIGN_IN, SIGN_IN, ALL),  # a member goes to today
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
    Address("checks/new/", 400, 400, 400, 400, method="POST"),
    Address("checks/of-set/<uuid:set_id>/", SIGN_IN, GONE, GONE, SIGN_IN, made=filmed),
    Address("checks/<uuid:check_id>/set/", GONE, GONE, GONE, SIGN_IN, checked("set/"), "POST"),
    Address("checks/<uuid:check_id>/", ALL, ALL, GONE, GONE, checked("")),
    Address("checks/<uuid:check_id>/progress/", ALL, ALL, GONE, GONE, checked("progress/")),
    Address("checks/<uuid:check_id>/events/", ALL, ALL, GONE, GONE, checked("events/")),
    Address("checks/<uuid:check_id>/film.mp4", ALL, ALL, GONE, GONE, checked("film.mp4")),
    Address("checks/<uuid:check_id>/keep/", SIGN_IN, GONE, GONE, SIGN_IN, checked("keep/"), "POST"),
    Address("checks/<uuid:check_id>/delete/", SIGN_IN, GONE, GONE, GONE, checked("delete/"), "POST"),
]


def finished(request: pytest.FixtureRequest) -> str:
    """The page after a session of the owner."""
    from tests.web.training.people import a_journal

    from eccentric.web.training.services import store_journal

    journal = a_journal()
    store_journal(member=request.getfixturevalue("member"), journal=journal)
    return f"/today/{journal.sessions[0].id}/after/"


def calendar(request: pytest.FixtureRequest) -> str:
    """The owner's calendar feed: whoever knows the address reads it."""
    from eccentric.web.training.queries import file_of

    return f"/calendar/{file_of(member=request.getfixturevalue('member')).calendar_token}.ics"


TRAINING = [
    Address("start/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    Address("start/programme/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    Address("start/offer/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, method="POST"),
    Address("start/save/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, method="POST"),
    Address("start/<slug:key>/", ALL, ALL, ALL, ALL, "start/goal/"),
    Address("start/<slug:key>/", 422, 422, 422, 422, "start/goal/", "POST"),
    Address("today/", ALL, ALL, ALL, SIGN_IN),
    Address("today/act/", 422, 422, 422, SIGN_IN, method="POST"),
    Address("today/sync/", 400, 400, 400, 401, method="POST"),
    Address("today/<uuid:session_id>/after/", ALL, GONE, GONE, SIGN_IN, finished),
    Address(
        "today/<uuid:session_id>/again/", SIGN_IN, GONE, GONE, SIGN_IN, lambda request: finished(request).replace("after", "again"), "POST"
    ),
    Address("programme/", ALL, ALL, ALL, SIGN_IN),
    Address("programme/move/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, method="POST"),
    Address("programme/calendar/new/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, method="POST"),
    Address("programme/paper.pdf", GONE, GONE, GONE, SIGN_IN),
    Address("calendar/<str:token>.ics", ALL, ALL, ALL, ALL, calendar),
    Address("worker.js", ALL, ALL, ALL, ALL),
    Address("app.webmanifest", ALL, ALL, ALL, ALL),
]


def shared(end: str) -> Made:
    """The address of a grant of the owner to the coach."""

    def path(request: pytest.FixtureRequest) -> str:
        request.getfixturevalue("coach_user")
        grant = request.getfixturevalue("member").grants_given.get()
        return f"/care/{end.format(grant.pk)}"

    return path


def invited(request: pytest.FixtureRequest) -> str:
    """The address of an open invitation of the owner."""
    from eccentric.web.care.services import invite

    return f"/care/join/{invite(member=request.getfixturevalue('member'), parts=['progress'])}/"


CARE = [
    Address("care/", ALL, ALL, ALL, SIGN_IN),
    Address("care/invite/", 422, 422, 422, SIGN_IN, method="POST"),
    Address(
        "care/invitations/<int:invitation>/cancel/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, made="care/invitations/1/cancel/", method="POST"
    ),
    Address("care/join/<str:token>/", ALL, ALL, ALL, ALL, made=invited),
    Address("care/join/<str:token>/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, made=invited, method="POST"),
    Address("care/grants/<int:grant>/change/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, made=shared("grants/{}/change/"), method="POST"),
    Address("care/grants/<int:grant>/end/", SIGN_IN, SIGN_IN, GONE, SIGN_IN, made=shared("grants/{}/end/"), method="POST"),
    Address("care/grants/<int:grant>/undo/", SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, made=shared("grants/{}/undo/"), method="POST"),
    Address("care/people/<int:grant>/", GONE, ALL, GONE, SIGN_IN, made=shared("people/{}/")),
]
PROGRESS = [Address("progress/", ALL, ALL, ALL, SIGN_IN)]
ACCOUNTS: list[Address] = []
LIVE: list[Address] = []


def of_api(path: str, method: str = "GET", *, open_to_all: int = 0, mine: int = ALL) -> Address:
    """An operation of the API on nothing in particular; tests/web/api asks for other people's things."""
    route = path.replace("<", "{").replace(">", "}")
    made = path.replace("<exercise_id>", "nordic-curl")
    for name in ("invitation", "grant"):
        made = made.replace(f"<{name}>", "1000000")
    for name in ("session_id", "set_id", "programme_id", "check_id", "import_id", "record_id"):
        made = made.replace(f"<{name}>", "0197f0c0-0000-7000-8000-000000000000")
    nobody = open_to_all or 401
    return Address(f"api/v1/{route.replace('{', '<').replace('}', '>')}", mine, mine, mine, nobody, made=f"api/v1/{made}", method=method)


API = [
    of_api("docs", open_to_all=ALL),
    of_api("", open_to_all=GONE, mine=GONE),
    of_api("openapi.json", open_to_all=ALL),
    of_api("account"),
    of_api("profile", mine=GONE),
    of_api("programmes"),
    of_api("programme", mine=GONE),
    of_api("programmes/<programme_id>", mine=GONE),
    of_api("next-session", mine=GONE),
    of_api("metrics"),
    of_api("account", "PUT", mine=400),
    of_api("profile", "PUT", mine=400),
    of_api("programmes", "POST", mine=400),
    of_api("programme", "DELETE", mine=GONE),
    of_api("programme/moves", "POST", mine=400),
    of_api("programme/what-if", mine=422),
    of_api("programme/paper", mine=GONE),
    of_api("programme/calendar"),
    of_api("programme/calendar", "POST"),
    of_api("today", mine=GONE),
    of_api("today/sets", "POST", mine=400),
    of_api("today/swap", "POST", mine=400),
    of_api("today/skip", "POST", mine=400),
    of_api("today/ready", "POST", mine=400),
    of_api("today/finish", "POST", mine=400),
    of_api("sessions"),
    of_api("sessions", "POST", mine=400),
    of_api("sessions/<session_id>", "DELETE", mine=GONE),
    of_api("sessions/<session_id>/reopen", "POST", mine=GONE),
    of_api("sessions/<session_id>", mine=GONE),
    *(of_api(kind) for kind in ("tests", "body-mass")),
    *(of_api(kind, "POST", mine=400) for kind in ("tests", "body-mass")),
    *(of_api(f"{kind}/<record_id>", "DELETE", mine=GONE) for kind in ("tests", "body-mass")),
    of_api("sets"),
    of_api("sets/<set_id>", "DELETE", mine=GONE),
    of_api("changes", "POST", mine=400),
    of_api("library", open_to_all=ALL),
    of_api("library/<exercise_id>", open_to_all=ALL),
    of_api("checks"),
    of_api("checks", "POST", mine=422),
    of_api("checks/<check_id>", mine=GONE),
    of_api("checks/<check_id>", "DELETE", mine=GONE),
    of_api("checks/<check_id>/report", mine=GONE),
    of_api("checks/<check_id>/set", "POST", mine=GONE),
    of_api("sharing"),
    of_api("sharing/invitations", "POST", mine=400),
    of_api("sharing/invitations/<invitation>", "DELETE", mine=GONE),
    of_api("sharing/join", "POST", mine=400),
    of_api("sharing/grants/<grant>", "PUT", mine=400),
    of_api("sharing/grants/<grant>", "DELETE", mine=GONE),
    of_api("people/<grant>", mine=GONE),
    of_api("imports", "POST", mine=422),
    of_api("imports/<import_id>/take", "POST", mine=GONE),
    of_api("imports/<import_id>", "DELETE", mine=GONE),
    of_api("journal"),
    of_api("export"),
]
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
ADDRESSES = [*PAGES, *LIBRARY, *CHECKS, *TRAINING, *CARE, *PROGRESS, *ACCOUNTS, *LIVE, *API, *OPS]
