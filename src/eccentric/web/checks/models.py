"""A form check: one clip of one set, and what became of it."""

from __future__ import annotations

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models


class State(models.TextChoices):
    """Where a check stands."""

    WAITING = "waiting", "waiting"
    RUNNING = "running", "being watched"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class Check(models.Model):
    """A check belongs to a member, or to the browser session whose key hashes to ``holder``; its files are in ``folder``.

    ``training_set`` is the id of the member's set that the clip shows, when that is known; ``seen`` is what watching found of it,
    a ``journal.records.WatchedSummary`` as JSON (null before the end, and when no repetition was seen).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="checks")
    holder = models.CharField(max_length=64, db_index=True)
    exercise = models.CharField(max_length=80)
    clip_name = models.CharField(max_length=120)
    training_set = models.UUIDField(null=True, blank=True, db_index=True)
    keep_video = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    stage = models.CharField(max_length=12, default="")
    frames_done = models.PositiveIntegerField(default=0)
    frames_all = models.PositiveIntegerField(null=True, blank=True)
    failure = models.TextField(default="", blank=True)
    reps = models.PositiveSmallIntegerField(null=True, blank=True)
    good_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    tempo = models.CharField(max_length=40, default="", blank=True)
    verdict = models.CharField(max_length=200, default="", blank=True)
    seen = models.JSONField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"check {self.id}"

    @property
    def folder(self) -> Path:
        """Where the clip, the report and a kept video are."""
        return Path(settings.MEDIA_ROOT) / "checks" / str(self.id)

    @property
    def clip(self) -> Path:
        """The uploaded clip while it is there."""
        return self.folder / "clip"

    @property
    def film(self) -> Path:
        """The annotated video when it was kept."""
        return self.folder / "annotated.mp4"

    @property
    def ended(self) -> bool:
        """True when nothing more will happen."""
        return self.state in (State.DONE, State.FAILED)

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1: watching is the first four fifths, drawing the rest."""
        if self.state == State.DONE:
            return 1.0
        part = min(1.0, self.frames_done / self.frames_all) if self.frames_all else 0.0
        return {"": 0.0, "watching": 0.8 * part, "drawing": 0.8 + 0.2 * part}.get(self.stage, 0.0)
