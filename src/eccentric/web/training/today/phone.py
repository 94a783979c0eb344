"""What makes the page an app on a phone: the manifest, the service worker, and the address that takes what was logged offline."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from eccentric.terms.errors import BadInput
from eccentric.web.training import services
from eccentric.web.training.changes import changes_from

FONTS = ("400", "700")
MODULES = ("today", "store", "sync", "timers", "pace", "plates", "device", "readiness", "sets")
SHELL = (
    "eccentric.css",
    "training/today.css",
    "js/frame.js",
    "icon.svg",
    *(f"vendor/fonts/atkinson-hyperlegible-latin-{weight}-normal.woff2" for weight in FONTS),
    *(f"training/{name}.js" for name in MODULES),
)
"""What Today needs to show and work without a connection."""


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 (Django gives it)
    """How the app is called and looks on a phone's home screen."""
    icons = [{"src": static(f"training/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)]
    masked = {**icons[1], "purpose": "maskable"}
    return JsonResponse(
        {
            "id": "/today/",
            "name": "Eccentric",
            "short_name": "Eccentric",
            "description": "Hamstring training, the slow way down.",
            "start_url": "/today/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#faf8f3",
            "theme_color": "#faf8f3",
            "icons": [*icons, masked],
        },
        content_type="application/manifest+json",
    )


@require_safe
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The service worker; its text changes when anything that it keeps changes, so that phones fetch it anew."""
    response = HttpResponse(_worker(), content_type="text/javascript")
    patch_cache_control(response, no_cache=True)
    return response


def _worker() -> str:
    kept = [static(name) for name in SHELL] + [f"/static/training/{name}.js" for name in MODULES] + [reverse("pages:offline")]
    source = Path(finders.find("training/worker.js") or "").read_text(encoding="utf-8")
    facts = {"version": _version(), "shell": sorted(set(kept)), "today": reverse("training:today"), "offline": reverse("pages:offline")}
    return f"const FACTS = {json.dumps(facts)};\n{source}"


@lru_cache(maxsize=1)
def _version() -> str:
    """A short hash of everything that is kept."""
    found = hashlib.sha256()
    for name in SHELL:
        path = finders.find(name)
        found.update(name.encode() + (Path(path).read_bytes() if isinstance(path, str) else b""))
    return found.hexdigest()[:12]


@require_POST
def sync(request: HttpRequest) -> JsonResponse:
    """Take a list of changes; the same list twice is written once. 401 without a session, 422 with every problem."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "sign in first"}, status=401)
    try:
        body: Any = json.loads(request.body)
        if str(body.get("member")) != str(request.user.pk):
            return JsonResponse({"error": "logged by another person"}, status=409)
        applied = services.apply_changes(member=request.user, changes=changes_from(body.get("changes")))
    except (ValueError, AttributeError, RecursionError):
        return JsonResponse({"error": "not readable"}, status=400)
    except BadInput as error:
        return JsonResponse({"problems": [str(problem) for problem in error.problems]}, status=422)
    refused = {str(key): why for key, why in applied.refused.items()}
    return JsonResponse(
        {"written": [str(key) for key in applied.written], "known": [str(key) for key in applied.known], "refused": refused}
    )
