"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.api import views
from eccentric.web.api.v1 import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs", views.docs, name="api_docs"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/", api.urls),
]
