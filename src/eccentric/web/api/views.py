"""The description of the interface, for people."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation, made from the OpenAPI document; nothing is loaded from elsewhere."""
    return render(request, "api/docs.html", {"here": "more", "groups": _groups()})


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The OpenAPI document."""
    return HttpResponse(_document(), content_type="application/json")


@csrf_exempt  # each operation looks itself, when it is a cookie that says who asks
def version_1(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001 (the operations' own addresses say it again)
    """The operation at this address; operations are loaded by the first request that asks for one, so the server starts without them."""
    found = resolve(request.path_info, "eccentric.web.api.v1_urls")
    request.resolver_match = found
    response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    return response


@lru_cache(maxsize=1)
def _document() -> str:
    """The document, written once."""
    from eccentric.web.api.v1 import api

    return json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), default=str)


@lru_cache(maxsize=1)
def _groups() -> list[tuple[str, list[dict[str, Any]]]]:
    """Operations by their tag, in the order of the document."""
    from eccentric.web.api.v1 import api

    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items():
        for method, operation in methods.items():
            ways = [scheme for way in operation.get("security", []) for scheme in way]
            groups.setdefault(operation["tags"][0], []).append(
                {
                    "method": method.upper(),
                    "path": path,
                    "summary": operation["summary"],
                    "words": operation.get("description", ""),
                    "parameters": [given["name"] for given in operation.get("parameters", [])],
                    "body": "requestBody" in operation,
                    "statuses": ", ".join(str(status) for status in operation["responses"]),
                    "open": not ways,
                }
            )
    return list(groups.items())
