"""Addresses of this folder."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.care import person_view, views

app_name = "care"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="index"),
    path("invite/", views.invite, name="invite"),
    path("invitations/<int:invitation>/cancel/", views.cancel, name="cancel"),
    path("join/<str:token>/", views.join, name="join"),
    path("grants/<int:grant>/change/", views.change, name="change"),
    path("grants/<int:grant>/end/", views.end, name="end"),
    path("grants/<int:grant>/undo/", views.undo, name="undo"),
    path("people/<int:grant>/", person_view.person, name="person"),
]
