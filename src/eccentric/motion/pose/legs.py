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


def place(points: Floats, maps: Maps, lengths_px: Floats, before: Floats | None, costs: Costs = DEFAULTS) -> Floats:
    """Points (39, xy; input pixels) with knees, ankles, heels and toes moved to the best pair of places.

    ``maps`` (row, column, point of POINTS_OF_LEGS) beliefs; ``lengths_px`` (link of CHAIN,) how long each link can appear;
    ``before`` the points of the last frame in the same pixels.
    """
    out = points.copy()
    offered = peaks(maps)
    for index, (pair, parents) in enumerate(CHAIN):
        places = np.concatenate([offered[2 * index].xy, offered[2 * index + 1].xy])
        if not len(places):
            continue
        heights = np.stack([height_at(maps[:, :, 2 * index + side], places) for side in (0, 1)])
        cost = -np.log(heights + costs.floor)
        if before is not None:
            gone = np.linalg.norm(places[None] - before[list(pair), None], axis=-1) / costs.step_px
            cost += np.minimum(gone**2 / 2, costs.farthest)
        stretch = np.linalg.norm(places[None] - out[list(parents), None], axis=-1) / max(lengths_px[index], 1.0)
        cost += costs.stretched * np.maximum(stretch - costs.slack, 0)
        total = cost[0][:, None] + cost[1][None, :] + _unexplained(places, heights.max(axis=0), costs)
        left, right = np.unravel_index(int(np.argmin(total)), total.shape)
        out[list(pair)] = places[[left, right]]
    return out


def _unexplained(places: Floats, heights: Floats, costs: Costs) -> Floats:
    """Cost (place of left, place of right) of the most believed strong place that neither leg takes."""
    far = np.linalg.norm(places[:, None] - places[None], axis=-1) > costs.apart_px
    strong = np.where(heights >= costs.strong, heights, 0.0)
    return np.asarray(costs.unexplained * ((far[:, None, :] & far[None, :, :]) * strong).max(axis=2))
