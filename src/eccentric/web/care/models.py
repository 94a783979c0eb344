"""What a member lets another person see."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Part(models.TextChoices):
    """A part of a member's data that can be shared on its own."""

    PROGRAMME = "programme", "programme and sessions"
    PROGRESS = "progress", "progress"
    PAIN = "pain", "pain and how the leg does"
    CHECKS = "checks", "form checks"

    @property
    def words(self) -> str:
        """What the part holds, for the person who shares it."""
        return {
            Part.PROGRAMME: "what is planned, what you did, loads and notes",
            Part.PROGRESS: "strength, sets, tempo, range, both sides, records",
            Part.PAIN: "pain in training, function scores and tests",
            Part.CHECKS: "reports of the sets you filmed, and clips you kept",
        }[self]


class Grant(models.Model):
    """A member's consent that a coach sees some parts; it ends at once when ``revoked_at`` is set."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants_given")
    coach = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants_held")
    parts = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("member", "coach", condition=Q(revoked_at=None), name="one_live_grant")]

    def __str__(self) -> str:
        return f"grant {self.pk}"


class Invitation(models.Model):
    """A link with which one person may become a member's coach; only the link's SHA-256 is kept. It works once and for a week."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitations")
    note = models.CharField(max_length=80, blank=True, default="")
    parts = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"invitation {self.pk}"
