"""The Django app of this folder."""

from django.apps import AppConfig


class LibraryPagesConfig(AppConfig):
    """The exercise library as pages."""

    name = "eccentric.web.library"
    label = "library_pages"
    verbose_name = "Library pages"
