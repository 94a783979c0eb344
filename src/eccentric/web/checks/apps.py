"""The Django app of this folder."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """Form checks: a clip of a set in, its report out."""

    name = "eccentric.web.checks"
    label = "checks"
    verbose_name = "Form checks"
