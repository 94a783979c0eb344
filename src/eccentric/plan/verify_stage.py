"""Rechecks a published programme: it names what it overrides, and its stage has criteria or a schedule."""

from __future__ import annotations

from collections.abc import Iterator

from eccentric.plan.breach import Breach
from eccentric.plan.programme import Programme


def breaches(programme: Programme) -> Iterator[Breach]:
    """What is wrong with a staged programme; nothing for one without stages."""
    if not any(week.kind == "stage" for week in programme.weeks):
        return
    if programme.stage is None:
        yield Breach("protocol", "programme", "weeks of a stage without naming the protocol")
    if not programme.overrides:
        yield Breach("protocol", "programme", "a published programme overrides general rules and names none")
