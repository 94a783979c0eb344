"""Writes plain values as TOML, in the order given; the counterpart of ``tomllib`` for drafts and templates."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Value = str | bool | int | float | Sequence["Value"] | Mapping[str, "Value"]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(table: Mapping[str, Value]) -> str:
    """A TOML document: plain keys first, then a section for each table and each list of tables.

    Raises TypeError for a value that TOML has no form for (None included).
    """
    return "\n".join(_section(table, ())).strip("\n") + "\n"


def _section(table: Mapping[str, Value], path: tuple[str, ...]) -> list[str]:
    lines = [f"{_key(key)} = {_inline(value)}" for key, value in table.items() if not _is_section(value)]
    for key, value in table.items():
        inner = (*path, key)
        name = ".".join(map(_key, inner))
        if isinstance(value, Mapping):
            lines += ["", f"[{name}]", *_section(value, inner)]
        elif _is_section(value):
            for entry in value:  # type: ignore[union-attr]  # _is_section: a list of tables
                lines += ["", f"[[{name}]]", *_section(entry, inner)]  # type: ignore[arg-type]
    return lines


def _is_section(value: Value) -> bool:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return isinstance(value, Mapping)
    return len(value) > 0 and all(isinstance(part, Mapping) for part in value)


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case int() | float():
            return str(value)
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {_inline(part)}" for key, part in value.items()) + " }"
        case Sequence():
            return "[" + ", ".join(map(_inline, value)) + "]"
        case _:
            raise TypeError(f"TOML has no form for {value!r}")
