"""Decides which of the places that the heatmaps offer is the left and which the right knee, ankle, heel and toe.

Mostly the model's own points stand, for they are the best guess. When one leg passes the other they fall between the
two places that the model believes in, or both onto one of them; the heatmaps still hold both. Only then a pair of
points is placed anew: on the two places that together are most believed, explain every strong place, lie near where
the same points were a moment ago, and are no farther from the joint above than the limb is long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eccentric.motion.landmarks import Floats, Point
from eccentric.motion.pose.heatmaps import SCALE, Maps, belief, height_at, peaks

P = Point
# (pair, the pair that it hangs from, the limb's points in world landmarks: left, right)
CHAIN = (
    ((P.LEFT_KNEE, P.RIGHT_KNEE), (P.LEFT_HIP, P.RIGHT_HIP)),
    ((P.LEFT_ANKLE, P.RIGHT_ANKLE), (P.LEFT_KNEE, P.RIGHT_KNEE)),
    ((P.LEFT_HEEL, P.RIGHT_HEEL), (P.LEFT_ANKLE, P.RIGHT_ANKLE)),
    ((P.LEFT_TOE, P.RIGHT_TOE), (P.LEFT_ANKLE, P.RIGHT_ANKLE)),
)
POINTS_OF_LEGS = tuple(point for pair, _ in CHAIN for point in pair)
LEGS = slice(POINTS_OF_LEGS[0], POINTS_OF_LEGS[-1] + 1)  # they follow each other


@dataclass(frozen=True, slots=True)
class Costs:
    """How much each reason counts [engineering defaults, calibrated on rendered clips]; lengths are of a 256-pixel square."""

    held: float = 0.3  # a point whose place is less believed stands between places
    missed: float = 0.5  # a place so believed that neither point is near has been missed
    keep_px: float = 10.0  # a point that would move less stays where the model put it
    strong: float = 0.35  # a place so believed must be explained by some leg
    apart_px: float = 16.0  # places closer than this are one place
    unexplained: float = 1.0
    step_px: float = 14.0  # how far an ankle goes between two frames
    farthest: float = 3.0
    floor: float = 0.03
    slack: float = 1.3
    stretched: float = 10.0


DEFAULTS = Costs()


@dataclass(frozen=True, slots=True)
class Placed:
    """Points (39, xy; input pixels), and how much the maps speak for this naming of left and right (nats; negative: against)."""

    points: Floats
    evidence: float


def place(points: Floats, heat: Maps, lengths_px: Floats, before: Floats | None, costs: Costs = DEFAULTS) -> Placed:
    """Move those knees, ankles, heels and toes among ``points`` (39, xy; input pixels) that are not where the maps believe.

    ``heat`` (row, column, 39) the model's raw maps; ``lengths_px`` (link of CHAIN,) how long each link can appear;
    ``before`` the points of the last frame in the same pixels.
    """
    out = points.copy()
    evidence = 0.0
    suspects = _suspects(heat[:, :, LEGS], points[LEGS], costs)
    for index, (pair, parents) in enumerate(CHAIN):
        own = points[list(pair)]
        places = own
        if suspects[index]:
            maps = belief(heat[:, :, list(pair)])
            places = _places(maps, own, costs)
        unlikely = -np.log(_heights(heat, pair, places) + costs.floor)
        left, right = 0, 1
        if len(places) > 2:
            stretch = np.linalg.norm(places[None] - out[list(parents), None], axis=-1) / max(lengths_px[index], 1.0)
            cost = unlikely + _away(places, None if before is None else before[list(pair)], costs)
            left, right = _cheapest(cost + costs.stretched * np.maximum(stretch - costs.slack, 0), places, unlikely, costs)
            chosen = places[[left, right]]
            near = np.linalg.norm(chosen - own, axis=1) < costs.keep_px
            out[list(pair)] = np.where(near[:, None], own, chosen)
        evidence += unlikely[0, right] + unlikely[1, left] - unlikely[0, left] - unlikely[1, right]
    return Placed(out, float(evidence))


def _heights(heat: Maps, pair: tuple[P, P], places: Floats) -> Floats:
    """Belief (leg, place) of both legs' maps at ``places`` (n, xy)."""
    return np.asarray(belief(np.stack([height_at(heat[:, :, point], places) for point in pair])))


def _suspects(heat: Maps, own: Floats, costs: Costs) -> list[bool]:
    """For each link of CHAIN, whether its points (8, xy) may not be where the raw maps (row, column, 8) believe; errs towards yes."""
    cell = np.floor(own / SCALE).astype(int).clip(1, heat.shape[0] - 2)
    steps = np.arange(-1, 2)
    around = heat[cell[:, 1, None, None] + steps[:, None], cell[:, 0, None, None] + steps, np.arange(len(own))[:, None, None]]
    weak = around.max(axis=(1, 2)) < _logit(costs.held)
    rows, columns, layers = np.nonzero(heat >= _logit(costs.missed))
    strong = SCALE * (np.stack([columns, rows], axis=1) + 0.5)
    link = layers // 2
    gap = np.minimum(*(np.linalg.norm(strong - own[2 * link + side], axis=1) for side in (0, 1)))
    missed = np.bincount(link[gap > costs.apart_px - SCALE], minlength=len(CHAIN))
    return [bool(weak[2 * k] or weak[2 * k + 1] or missed[k]) for k in range(len(CHAIN))]


def _places(maps: Maps, own: Floats, costs: Costs) -> Floats:
    """Where a pair can be, (n, xy): its own two points first, then the maps' peaks when the points do not account for them."""
    offered = peaks(maps)
    places = np.concatenate([own, *(o.xy for o in offered)])
    heights = np.stack([height_at(maps[:, :, side], places) for side in (0, 1)])
    gap = np.linalg.norm(places[:, None] - own[None], axis=-1).min(axis=1)
    missed = (heights.max(axis=0) >= costs.missed) & (gap > costs.apart_px)
    between = min(heights[0, 0], heights[1, 1]) < costs.held
    return places if missed.any() or between else own


def _cheapest(cost: Floats, places: Floats, unlikely: Floats, costs: Costs) -> tuple[int, int]:
    """Places of the left and the right leg with the least ``cost`` (leg, place) together, counting what stays unexplained."""
    heights = np.exp(-unlikely.min(axis=0)) - costs.floor
    total = cost[0][:, None] + cost[1][None, :] + _unexplained(places, heights, costs)
    left, right = np.unravel_index(int(np.argmin(total)), total.shape)
    return int(left), int(right)


def _logit(belief_0_to_1: float) -> float:
    """The raw output of the model that means a belief."""
    return float(np.log(belief_0_to_1 / (1 - belief_0_to_1)))


def swapped(points: Floats) -> Floats:
    """The same points (n, ...) with left and right knees, ankles, heels and toes exchanged."""
    out = points.copy()
    for (left, right), _ in CHAIN:
        out[[left, right]] = points[[right, left]]
    return out


def _away(places: Floats, before: Floats | None, costs: Costs) -> Floats | float:
    """Cost (leg, place) of the way from where each leg's point was, (leg, xy)."""
    if before is None:
        return 0.0
    gone = np.linalg.norm(places[None] - before[:, None], axis=-1) / costs.step_px
    return np.asarray(np.minimum(gone**2 / 2, costs.farthest))


def _unexplained(places: Floats, heights: Floats, costs: Costs) -> Floats:
    """Cost (place of left, place of right) of the most believed strong place that neither leg takes."""
    far = np.linalg.norm(places[:, None] - places[None], axis=-1) > costs.apart_px
    strong = np.where(heights >= costs.strong, heights, 0.0)
    return np.asarray(costs.unexplained * ((far[:, None, :] & far[None, :, :]) * strong).max(axis=2))
