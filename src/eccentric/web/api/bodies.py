"""Bodies that are checked by our own strict models, and described from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest
from ninja.errors import HttpError
from pydantic import BaseModel, ValidationError

from eccentric.terms.errors import BadInput, Problem

Model = TypeVar("Model", bound=BaseModel)
described: dict[str, Any] = {}
"""Schemas of bodies, for the components of the OpenAPI document."""


def body_schema(model: type[BaseModel], *also: dict[str, Any]) -> dict[str, Any]:
    """The description of a JSON body for ``openapi_extra``, with further parameters."""
    template = "#/components/schemas/In{model}"
    schema = model.model_json_schema(ref_template=template)
    for name, part in schema.pop("$defs", {}).items():
        described[f"In{name}"] = part
    described[f"In{model.__name__}"] = schema
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/In{model.__name__}"}}}
    return {"requestBody": {"required": True, "content": content}, "parameters": list(also)}


def body_of(request: HttpRequest, model: type[Model]) -> Model:
    """The body as a model; raises HttpError 400 when it is no JSON, BadInput with every problem when it is not the model."""
    json_of(request)
    try:
        return model.model_validate_json(request.body)
    except ValidationError as error:
        raise BadInput(
            Problem(".".join(["body", *map(str, item["loc"])]), item["msg"], repr(item["input"])[:80]) for item in error.errors()[:50]
        ) from None


def problems_of(form: BaseForm, names: Mapping[str, str] | None = None) -> BadInput:
    """What is wrong with a form as an error of the body; ``names`` are the fields that are called otherwise there."""
    return BadInput(
        Problem(f"body.{(names or {}).get(name, name)}", str(words[0]), ascii(form.data.get(name, "what was sent"))[:80])
        for name, words in form.errors.items()
    )


def json_of(request: HttpRequest) -> Any:
    """The body's JSON; raises HttpError 400 for what is none, and for characters that no text has (NUL, lone surrogates)."""
    try:
        value = json.loads(request.body)
        text = json.dumps(value, ensure_ascii=False)
        text.encode()
    except (ValueError, RecursionError):
        raise HttpError(400, "the body is not JSON") from None
    if "\\u0000" in text:
        raise HttpError(400, "the body holds a NUL character")
    return value
