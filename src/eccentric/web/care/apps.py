"""The Django app of this folder."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Sharing with a coach or physiotherapist by consent."""

    name = "eccentric.web.care"
    label = "care"
    verbose_name = "Care"
