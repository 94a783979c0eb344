"""What the page More lists: the pages of every folder that are there."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


class Entry(NamedTuple):
    """A row of the page."""

    name: str
    words: str
    url: str


ANYONE = (
    ("Check a set", "Upload a clip and read what the camera saw", "checks:new"),
    ("Sources", "The studies behind the pages, with grades", "library_pages:sources"),
)
MEMBER = (
    ("Your form checks", "Reports of the sets you filmed", "checks:index"),
    ("Sharing", "Who sees what of yours", "care:index"),
    ("Settings", "Profile, units, equipment, privacy, export and erase", "accounts:settings"),
    ("Second factor and passkeys", "Make it harder to get in", "mfa_index"),
    ("Signed-in devices", "See them and sign them out", "usersessions_list"),
    ("Password", "Change it", "account_change_password"),
)


def entries(request: HttpRequest) -> list[Entry]:
    """Return the rows for this person; a page that is not part of this server is left out."""
    listed = ANYONE + (MEMBER if request.user.is_authenticated else ())
    found = []
    for name, words, view in listed:
        try:
            found.append(Entry(name, words, reverse(view)))
        except NoReverseMatch:
            continue
    return found
