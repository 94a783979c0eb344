"""The interface for programs, version 1: /api/v1, described by /api/v1/openapi.json."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from eccentric.terms.errors import BadInput
from eccentric.web.api import bodies, checks, library, me, measures, programmes, records, sharing, today, training, transfer
from eccentric.web.api.errors import ProblemOut, Refused, refusal, refusal_of

WORDS = """What the pages do, for programs; only what belongs to the account itself (signing in, tokens, erasing) has pages alone.

Make a token under Settings, Tokens for programs, and send it as `Authorization: Bearer ecc_…`. Every error has the same shape.
Lists come in parts (`limit`, `offset`). Requests that write take an `Idempotency-Key`. Weights are kilograms, angles degrees."""


class Api(NinjaAPI):
    """The interface with the schemas of our own bodies in its description."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """The OpenAPI document."""
        schema = super().get_openapi_schema(**kwargs)
        schema.setdefault("components", {}).setdefault("schemas", {}).update(bodies.described)
        return schema


api = Api(title="Eccentric", version="1", description=WORDS, docs_url=None, openapi_url=None, urls_namespace="api")
api.add_router("", me.router, tags=["you"])
api.add_router("", training.router, tags=["training"])
api.add_router("", programmes.router, tags=["training"])
api.add_router("", today.router, tags=["today"])
api.add_router("", records.router, tags=["sessions and sets"])
api.add_router("", measures.router, tags=["tests and body mass"])
api.add_router("", library.router, tags=["library"])
api.add_router("", checks.router, tags=["form checks"])
api.add_router("", sharing.router, tags=["sharing"])
api.add_router("", transfer.router, tags=["in and out"])


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """A status and a sentence."""
    return refusal(error.status, error.words)


@api.exception_handler(BadInput)
def bad_input(request: HttpRequest, error: BadInput) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """422 with every problem."""
    return refusal_of(error)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """422 for a parameter that cannot be read."""
    problems = [
        ProblemOut(where=".".join(str(part) for part in item["loc"]), expected=str(item["msg"]), found=ascii(item.get("input", ""))[:80])
        for item in error.errors
    ]
    return refusal(422, "what was sent cannot be used", problems)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """401 for nobody."""
    response = refusal(401, "send a token, or sign in")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def plain(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """Ninja's own errors in our shape."""
    return refusal(error.status_code, str(error))


@api.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """413 for a body that is larger than any of ours."""
    return refusal(413, f"the body has more than {settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1000:,} kB")


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001 (ninja gives it)
    """404 for what is not there, or is somebody else's."""
    return refusal(404, "there is no such thing, or it is not yours")
