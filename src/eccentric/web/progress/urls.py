"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.progress import views

app_name = "progress"
urlpatterns: list[URLPattern | URLResolver] = [path("", views.index, name="index")]
