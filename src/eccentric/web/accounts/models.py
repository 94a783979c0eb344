"""A person of this server."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


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
