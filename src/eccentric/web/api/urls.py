"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.api import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs", views.docs, name="api_docs"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/<path:rest>", views.version_1),
]
