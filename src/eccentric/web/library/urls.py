"""Addresses of the library."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.library import views

app_name = "library_pages"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="index"),
    path("sources/", views.sources, name="sources"),
    path("drawings.css", views.drawings, name="drawings"),
    path("<slug:exercise_id>/", views.exercise, name="exercise"),
    path("<slug:exercise_id>/figure.svg", views.figure, name="figure"),
]
