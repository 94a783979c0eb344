"""Signing up, and the forms of the settings."""

from __future__ import annotations

import zoneinfo
from functools import lru_cache
from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from eccentric.web.accounts.models import User, WeightUnit
from eccentric.web.accounts.scopes import Scope

LIFETIMES = (("90", "90 days"), ("365", "a year"), ("30", "30 days"), ("", "until you end it"))
LOOKS = (("", "As the device"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
SELECTED = SafeString(" selected")
LARGEST_IMPORT_BYTES = 30_000_000


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """Name, password, and an address only for those who want to sign in with it."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "Mail address (optional)"
        self.fields["email"].help_text = "Only to sign in with. This server sends no mail."
        self.fields["username"].label = "Name"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


@lru_cache(maxsize=1)
def zones() -> list[tuple[str, str]]:
    """Time zones to choose from, and following the device."""
    return [("", "As the device"), *((name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if "/" in name)]


class LongSelect(forms.Select):
    """A list of hundreds of choices: put together at once instead of each choice by a template of its own."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:  # noqa: ARG002 (Django gives it)
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "", '<option value="{}"{}>{}</option>', ((key, SELECTED if key == chosen else "", words) for key, words in self.choices)
        )
        return format_html("<select{}>{}</select>", flatatt({"name": name, **self.build_attrs(self.attrs, attrs)}), options)


class YouForm(forms.ModelForm[User]):
    """What the person is called and how things are shown."""

    look = forms.ChoiceField(label="Look", choices=LOOKS, required=False, help_text="Kept on this device only.")

    class Meta:
        model = get_user_model()
        fields = ("first_name", "weight_unit", "language", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["first_name"]
        name.label, name.help_text = "What to call you", "Shown to you, and to coaches whom you invite. Empty: your account's name."
        name.widget.attrs["autocomplete"] = "nickname"
        self.fields["weight_unit"] = forms.ChoiceField(
            label="Weights in",
            choices=WeightUnit.choices,
            widget=forms.RadioSelect,
            help_text="Weights are kept in kilograms, so that changing this loses nothing.",
        )
        self.fields["language"] = forms.ChoiceField(label="Language", choices=settings.LANGUAGES)
        self.fields["time_zone"] = forms.ChoiceField(label="Time zone", choices=zones, required=False, widget=LongSelect)


class TokenForm(forms.Form):
    """A token for a program."""

    name = forms.CharField(label="What is it for?", max_length=80, help_text="For example: backup script on the laptop.")
    scopes = forms.MultipleChoiceField(label="What may it do?", choices=Scope.choices, widget=forms.CheckboxSelectMultiple)
    days = forms.ChoiceField(label="How long?", choices=LIFETIMES, required=False, initial="90")


class ImportForm(forms.Form):
    """A log of another app."""

    log = forms.FileField(label="The file", help_text="An export of Strong, Hevy, FitNotes or wger, a FIT activity, or a journal of ours.")

    def clean_log(self) -> Any:
        """Refuse what is too large to read while you wait."""
        log = self.cleaned_data["log"]
        if log.size > LARGEST_IMPORT_BYTES:
            raise forms.ValidationError(
                f"The file has {log.size / 1e6:.0f} MB; the page takes up to {LARGEST_IMPORT_BYTES / 1e6:.0f} MB. Use `eccentric import`."
            )
        return log


class EraseForm(forms.Form):
    """The name of the account, and the password where there is one: this cannot be undone."""

    name = forms.CharField(
        label="Type the name of your account", widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"})
    )
    password = forms.CharField(label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.has_usable_password():
            del self.fields["password"]

    def clean_name(self) -> str:
        """The name must be the account's own."""
        name: str = self.cleaned_data["name"]
        if name.strip() != self.user.get_username():
            raise forms.ValidationError("That is not the name of this account.")
        return name

    def clean_password(self) -> str:
        """The password must be right."""
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not your password.")
        return password
