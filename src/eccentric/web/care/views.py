"""Sharing: who sees what of yours, invitations, and whom you look after."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eccentric.terms.errors import BadInput
from eccentric.web.accounts.who import signed_in
from eccentric.web.care import queries, services
from eccentric.web.care.models import Part

PARTS = [(part.value, part.label, part.words) for part in Part]


@require_safe
@login_required
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """Who sees what of yours, and whose things you see."""
    return _index(request)


def _index(request: HttpRequest, link: str = "", problem: str = "", note: str = "", status: int = 200) -> HttpResponse:
    person = signed_in(request)
    context = {
        "here": "more",
        "given": queries.given(member=person),
        "held": queries.held(coach=person),
        "invitations": queries.invitations(member=person),
        "parts": PARTS,
        "names": dict(Part.choices),
        "link": link,
        "problem": problem,
        "note": note,
        "days": services.DAYS,
        "ended": request.session.pop("care_ended", None),
    }
    return render(request, "care/index.html", context, status=status)


@require_POST
@login_required
@never_cache
@sensitive_variables("token")
def invite(request: HttpRequest) -> HttpResponse:
    """A new link, shown this once."""
    note = request.POST.get("note", "")
    try:
        token = services.invite(member=signed_in(request), parts=request.POST.getlist("parts"), note=note)
    except BadInput:
        return _index(request, problem="Choose at least one thing to share.", note=note, status=422)
    return _index(request, link=request.build_absolute_uri(reverse("care:join", args=[token])))


@require_POST
@login_required
def cancel(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take an invitation back."""
    if services.cancel(member=signed_in(request), invitation_id=invitation):
        messages.success(request, "The link no longer works.")
    return redirect("care:index")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_variables("token")
def join(request: HttpRequest, token: str) -> HttpResponse:
    """What an invitation is for; a signed-in person may accept it. Somebody without an account is told how to get one."""
    found = services.open_invitation(token=token)
    if found is None:
        return render(request, "care/join_ended.html", {"here": "more"}, status=404)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect(f"{reverse('account_login')}?next={request.path}")
        try:
            grant = services.accept(coach=signed_in(request), token=token)
        except BadInput:
            return redirect(request.path)  # which says what the link is now: one's own, or ended
        return redirect("care:person", grant.pk)
    names = dict(Part.choices)
    context = {"here": "more", "invitation": found, "shown": [names[part] for part in found.parts if part in names]}
    context["own"] = request.user.is_authenticated and found.member_id == signed_in(request).pk
    return render(request, "care/join.html", context)


@require_POST
@login_required
def change(request: HttpRequest, grant: int) -> HttpResponse:
    """Other parts from now on."""
    try:
        if not services.change(member=signed_in(request), grant_id=grant, parts=request.POST.getlist("parts")):
            raise Http404
    except BadInput:
        messages.error(request, "Nothing was changed: choose at least one thing, or end it.")
    else:
        messages.success(request, "Changed, from now on.")
    return redirect("care:index")


@require_POST
@login_required
def end(request: HttpRequest, grant: int) -> HttpResponse:
    """End it at once; the member may undo it for ten minutes."""
    person = signed_in(request)
    ended = services.end(person=person, grant_id=grant)
    if ended is None:
        raise Http404
    if ended.member_id == person.pk:
        request.session["care_ended"] = [ended.pk, ended.coach.shown_name]
    else:
        messages.success(request, f"You no longer see anything of {ended.member.shown_name}.")
    return redirect("care:index")


@require_POST
@login_required
def undo(request: HttpRequest, grant: int) -> HttpResponse:
    """Take the end back."""
    done = services.undo_end(member=signed_in(request), grant_id=grant)
    messages.success(request, "It is as it was." if done else "That can no longer be undone: send a new link.")
    return redirect("care:index")
