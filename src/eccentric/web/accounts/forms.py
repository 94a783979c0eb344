"""Signing up."""

from __future__ import annotations

from allauth.account.forms import SignupForm as AllauthSignupForm


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """Name, password, and an address only for those who want to sign in with it."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "Mail address (optional)"
        self.fields["email"].help_text = "Only to sign in with. This server sends no mail."
        self.fields["username"].label = "Name"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
