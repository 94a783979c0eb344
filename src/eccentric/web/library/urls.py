"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver

app_name = "library_pages"
urlpatterns: list[URLPattern | URLResolver] = []
