"""The settings: you, equipment, privacy, export, erase, tokens."""

from __future__ import annotations

import tempfile

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eccentric.web.accounts import equipment as equipment_of
from eccentric.web.accounts.erasing import erase as erase_person
from eccentric.web.accounts.exporting import write_export
from eccentric.web.accounts.forms import EraseForm, TokenForm, YouForm
from eccentric.web.accounts.kept import kept_of
from eccentric.web.accounts.models import ApiToken
from eccentric.web.accounts.scopes import Scope
from eccentric.web.accounts.tokens import make_token, revoke_token
from eccentric.web.accounts.who import signed_in

YEAR_S = 31_536_000


@require_safe
@login_required
def settings(request: HttpRequest) -> HttpResponse:
    """Where each setting is."""
    return render(request, "accounts/settings.html", {"here": "more"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def you(request: HttpRequest) -> HttpResponse:
    """Name, units, language, time zone, look."""
    look = request.COOKIES.get("theme", "")
    form = YouForm(request.POST or None, instance=signed_in(request), initial={"look": look})
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        response = redirect("accounts:you")
        response.set_cookie("theme", form.cleaned_data["look"], max_age=YEAR_S, samesite="Lax", secure=request.is_secure())
        return response
    return render(request, "accounts/you.html", {"here": "more", "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def equipment(request: HttpRequest) -> HttpResponse:
    """What the person can train with."""
    member = signed_in(request)
    profile = equipment_of.chosen(member=member)
    if request.method == "POST" and profile is not None:
        equipment_of.save(member=member, profile=profile, items=request.POST.getlist("equipment"))
        messages.success(request, "Saved. Your next session and programme use it.")
        return redirect("accounts:equipment")
    have = set(profile.equipment) if profile else set()
    return render(request, "accounts/equipment.html", {"here": "more", "profile": profile, "choices": equipment_of.choices(), "have": have})


@require_safe
@login_required
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, where and for how long."""
    return render(request, "accounts/privacy.html", {"here": "more", "kept": kept_of(signed_in(request))})


@require_POST
@login_required
@never_cache
def export(request: HttpRequest) -> HttpResponseBase:
    """Everything as one zip, made on disk and deleted when it is sent."""
    stream = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_export(user=signed_in(request), stream=stream)
    stream.seek(0)
    return FileResponse(stream, as_attachment=True, filename=f"eccentric-{timezone.localdate():%Y-%m-%d}.zip")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def erase(request: HttpRequest) -> HttpResponse:
    """Everything gone, after the name and the password."""
    user = signed_in(request)
    form = EraseForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        logout(request)
        erase_person(user=user)
        messages.success(request, "Your account and everything of yours is erased from this server.")
        return redirect("/")
    return render(request, "accounts/erase.html", {"here": "more", "form": form, "kept": kept_of(user)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens there are, and a new one, which is shown this once."""
    user = signed_in(request)
    form, fresh = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        scopes = [Scope(scope) for scope in form.cleaned_data["scopes"]]
        days = int(form.cleaned_data["days"]) if form.cleaned_data["days"] else None
        fresh, _ = make_token(user=user, name=form.cleaned_data["name"], scopes=scopes, days=days)
        form = TokenForm()
    rows = ApiToken.objects.filter(user=user).order_by("-created_at")
    names = dict(Scope.choices)
    shown = [(row, [names.get(scope, scope) for scope in row.scopes]) for row in rows]
    context = {"here": "more", "form": form, "tokens": shown, "fresh": fresh, "now": timezone.now()}
    return render(request, "accounts/tokens.html", context)


@require_POST
@login_required
def revoke(request: HttpRequest, token: int) -> HttpResponse:
    """End a token at once."""
    if revoke_token(user=signed_in(request), token_id=token):
        messages.success(request, "The token has ended.")
    return redirect("accounts:tokens")
