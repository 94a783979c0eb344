"""The Django app of this folder."""

from django.apps import AppConfig


class LiveConfig(AppConfig):
    """The live set before the camera."""

    name = "eccentric.web.live"
    label = "live"
    verbose_name = "Live"
