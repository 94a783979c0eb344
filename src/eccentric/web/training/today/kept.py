"""The exercises of a session as HTML, each kept until something that it shows changes; what is new in every answer is put in after."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from eccentric.journal.ids import new_id
from eccentric.web.training.today.sheet import Block
from eccentric.web.training.today.shown import shown

A_DAY_S = 86_400
TOKEN, NEXT = secrets.token_hex(16), secrets.token_hex(16)
"""Stand in what is kept for the form's token and the next set's id; nobody outside this process can know them."""


def exercise_html(block: Block, shared: dict[str, Any], *, first: bool, token: str) -> SafeString:
    """One exercise, open when it is the ``first`` to do; ``shared`` is the same for all exercises of the page, ``token`` its forms' own.

    The form of the next set gets an id of its own, so that a form sent twice is one set.
    """
    key = f"exercise-{hashlib.sha256(repr((sorted(shared.items()), _state(block), first)).encode()).hexdigest()}"
    html: str | None = cache.get(key)
    if html is None:
        context = {**shared, "csrf_token": TOKEN, "next_id": NEXT, "block": shown(block, shared["unit"], first=first)}
        html = render_to_string("training/today/exercise.html", context)
        cache.set(key, html, A_DAY_S)
    return SafeString(html.replace(TOKEN, token).replace(NEXT, str(new_id())))


def _state(block: Block) -> tuple[object, ...]:
    """Everything of an exercise that its HTML shows; what could replace it is among its facts."""
    done = [(row.id, row.edited, row.watched) for row in block.done]
    plan = (block.entry_id, block.name, block.item, block.facts, block.change, block.reasons)
    return (*plan, done, block.skipped, block.superset, block.instead_of, block.hidden, block.swapped)
