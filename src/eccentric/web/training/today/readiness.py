"""The question before a session: what stops it, in the planner's own words, so that a phone without a connection says the same."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from eccentric.plan.pain import SORENESS_OK, STOP_ABOVE, soreness_gate
from eccentric.plan.today import Today
from eccentric.plan.verdict import Gate

NUMBER = 77.0
"""Stands for the number in a text, until the phone puts in the person's own."""


def told(gate: Gate) -> dict[str, Any]:
    """A gate as the page shows it."""
    return {"rule": gate.rule, "says": gate.says, "see": gate.see, "within": gate.within}


def answer_fields(feel: str, nprs: float, kind: str) -> dict[str, Any]:
    """The session's fields for an answer: ``feel`` is fine, hurts or again (ask anew); ``nprs`` 0 to 10; ``kind`` what the pain is like."""
    if feel != "hurts":
        return {"readiness": None if feel == "again" else {"feel": feel}}
    now = Today(nprs=nprs, kind="diffuse" if kind == "diffuse" else "one-spot-sudden" if kind == "one-spot-sudden" else None)
    gate = soreness_gate(now)
    fields: dict[str, Any] = {"readiness": {"feel": feel, "nprs": nprs, "kind": kind, **({"stop": told(gate)} if gate else {})}}
    if gate is not None and gate.rule == "PAIN-03" and kind == "one-spot-sudden":
        fields["pain"] = {"during": nprs, "kind": "one-spot-sudden"}
    return fields


@lru_cache(maxsize=1)
def stop_texts() -> dict[str, Any]:
    """For each kind of pain: above which number it stops the session (null = always), and the texts with 77 for the number."""
    kinds: dict[str, tuple[float | None, Gate | None]] = {
        "diffuse": (SORENESS_OK, soreness_gate(Today(nprs=NUMBER, kind="diffuse"))),
        "pain": (STOP_ABOVE, soreness_gate(Today(nprs=NUMBER))),
        "one-spot-sudden": (None, soreness_gate(Today(nprs=NUMBER, kind="one-spot-sudden"))),
    }
    return {name: {"above": above, **told(gate)} for name, (above, gate) in kinds.items() if gate is not None}
