"""The Django app of this folder."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """How training goes: charts that begin with what they show."""

    name = "eccentric.web.progress"
    label = "progress"
    verbose_name = "Progress"
