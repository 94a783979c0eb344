"""The description of the interface, for people."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation, made from the OpenAPI document; nothing is loaded from elsewhere."""
    return render(request, "api/docs.html", {"here": "more", "groups": _groups()})


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django gives it)
    """The OpenAPI document."""
    return HttpResponse(_document(), content_type="application/json")


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
