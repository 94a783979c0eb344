"""From the fields of a form to changes: what JavaScript does on the phone, for a browser without it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from eccentric.journal.ids import new_id
from eccentric.terms.errors import bad_input
from eccentric.terms.units import kg_from_lb
from eccentric.web.training.changes import Change, changes_from
from eccentric.web.training.today.readiness import answer_fields


def changes_of(post: QueryDict) -> tuple[Change, ...]:
    """The changes that a form asks for; raises BadInput."""
    base = {"edited_ms": int(time.time() * 1000), "session": _json(post, "session")}
    if post.get("swap"):
        return changes_from([_swap(post, base)])
    makers: dict[str, Callable[[QueryDict, dict[str, Any]], dict[str, Any]]] = {
        "log": _log,
        "undo": _undo,
        "unswap": _unswap,
        "ready": _ready,
        "finish": _finish,
    }
    name = post.get("act", "skip")
    if name not in makers and name != "skip":
        raise bad_input("act", "one of the page's own buttons", name)
    return changes_from([makers.get(name, _skip)(post, base)])


def _json(post: QueryDict, name: str) -> Any:
    try:
        return json.loads(post.get(name, ""))
    except ValueError:
        raise bad_input(name, "what the page sent along", post.get(name, "")[:40]) from None


def _number(post: QueryDict, name: str) -> float | None:
    text = post.get(name, "").strip().replace(",", ".")
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise bad_input(name, "a number", text) from None


def _log(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    """A set done; a set without an id of its own gets one."""
    load, reps, seconds, pain = (_number(post, name) for name in ("load", "reps", "seconds", "pain"))
    rir = _number(post, "rir")
    unit = "lb" if post.get("unit") == "lb" else "kg"
    fields: dict[str, Any] = {
        "reps": None if reps is None else int(reps),
        "rir": rir,
        "entered_unit": unit,
        "side": post.get("side") or None,
        "notes": post.get("notes", ""),
        "tempo_asked": post.get("tempo_asked") or None,
        "started_at": timezone.now().isoformat(timespec="seconds"),
    }
    if load is not None:
        fields["external_load_kg"] = round(kg_from_lb(load), 3) if unit == "lb" else load
    if seconds is not None:
        fields |= {"duration_s": seconds, "contraction": "isometric"}
    if pain is not None and pain >= 0:
        fields["pain"] = {"during": pain}
    logged = {**base, "kind": "set", "id": post.get("id") or str(new_id()), "entry": _json(post, "entry")}
    if post.get("kind") == "warm-up":  # it has an id of its own for ever: done again after it was taken back, it is the same set
        fields["kind"], logged["deleted"] = "warm-up", False
    return {**logged, "fields": fields}


def _undo(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    return {**base, "kind": "set", "id": post.get("id"), "entry": _json(post, "entry"), "deleted": True}


def _skip(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    entry = _json(post, "entry")
    return {**base, "kind": "entry", "id": _id(entry), "entry": entry, "deleted": False, "fields": {"skipped": post.get("why", "")}}


def _swap(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    entry = _json(post, "swap")
    return {**base, "kind": "entry", "id": _id(entry), "entry": entry, "deleted": False, "fields": {"skipped": ""}}


def _unswap(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    entry = _json(post, "entry")
    return {**base, "kind": "entry", "id": _id(entry), "entry": entry, "deleted": True}


def _id(entry: Any) -> Any:
    return entry.get("id") if isinstance(entry, dict) else None


def _ready(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    """The answer before the session: it goes on, or the gate of PAIN-01 and PAIN-03 stops it."""
    fields = answer_fields(post.get("feel", "fine"), _number(post, "nprs") or 0.0, post.get("kind", "pain"))
    return {**base, "kind": "session", "id": _id(base["session"]), "fields": fields}


def _finish(post: QueryDict, base: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {"finished_at": timezone.now().isoformat(), "notes": post.get("notes", "")}
    for name in ("session_rpe", "minutes"):
        value = _number(post, name)
        if value is not None:
            fields[name] = value
    pain = _number(post, "pain_after")
    if pain is not None and pain >= 0:
        fields["pain"] = {"after": pain}
    return {**base, "kind": "session", "id": _id(base["session"]), "fields": fields}
