"""The Django app of this folder."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    """What the person who runs the server needs: health, metrics, backup."""

    name = "eccentric.web.ops"
    label = "ops"
    verbose_name = "Operations"
