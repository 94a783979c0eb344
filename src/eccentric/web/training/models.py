"""What is kept of a member's training; rows mirror ``journal.records``, so that a journal goes in and out without loss."""

from __future__ import annotations

import secrets
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from eccentric.journal.ids import new_id


def new_token() -> str:
    """A fresh secret of 256 bits for an address."""
    return secrets.token_urlsafe(32)


class MemberFile(models.Model):
    """One row a member: the profile, the calendar's secret, and the next session kept ready.

    ``profile`` is a ``plan.profile.Profile`` as JSON (null before the wizard). ``revision`` grows with every write of training data;
    ``upcoming`` is what ``queries.upcoming`` worked out at ``upcoming_revision`` for ``upcoming_day``.
    """

    member = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="training_file")
    profile = models.JSONField(null=True)
    calendar_token = models.CharField(max_length=64, unique=True, default=new_token)
    revision = models.PositiveBigIntegerField(default=0)
    upcoming = models.JSONField(null=True)
    upcoming_revision = models.BigIntegerField(default=-1)
    upcoming_day = models.DateField(null=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"training file {self.pk}"


class Programme(models.Model):
    """A programme as the planner made and verified it; a member has at most one that is not ended.

    ``result`` is a ``plan.programme.Programme`` as JSON, ``profile`` the one that it was made for,
    ``moves`` maps a planned session's id to the day (ISO) that the member moved it to.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="programmes")
    start = models.DateField()
    weeks = models.PositiveSmallIntegerField()
    profile = models.JSONField()
    result = models.JSONField()
    moves = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("member", condition=Q(ended_at=None), name="one_live_programme")]

    def __str__(self) -> str:
        return f"programme {self.pk}"


class Stamped(models.Model):
    """Base of synchronised rows: the id comes from whoever made the record, fields merge one by one.

    ``edited`` maps a field to the moment of its newest change (milliseconds since 1970, of the device that made it). ``extra``
    keeps fields that this version doesn't know. A deleted row stays as a tombstone, so that an old copy of it doesn't come back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    extra = models.JSONField(default=dict, blank=True)
    edited = models.JSONField(default=dict, blank=True)
    deleted = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def edited_ms(self, field: str) -> int:
        """When a field was last changed, in milliseconds since 1970; 0 = never."""
        stamps: dict[str, int] = self.edited
        return stamps.get(field, 0)


class Session(Stamped):
    """One training session (``journal.records.Session``); ``plan`` is the next-session answer that it began with, as JSON."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="training_sessions")
    day = models.DateField()
    started_at = models.CharField(max_length=40, blank=True, default="")
    utc_offset_min = models.SmallIntegerField(null=True)
    minutes = models.FloatField(null=True)
    title = models.TextField(blank=True, default="")
    notes = models.TextField(blank=True, default="")
    session_rpe = models.FloatField(null=True)
    pain = models.JSONField(null=True)
    poor_sleep = models.BooleanField(null=True)
    sore_days = models.PositiveSmallIntegerField(null=True)
    planned = models.UUIDField(null=True)
    source = models.JSONField(null=True)
    plan = models.JSONField(null=True)
    readiness = models.JSONField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["member", "day"], name="session_member_day")]

    def __str__(self) -> str:
        return f"session {self.pk}"


class Entry(Stamped):
    """One exercise of a session (``journal.records.Entry``); ``skipped`` is why it was left out, ``instead_of`` what it replaced."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField(default=0)
    exercise = models.CharField(max_length=100, null=True)  # None as in the record
    name = models.TextField()
    confidence = models.FloatField(null=True)
    superset = models.TextField(null=True)  # None as in the record
    asked = models.JSONField(null=True)
    notes = models.TextField(blank=True, default="")
    skipped = models.CharField(max_length=40, blank=True, default="")
    instead_of = models.CharField(max_length=100, blank=True, default="")

    def __str__(self) -> str:
        return f"entry {self.pk}"


class SetLog(Stamped):
    """One set (``journal.records.SetRecord``); ``position`` orders sets of an entry, then the id."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sets")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=20, default="normal")
    side = models.CharField(max_length=5, null=True)  # None as in the record
    contraction = models.CharField(max_length=20, default="full")
    reps = models.PositiveIntegerField(null=True)
    external_load_kg = models.FloatField(null=True)
    assist_kg = models.FloatField(null=True)
    entered_unit = models.CharField(max_length=2, default="kg")
    rir = models.FloatField(null=True)
    duration_s = models.FloatField(null=True)
    distance_m = models.FloatField(null=True)
    rest_s = models.FloatField(null=True)
    tempo_asked = models.CharField(max_length=40, null=True)  # None as in the record
    tempo_seen = models.CharField(max_length=40, null=True)  # None as in the record
    watched = models.JSONField(null=True)
    pain = models.JSONField(null=True)
    started_at = models.CharField(max_length=40, blank=True, default="")
    notes = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return f"set {self.pk}"


class Kept(models.TextChoices):
    """The other records of a journal."""

    TEST = "test", "test result"
    BODY_MASS = "body-mass", "body mass"
    MILESTONE = "milestone", "milestone"
    PLANNED = "planned", "planned session that came with an import"


class OtherRecord(Stamped):
    """A record of a journal that is neither a session nor of the programme; ``data`` is the record as JSON, with its id."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="other_records")
    kind = models.CharField(max_length=20, choices=Kept.choices)
    day = models.DateField()
    data: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["member", "kind", "day"], name="other_member_kind_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
