"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.pages import views

app_name = "pages"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("more/", views.more, name="more"),
    path("offline/", views.offline, name="offline"),
]
