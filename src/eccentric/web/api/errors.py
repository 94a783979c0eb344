"""Errors as programs read them: always the same shape, always declared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict

from eccentric.terms.errors import BadInput


class Out(BaseModel):
    """Base of what is sent."""

    model_config = ConfigDict(extra="forbid")


class ProblemOut(Out):
    """One thing wrong with what was sent: where, what was expected, what was found."""

    where: str
    expected: str
    found: str


class ErrorOut(Out):
    """Why a request was not done; ``problems`` lists everything wrong with its input, never only the first."""

    error: str
    problems: list[ProblemOut] = []


class Refused(Exception):
    """A request that ends with a status and one sentence."""

    def __init__(self, status: int, words: str) -> None:
        self.status = status
        self.words = words
        super().__init__(words)


def reply(value: Any, status: int = 200) -> HttpResponse:
    """A JSON answer of a pydantic model, or of what json can write."""
    text = value.model_dump_json() if isinstance(value, BaseModel) else json.dumps(value, ensure_ascii=False, default=str)
    return HttpResponse(text, content_type="application/json", status=status)


def refusal(status: int, words: str, problems: Iterable[ProblemOut] = ()) -> HttpResponse:
    """An error's answer."""
    return reply(ErrorOut(error=words, problems=list(problems)), status)


def refusal_of(error: BadInput) -> HttpResponse:
    """The answer to bad input: 422 with every problem."""
    problems = [ProblemOut(where=item.where, expected=item.expected, found=_printable(item.found)) for item in error.problems]
    return refusal(422, "what was sent cannot be used", problems)


def _printable(text: str) -> str:
    """Text that can be written as UTF-8."""
    return text.encode("utf-8", "replace").decode()


READS: dict[int, Any] = {401: ErrorOut, 403: ErrorOut, 422: ErrorOut}
FINDS: dict[int, Any] = READS | {404: ErrorOut}
WRITES: dict[int, Any] = READS | {400: ErrorOut, 408: ErrorOut, 409: ErrorOut, 413: ErrorOut}
CHANGES: dict[int, Any] = WRITES | {404: ErrorOut}
"""Statuses that every reading, finding, writing and changing operation declares besides its own."""
