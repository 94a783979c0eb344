"""Writing form checks: taking a clip in, ending a check, keeping it, deleting it."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from eccentric.journal.records import WatchedSummary
from eccentric.web.checks.models import Check, State
from eccentric.web.checks.telling import tell
from eccentric.web.training.set_on_video import attach, filmed_set

if TYPE_CHECKING:
    from eccentric.web.accounts.models import User

VISITOR_KEEPS = timedelta(hours=24)


def begin(
    *, clip: UploadedFile[Any], exercise: str, holder: str, owner: User | None, keep_video: bool, training_set: UUID | None = None
) -> Check:
    """Store a clip and queue its analysis; the upload is moved, not copied, when it is on the same disk.

    ``training_set`` is the owner's set that the clip shows; what is seen is written to it when the analysis ends.
    """
    from eccentric.web.checks.tasks import analyse

    check = Check(
        owner=owner,
        holder=holder,
        exercise=exercise,
        clip_name=Path(clip.name or "clip").name[-120:],
        keep_video=keep_video and owner is not None,
        training_set=training_set if owner is not None else None,
        expires_at=None if owner is not None else timezone.now() + VISITOR_KEEPS,
    )
    check.folder.mkdir(parents=True, mode=0o700)
    _place(clip, check.clip)
    with transaction.atomic():
        check.save(force_insert=True)
        transaction.on_commit(lambda: analyse.enqueue(str(check.pk)))
    return check


def _place(clip: UploadedFile[Any], to: Path) -> None:
    temporary = getattr(clip, "temporary_file_path", None)
    if temporary is not None:
        shutil.move(temporary(), to)
        return
    to.touch(mode=0o600)
    with to.open("wb") as file:
        for block in clip.chunks():
            file.write(block)


def adopt(*, check: Check, member: User) -> None:
    """Give a visitor's check to the member that the visitor turned out to be; it no longer expires."""
    Check.objects.filter(pk=check.pk, owner=None).update(owner=member, expires_at=None)


def load_of(*, check: Check) -> float | None:
    """The load of the check's set in kilograms, or None."""
    if check.owner is None or check.training_set is None:
        return None
    found = filmed_set(member=check.owner, set_id=check.training_set)
    return found.load_kg if found is not None else None


def give_to_set(*, check_id: UUID) -> bool:
    """Write what a finished check saw to its set, when it has one and saw something; safe to do twice. Returns whether it did."""
    check = Check.objects.select_related("owner").filter(pk=check_id, state=State.DONE).first()
    if check is None or check.owner is None or check.training_set is None or check.seen is None:
        return False
    seen = WatchedSummary.model_validate_json(json.dumps(check.seen))
    return attach(member=check.owner, set_id=check.training_set, seen=seen)


def choose_set(*, check: Check, training_set: UUID) -> None:
    """Say which of the owner's sets a check shows; what was seen is written to it now, or when the analysis ends."""
    Check.objects.filter(pk=check.pk).update(training_set=training_set)
    give_to_set(check_id=check.pk)


def forget_clip(*, check: Check) -> None:
    """Delete the uploaded clip."""
    check.clip.unlink(missing_ok=True)


def fail(*, check: Check, words: str) -> None:
    """End a check without a report, saying why, and delete its clip."""
    Check.objects.filter(pk=check.pk).exclude(state=State.DONE).update(state=State.FAILED, failure=words, finished_at=timezone.now())
    forget_clip(check=check)
    tell(check.pk)


def delete(*, check: Check) -> None:
    """Delete a check: its row first, so that nobody finds it, then its files."""
    folder = check.folder
    check.delete()
    shutil.rmtree(folder, ignore_errors=True)


def delete_all(*, member: User) -> int:
    """Delete every check of a member, rows and files; returns how many there were."""
    found = list(Check.objects.filter(owner=member))
    for check in found:
        delete(check=check)
    return len(found)
