"""All addresses of the server; each feature folder owns its own part."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from eccentric.web.pages import errors

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("eccentric.web.pages.urls")),
    path("library/", include("eccentric.web.library.urls")),
    path("checks/", include("eccentric.web.checks.urls")),
    path("", include("eccentric.web.training.urls")),
    path("progress/", include("eccentric.web.progress.urls")),
    path("care/", include("eccentric.web.care.urls")),
    path("account/", include("eccentric.web.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("", include("eccentric.web.api.urls")),
    path("", include("eccentric.web.ops.urls")),
    path("admin/", admin.site.urls),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
