"""Decides which of the places that the heatmaps offer is the left and which the right knee, ankle, heel and toe.

When one leg passes the other the model's own coordinates fall between the two places it believes in; the heatmaps
still hold both. Each pair of points takes the two places that together are most believed, explain every strong place,
lie near where the same points were a moment ago, and are no farther from the joint above than the limb is long.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from eccentric.motion.landmarks import Floats, Point
from eccentric.motion.pose.heatmaps import Maps, height_at, peaks

P = Point
# (pair, the pair that it hangs from, the limb's points in world landmarks: left, right)
CHAIN = (
    ((P.LEFT_KNEE, P.RIGHT_KNEE), (P.LEFT_HIP, P.RIGHT_HIP)),
    ((P.LEFT_ANKLE, P.RIGHT_ANKLE), (P.LEFT_KNEE, P.RIGHT_KNEE)),
    ((P.LEFT_HEEL, P.RIGHT_HEEL), (P.LEFT_ANKLE, P.RIGHT_ANKLE)),
    ((P.LEFT_TOE, P.RIGHT_TOE), (P.LEFT_ANKLE, P.RIGHT_ANKLE)),
)
POINTS_OF_LEGS = tuple(point for pair, _ in CHAIN for point in pair)


@dataclass(frozen=True, slots=True)
class Costs:
    """How much each reason counts [engineering defaults, calibrated on rendered clips]; lengths are of a 256-pixel square."""

    strong: float = 0.35  # a place so believed must be explained by some leg
    apart_px: float = 16.0  # places closer than this are one place
    unexplained: float = 1.0
    step_px: float = 14.0  # how far an ankle goes between two frames
    farthest: float = 1.5
    floor: float = 0.03
    slack: float = 1.3
    stretched: float = 10.0


DEFAULTS = Costs()


@dataclass(frozen=True, slots=True)
class Placed:
    """Points (39, xy; input pixels), and how much the maps speak for this naming of left and right (nats; negative: against)."""

    points: Floats
    evidence: float


def place(points: Floats, maps: Maps, lengths_px: Floats, before: Floats | None, costs: Costs = DEFAULTS) -> Placed:
    """Move knees, ankles, heels and toes among ``points`` (39, xy; input pixels) to the best pair of places.

    ``maps`` (row, column, point of POINTS_OF_LEGS) beliefs; ``lengths_px`` (link of CHAIN,) how long each link can appear;
    ``before`` the points of the last frame in the same pixels.
    """
    out = points.copy()
    offered = peaks(maps)
    evidence = 0.0
    for index, (pair, parents) in enumerate(CHAIN):
        places = np.concatenate([offered[2 * index].xy, offered[2 * index + 1].xy])
        if not len(places):
            continue
        heights = np.stack([height_at(maps[:, :, 2 * index + side], places) for side in (0, 1)])
        unlikely = -np.log(heights + costs.floor)
        cost = unlikely + _away(places, None if before is None else before[list(pair)], costs)
        stretch = np.linalg.norm(places[None] - out[list(parents), None], axis=-1) / max(lengths_px[index], 1.0)
        cost += costs.stretched * np.maximum(stretch - costs.slack, 0)
        total = cost[0][:, None] + cost[1][None, :] + _unexplained(places, heights.max(axis=0), costs)
        left, right = np.unravel_index(int(np.argmin(total)), total.shape)
        out[list(pair)] = places[[left, right]]
        evidence += unlikely[0, right] + unlikely[1, left] - unlikely[0, left] - unlikely[1, right]
    return Placed(out, float(evidence))


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
