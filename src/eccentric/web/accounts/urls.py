"""Addresses of this folder; signing in and the second factor are allauth's, under the same prefix."""

from django.urls import URLPattern, URLResolver

app_name = "accounts"
urlpatterns: list[URLPattern | URLResolver] = []
