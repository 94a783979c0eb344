"""Checks and clips for tests."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eccentric.web.accounts.models import User
from eccentric.web.checks.models import Check, State

CLIP = Path(__file__).resolve().parents[3] / "examples" / "lying-curl.mp4"
MP4_HEAD = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"\x00" * 600

PAGE = (
    '<html><head><style>:root{--paper:#fff}.page{color:red}</style></head><body><main id="main">'
    '<h1>Two of five</h1><span class="fill" style="height:40%"></span></main><footer><p>Made here.</p></footer></body></html>'
)


def clip(name: str = "set.mp4", content: bytes = MP4_HEAD) -> SimpleUploadedFile:
    """An upload that begins as a video does; it is none."""
    return SimpleUploadedFile(name, content, content_type="video/mp4")


def upload(client: Client, **more: object) -> UUID:
    """Upload a clip and return the check's id."""
    response = client.post("/checks/new/", {"clip": clip(), "exercise": "lying-leg-curl", **more})
    assert response.status_code == 302, response.content[:500]
    return UUID(response.headers["Location"].strip("/").split("/")[-1])


def done_check(owner: User, **fields: object) -> Check:
    """A finished check of a member with a small report on the disk."""
    check = Check.objects.create(
        owner=owner, holder="x", exercise="nordic-curl", clip_name="a.mp4", state=State.DONE, reps=5, good_reps=2, **fields
    )
    check.folder.mkdir(parents=True)
    (check.folder / "report.html").write_text(PAGE)
    return check
