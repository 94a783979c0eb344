"""Between a logged set and its form check."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from eccentric.web.accounts.who import signed_in
from eccentric.web.checks import queries, services
from eccentric.web.checks.session import holder_of
from eccentric.web.library.queries import seen_by_camera
from eccentric.web.training.set_on_video import FilmedSet, filmed_set


def set_named(request: HttpRequest, name: str) -> FilmedSet | None:
    """The member's set that an address or a form names; None when none is named. Raises Http404 for any other."""
    if not name:
        return None
    try:
        set_id = UUID(name)
    except ValueError:
        raise Http404 from None
    found = filmed_set(member=signed_in(request), set_id=set_id) if request.user.is_authenticated else None
    if found is None or not seen_by_camera(found.exercise):
        raise Http404
    return found


@require_safe
@login_required
@never_cache
def of_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """The newest check of a set that did not fail, or the place to upload its clip."""
    found = set_named(request, str(set_id))
    assert found is not None
    check = queries.of_set(member=signed_in(request), set_id=found.id)
    return redirect("checks:show", check.pk) if check is not None else redirect(reverse("checks:new") + f"?set={found.id}")


@require_POST
@login_required
def choose(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Say which set a check shows."""
    check = queries.own(check_id=check_id, viewer=request.user, holder=holder_of(request))
    chosen = set_named(request, request.POST.get("set", ""))
    if check is None or check.owner_id != request.user.pk or chosen is None or chosen.exercise != check.exercise:
        raise Http404
    services.choose_set(check=check, training_set=chosen.id)
    messages.success(request, f"Kept with set {chosen.number}.")
    return redirect("checks:show", check.pk)
