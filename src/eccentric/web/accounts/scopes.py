"""What a program with a token may do."""

from __future__ import annotations

from django.db import models


class Scope(models.TextChoices):
    """One permission of a token; each is named after what it opens and whether it writes."""

    PROFILE_READ = "profile:read", "read your profile and settings"
    PROFILE_WRITE = "profile:write", "change your profile and settings"
    TRAINING_READ = "training:read", "read your programme, sessions, sets and metrics"
    TRAINING_WRITE = "training:write", "make programmes, log sessions and sets, and import"
    CHECKS_READ = "checks:read", "read your form checks"
    CHECKS_WRITE = "checks:write", "upload clips to check, and delete checks"
    SHARING_READ = "sharing:read", "read who sees what of yours, and what others share with you"
    SHARING_WRITE = "sharing:write", "change who sees what of yours"
    EXPORT = "export", "take everything out as one archive"
