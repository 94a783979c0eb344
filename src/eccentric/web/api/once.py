"""Idempotency keys: the same request with the same key is done once, and answered twice."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, get_type_hints

from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from ninja.errors import HttpError

from eccentric.web.accounts.models import DoneRequest, User
from eccentric.web.api.auth import caller
from eccentric.web.api.errors import ErrorOut, refusal, reply

HEADER = "Idempotency-Key"
LONGEST = 100
KEPT_HOURS = 24
PARAMETER = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[!-~]+$"},
    "description": "A key of your own for this request; sent again within a day, the request is not done again and its answer is repeated.",
}
HELD_BACK = "X-Told-Once"
"""Marks an answer with a secret that is not to be kept: the request sent again is refused."""
View = Callable[..., HttpResponse]


def once(view: View) -> View:
    """Do an operation once for each key; a key with another request is 409, one whose request still runs too."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.headers.get(HEADER)
        if key is None:
            response = view(request, *args, **kwargs)
            response.headers.pop(HELD_BACK, None)
            return response
        if not 1 <= len(key) <= LONGEST or not all("!" <= letter <= "~" for letter in key):
            return refusal(422, f"{HEADER} has 1 to {LONGEST} visible ASCII characters")
        return _with_key(request, key, lambda: view(request, *args, **kwargs))

    _say_what_it_takes(answered, view)
    return answered


def _say_what_it_takes(answered: Any, view: View) -> None:
    """Give the wrapper the view's parameters with their types resolved, since ninja reads them in the wrapper's own module."""
    hints = get_type_hints(view, include_extras=True)
    signature = inspect.signature(view)
    given = [parameter.replace(annotation=hints.get(name, parameter.annotation)) for name, parameter in signature.parameters.items()]
    answered.__signature__ = signature.replace(parameters=given)


def _with_key(request: HttpRequest, key: str, do: Callable[[], HttpResponse]) -> HttpResponse:
    user, digest = caller(request), _digest(request)
    DoneRequest.objects.filter(created_at__lt=timezone.now() - timedelta(hours=KEPT_HOURS)).delete()
    try:
        with transaction.atomic():
            row = DoneRequest.objects.create(user=user, key=key, digest=digest)
    except IntegrityError:
        return _repeated(user, key, digest)
    try:
        response = do()
    except BaseException:
        row.delete()
        raise
    if response.status_code >= 500:
        row.delete()
        return response
    if HELD_BACK in response.headers:
        del response.headers[HELD_BACK]
        row.status, row.answer = 409, ErrorOut(error="this was done before; what it gave is told only once").model_dump()
    else:
        row.status, row.answer = response.status_code, json.loads(response.content or b"null")
    row.save(update_fields=["status", "answer"])
    return response


def _repeated(user: User, key: str, digest: str) -> HttpResponse:
    kept = DoneRequest.objects.filter(user=user, key=key).first()
    if kept is None or kept.status is None:
        return refusal(409, "the first request with this key is not done yet; ask again in a moment")
    if kept.digest != digest:
        return refusal(409, "this key was used for another request")
    return reply(kept.answer, kept.status) if kept.answer is not None else HttpResponse(status=kept.status)


def _digest(request: HttpRequest) -> str:
    """What tells requests apart: method, address and content; of an upload its fields and its files' content. A broken form is 400."""
    found = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.content_type != "multipart/form-data":
        found.update(request.body)
        return found.hexdigest()
    try:
        fields, files = sorted(request.POST.lists()), sorted(request.FILES.items())
    except (MultiPartParserError, BadRequest):
        raise HttpError(400, "the form cannot be read") from None
    found.update(json.dumps(fields).encode())
    for name, file in files:
        if not isinstance(file, UploadedFile):
            continue
        found.update(name.encode())
        for block in file.chunks():
            found.update(block)
        file.seek(0)
    return found.hexdigest()
