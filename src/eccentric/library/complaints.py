"""Turns what pydantic says about a file into problems that name the key, what was expected and what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from eccentric.terms.errors import Problem

_LONGEST_FOUND = 80
_NEAR = 60.0


def problems_in(error: ValidationError, file: str, model: type[BaseModel]) -> list[Problem]:
    """One Problem for each of pydantic's complaints about ``file``, in the order of the file's keys.

    ``where`` reads ``file: key.path``; list entries are counted from 1, as a reader counts them.
    """
    return [_problem(dict(detail), file, model) for detail in error.errors(include_url=False)]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to ``word``, or None when nothing is near.

    Near is a mean of 60 or more of two rapidfuzz scores: how much of a word is there, and how much of the whole; so ``nordic`` is
    nordic-curl and not assisted-nordic-curl.
    """
    from rapidfuzz import fuzz

    written = word.strip().lower().replace(" ", "-")
    scores = {each: (fuzz.WRatio(written, each.lower()) + fuzz.ratio(written, each.lower())) / 2 for each in known}
    best = max(scores, key=lambda each: scores[each], default=None)
    return best if best is not None and scores[best] >= _NEAR else None


def shown(value: object) -> str:
    """A value as a message shows it: its repr, shortened to one line."""
    text = repr(value)
    return text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 3] + "..."


def _problem(detail: dict[str, Any], file: str, model: type[BaseModel]) -> Problem:
    loc: tuple[str | int, ...] = detail["loc"]
    where = f"{file}: {_path(loc)}" if loc else file
    match detail["type"]:
        case "missing":
            return Problem(where, "this key", "nothing")
        case "extra_forbidden":
            return Problem(where, known_keys(model, loc), f"the unknown key {str(loc[-1])!r}")
        case "value_error":
            return Problem(where, _lowered(detail["msg"].removeprefix("Value error, ")), shown(detail["input"]))
        case _:
            return Problem(where, _lowered(detail["msg"].removeprefix("Input should be ")), shown(detail["input"]))


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


def _path(loc: tuple[str | int, ...]) -> str:
    parts = [str(part + 1) if isinstance(part, int) else part for part in loc]
    return ".".join(part for part in parts if not part.startswith(("constrained-", "function-")))


def known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """What may stand at ``loc`` instead of its unknown key: the nearest key, or all of them."""
    holder = _holder(model, loc[:-1])
    keys = [name for name in holder.model_fields if not (holder is model and name == "id")]
    near = nearest(str(loc[-1]), keys)
    return f"the key {near!r}, perhaps" if near else "one of the keys " + ", ".join(keys)


def _holder(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    """The model at ``loc``, following fields and skipping list positions and dictionary keys."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_within(model.model_fields[part].annotation) or model
    return model


def _model_within(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_within(arg))), None)
