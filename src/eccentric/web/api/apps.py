"""The Django app of this folder."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The versioned JSON interface."""

    name = "eccentric.web.api"
    label = "api"
    verbose_name = "API"
