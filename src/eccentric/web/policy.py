"""The content security policy: only this server; nothing inline but what carries the answer's nonce, or a style named by its hash."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

Handler = Callable[[HttpRequest], HttpResponse]
BASE: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:", "blob:"),
    "media-src": ("'self'", "blob:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'self'",),
    "frame-ancestors": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
}
PERMISSIONS = "camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=(), payment=(), usb=(), browsing-topics=()"


def content_security_policy(get_response: Handler) -> Handler:
    """Give every page the policy; ``request.csp_nonce`` is made only when a template asks for it, ``request.csp_styles`` takes hashes."""

    def respond(request: HttpRequest) -> HttpResponse:
        nonce = _Nonce()
        request.csp_nonce = SimpleLazyObject(nonce)  # type: ignore[attr-defined]
        request.csp_styles = set()  # type: ignore[attr-defined]
        response = get_response(request)
        also: dict[str, tuple[str, ...]] = dict(getattr(response, "csp_also", {}))
        also["style-src"] = (*also.get("style-src", ()), *sorted(request.csp_styles))  # type: ignore[attr-defined]
        response.headers.setdefault("Content-Security-Policy", policy(nonce.value, also))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return respond


class _Nonce:
    """A random value once it is asked for."""

    def __init__(self) -> None:
        self.value: str | None = None

    def __call__(self) -> str:
        self.value = self.value or secrets.token_urlsafe(16)
        return self.value


def policy(nonce: str | None, also: dict[str, tuple[str, ...]]) -> str:
    """Return the header's text; ``also`` adds sources to directives (a view sets it with ``allow``)."""
    parts = {name: sources + also.get(name, ()) for name, sources in BASE.items()}
    if nonce is not None:
        for name in ("script-src", "style-src"):
            parts[name] = (*parts[name], f"'nonce-{nonce}'")
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in parts.items())


def allow(response: HttpResponse, **directives: tuple[str, ...]) -> HttpResponse:
    """Widen the policy of one response: ``allow(response, script_src=("'wasm-unsafe-eval'",))``. Never 'unsafe-inline'."""
    also: dict[str, Any] = {name.replace("_", "-"): sources for name, sources in directives.items()}
    if any("unsafe-inline" in source for sources in also.values() for source in sources):
        raise ValueError("the policy never allows inline scripts or styles: use request.csp_nonce")
    response.csp_also = also  # type: ignore[attr-defined]
    return response
