"""Addresses of the form checks."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.checks import of_set, views

app_name = "checks"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("of-set/<uuid:set_id>/", of_set.of_set, name="of_set"),
    path("<uuid:check_id>/set/", of_set.choose, name="choose_set"),
    path("<uuid:check_id>/", views.show, name="show"),
    path("<uuid:check_id>/progress/", views.progress, name="progress"),
    path("<uuid:check_id>/events/", views.events, name="events"),
    path("<uuid:check_id>/film.mp4", views.film, name="film"),
    path("<uuid:check_id>/keep/", views.keep, name="keep"),
    path("<uuid:check_id>/delete/", views.delete, name="delete"),
]
