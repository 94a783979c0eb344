"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.ops import views

app_name = "ops"
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("metrics", views.metrics, name="metrics"),
    path("server/", views.server, name="server"),
    path("server/jobs/<uuid:job>/again/", views.job_again, name="job_again"),
]
