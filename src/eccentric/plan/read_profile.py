"""Reading a profile file: TOML or JSON in, a Profile or every problem out."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from eccentric.library.complaints import known_keys
from eccentric.plan.profile import Profile
from eccentric.terms.errors import BadInput, Problem, bad_input


def profile_from_file(path: Path, *, today: dt.date | None = None) -> Profile:
    """Read a profile from a ``.toml`` or ``.json`` file; with ``today``, no day may be after it. Raises BadInput with every problem."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise bad_input(str(path), "a profile file", "no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise bad_input(str(path), "a readable text file", str(error)) from None
    return profile_from_text(text, name=path.name, is_json=path.suffix.lower() == ".json", today=today)


def profile_from_text(text: str, *, name: str = "profile", is_json: bool = False, today: dt.date | None = None) -> Profile:
    """Read a profile from the text of a TOML (or JSON) file; raises BadInput."""
    try:
        raw = json.loads(text) if is_json else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad_input(name, "valid JSON" if is_json else "valid TOML", str(error) or type(error).__name__) from None
    return profile_from_values(raw, name=name, today=today)


def profile_from_values(raw: Any, *, name: str = "profile", today: dt.date | None = None) -> Profile:
    """Check a decoded profile (dates may be dates or ISO text; with ``today``, none after it); raises BadInput with every problem."""
    try:
        encoded = json.dumps(raw, default=_plain)
    except (TypeError, ValueError, RecursionError) as error:
        raise bad_input(name, "a table of text, numbers, dates and lists", str(error)) from None
    try:
        return Profile.model_validate_json(encoded, context={"today": today})
    except ValidationError as error:
        raise BadInput(_problem(name, found) for found in error.errors()) from None


def of_the_past(profile: Profile, today: dt.date, *, name: str = "profile") -> Profile:
    """The profile itself when it tells of no day after ``today``; raises BadInput with every day that does."""
    return profile_from_values(profile.model_dump(mode="json", exclude_none=True), name=name, today=today)


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        raise TypeError(f"a date such as 2026-11-01, found {value.isoformat()}")
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"found {type(value).__name__} {value}")


def _problem(name: str, found: Any) -> Problem:
    where = ".".join(str(part) for part in found["loc"])
    if found["type"] == "extra_forbidden":
        return Problem(f"{name}: {where}", known_keys(Profile, found["loc"]), f"the unknown key {str(found['loc'][-1])!r}")
    value = found.get("input")
    shown = "nothing" if found["type"] == "missing" else _short(value)
    said = found["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    expected = "a value" if found["type"] == "missing" else said
    return Problem(f"{name}: {where}" if where else name, expected, shown)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
