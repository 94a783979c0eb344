"""Long lists, part by part."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from ninja import Query, Schema
from pydantic import Field

Item = TypeVar("Item")
MOST = 200


class Part(Schema):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0


class Listed(Schema, Generic[Item]):
    """A part of a list: how many there are in all, and where the next part begins (null = this is the last)."""

    items: list[Item]
    count: int
    next_offset: int | None


Wanted = Query[Part]


def part_of(rows: Any, wanted: Part, count: int) -> tuple[Any, int | None]:
    """The rows of a part, and where the next one begins."""
    end = wanted.offset + wanted.limit
    return rows[wanted.offset : end], end if end < count else None
