"""A person of this server."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from eccentric.journal.ids import new_id


class WeightUnit(models.TextChoices):
    """How weights are shown; they are always stored in kilograms."""

    KG = "kg", "kilograms"
    LB = "lb", "pounds"


class User(AbstractUser):
    """A member, a coach or the person who runs the server; a name is enough, mail is optional."""

    time_zone = models.CharField(max_length=64, blank=True, default="")
    weight_unit = models.CharField(max_length=2, choices=WeightUnit.choices, default=WeightUnit.KG)
    language = models.CharField(max_length=10, default="en")
    demo = models.BooleanField(default=False)

    @property
    def shown_name(self) -> str:
        """The name to greet or list the person by."""
        return self.get_full_name() or self.get_username()


class ApiToken(models.Model):
    """A token that lets a program in as a person; only its SHA-256 is kept, so that nobody can read it back.

    The token has 256 random bits, so a plain hash is enough: there is nothing to guess. ``start`` is its beginning, to tell tokens apart.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=80)
    start = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"token {self.start}…"


class Import(models.Model):
    """A log that was read and waits for its review: deleted when it is taken in or put away, and after a day.

    ``journal`` is a ``journal.Journal`` as JSON text, ``summary`` a ``formats.summary.ImportSummary``.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="imports")
    journal = models.TextField()
    summary = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"import {self.pk}"


class DoneRequest(models.Model):
    """The answer to a request that came with an idempotency key, so that the same request sent twice is done once; kept for a day."""

    user = models.ForeignKey(User, models.CASCADE, related_name="done_requests")
    key = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_request_a_key")]

    def __str__(self) -> str:
        return f"request {self.pk}"
