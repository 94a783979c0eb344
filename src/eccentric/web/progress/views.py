"""The member's own progress page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eccentric.web.accounts.who import signed_in


@require_safe
@login_required
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """Charts of the last weeks, against the weeks before."""
    from eccentric.web.progress.kept import kept_page  # here: it brings Polars, which the server does not need to start
    from eccentric.web.progress.page import Wanted

    member = signed_in(request)
    page = kept_page(member=member, wanted=Wanted.from_query(request.GET), today=timezone.localdate(), unit=member.weight_unit)
    return render(request, "progress/index.html", {"here": "progress", "page": page})
