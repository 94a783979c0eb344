"""A lighter first set before the working sets, on a load that exists."""

from __future__ import annotations

from eccentric.plan.loading import Rack
from eccentric.plan.programme import Item, WarmUpSet

SHARE, REPS = 0.5, 6
"""Engineering defaults: half of the working load, for six repetitions; its time is in each exercise's two minutes of setting up."""


def with_warm_up(item: Item, rack: Rack) -> Item:
    """The item with its lighter first set, from the load that it has now; without one where no lighter load exists or none is known."""
    load = item.external_load_kg
    lighter = rack.at_most(load * SHARE) if load else 0.0
    lighter = rack.at_most(0.0) if load and not lighter else lighter
    if not load or not 0 < lighter < load:
        return item.model_copy(update={"warm_up": ()})
    return item.model_copy(update={"warm_up": (WarmUpSet(reps=min(REPS, item.reps[1]), external_load_kg=lighter),)})
