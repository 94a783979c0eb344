"""Addresses of the operations, kept apart from the pages': importing them builds every operation's schema."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.api.v1 import api

urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", api.urls)]
