"""Signs of life of the workers."""

from __future__ import annotations

from django.db import models


class Pulse(models.Model):
    """A worker and when it last said that it lives; a task whose worker fell silent is tried again."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"worker {self.worker[:8]}"
