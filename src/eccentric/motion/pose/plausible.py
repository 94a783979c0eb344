"""How much a set of landmarks looks like a body."""

from __future__ import annotations

import numpy as np

from eccentric.motion.landmarks import Floats, Point

P = Point
# Ratios of limb lengths in the landmark model's metres, widely around those of adults [engineering default].
TRUNK_OVER_THIGH = (0.7, 2.2)
SHANK_OVER_THIGH = (0.5, 1.7)


def plausibility(world_m: Floats, visibility: Floats) -> float:
    """0..1 from limb ratios of ``world_m`` (point, xyz) and the ``visibility`` (point,) of trunk and legs."""
    legs = [_leg(world_m, *points) for points in ((P.LEFT_HIP, P.LEFT_KNEE, P.LEFT_ANKLE), (P.RIGHT_HIP, P.RIGHT_KNEE, P.RIGHT_ANKLE))]
    seen = np.sort(visibility[[P.LEFT_SHOULDER, P.RIGHT_SHOULDER, P.LEFT_HIP, P.RIGHT_HIP]])[-2:].mean()
    near = max(visibility[[P.LEFT_KNEE, P.LEFT_ANKLE]].mean(), visibility[[P.RIGHT_KNEE, P.RIGHT_ANKLE]].mean())
    return float(max(legs) * (0.5 * seen + 0.5 * near))


def _leg(world_m: Floats, hip: int, knee: int, ankle: int) -> float:
    """1 when thigh, shank and trunk are in proportion, falling to 0."""
    thigh = float(np.linalg.norm(world_m[hip] - world_m[knee]))
    shank = float(np.linalg.norm(world_m[knee] - world_m[ankle]))
    hips = (world_m[P.LEFT_HIP] + world_m[P.RIGHT_HIP]) / 2
    shoulders = (world_m[P.LEFT_SHOULDER] + world_m[P.RIGHT_SHOULDER]) / 2
    trunk = float(np.linalg.norm(hips - shoulders))
    if thigh < 0.05:
        return 0.0
    return _within(trunk / thigh, *TRUNK_OVER_THIGH) * _within(shank / thigh, *SHANK_OVER_THIGH)


def _within(value: float, low: float, high: float) -> float:
    """1 inside [low, high], falling off by the ratio outside."""
    if value <= 0:
        return 0.0
    return min(1.0, value / low, high / value)
