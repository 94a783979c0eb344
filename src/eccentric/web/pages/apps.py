"""The Django app of this folder."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Home, offline and error pages; the layout and the design language."""

    name = "eccentric.web.pages"
    label = "pages"
    verbose_name = "Pages"
