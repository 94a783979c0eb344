"""Bringing in another app's log, page by page: choose the file, look at the names, take it in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from eccentric.terms.errors import BadInput
from eccentric.web.accounts.forms import ImportForm
from eccentric.web.accounts.importing import Name, begin_import, names_of, summary_of, take_in
from eccentric.web.accounts.models import Import
from eccentric.web.accounts.who import signed_in
from eccentric.web.library.queries import shelf

SHOWN_SKIPPED = 12
SHOWN_NAMES = 60


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def imports(request: HttpRequest) -> HttpResponse:
    """Choose a file; what waits for its review is listed."""
    user = signed_in(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = begin_import(user=user, data=form.cleaned_data["log"].read())
        except BadInput as error:
            for problem in error.problems:
                form.add_error("log", str(problem))
        else:
            return redirect("accounts:review", kept.pk)
    waiting = Import.objects.filter(user=user).defer("journal").order_by("-created_at")
    rows = [(kept, summary_of(kept)) for kept in waiting]
    return render(request, "accounts/imports.html", {"here": "more", "form": form, "waiting": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def review(request: HttpRequest, kept: UUID) -> HttpResponse:
    """What was read, and which names are whose; then it is taken in."""
    found = get_object_or_404(Import.objects.select_related("user"), pk=kept, user=signed_in(request))
    names = names_of(found)
    if request.method == "POST":
        taken = take_in(kept=found, chosen=_chosen(request, names))
        new = f"{taken.sessions:,} sessions and {taken.sets:,} sets are new." if taken.sets else "Everything in it was here already."
        messages.success(request, f"Taken in. {new}")
        return redirect("progress:index")
    ours = {page.id: page.name for page in shelf().exercises.values()}
    rows = [(number, name, ours.get(name.suggestion or "", "")) for number, name in enumerate(names)]
    context = {
        "here": "more",
        "kept": found,
        "summary": summary_of(found),
        "near": [row for row in rows if row[2]],
        "far": [row for row in rows if not row[2]][:SHOWN_NAMES],
        "more": max(0, sum(not row[2] for row in rows) - SHOWN_NAMES),
        "ours": sorted(ours.values()),
        "skipped_shown": SHOWN_SKIPPED,
    }
    return render(request, "accounts/review.html", context)


def _chosen(request: HttpRequest, names: list[Name]) -> dict[str, str]:
    """Names and the exercises that the person gave them; what is no exercise of ours stays as written."""
    by_name = {page.name.casefold(): page.id for page in shelf().exercises.values()}
    found = {}
    for number, name in enumerate(names):
        given = request.POST.get(f"name-{number}", "").strip()
        exercise = given if given in shelf().exercises else by_name.get(given.casefold())
        if exercise:
            found[name.name] = exercise
    return found


@require_POST
@login_required
def put_away(request: HttpRequest, kept: UUID) -> HttpResponse:
    """Forget a file that was read."""
    get_object_or_404(Import, pk=kept, user=signed_in(request)).delete()
    messages.success(request, "The file is forgotten; nothing was taken in.")
    return redirect("accounts:imports")
