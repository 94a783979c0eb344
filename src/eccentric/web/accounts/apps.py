"""The Django app of this folder."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People of this server: signing in, second factor, sessions, preferences."""

    name = "eccentric.web.accounts"
    label = "accounts"
    verbose_name = "Accounts"
