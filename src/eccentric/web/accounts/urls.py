"""Addresses of this folder; signing in and the second factor are allauth's, under the same prefix."""

from django.urls import URLPattern, URLResolver, path

from eccentric.web.accounts import import_views, views

app_name = "accounts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("settings/", views.settings, name="settings"),
    path("settings/you/", views.you, name="you"),
    path("settings/equipment/", views.equipment, name="equipment"),
    path("settings/privacy/", views.privacy, name="privacy"),
    path("settings/export/", views.export, name="export"),
    path("settings/erase/", views.erase, name="erase"),
    path("settings/tokens/", views.tokens, name="tokens"),
    path("settings/tokens/<int:token>/end/", views.revoke, name="revoke"),
    path("settings/imports/", import_views.imports, name="imports"),
    path("settings/imports/<uuid:kept>/", import_views.review, name="review"),
    path("settings/imports/<uuid:kept>/away/", import_views.put_away, name="put_away"),
]
