"""Is this view usable: which way the person faces, which leg is near, and how far off the side the camera stands.

The yaw comes from the line of the shoulders and hips in the model's world landmarks (the one place where the model's depth helps).
"""

from __future__ import annotations

from math import atan2, degrees, exp

from eccentric.motion.angles import Limbs, signed_angle_deg
from eccentric.motion.landmarks import Point, PoseFrame
from eccentric.terms.body import Side

FORGET_S = 6.0
BENT_DEG = 25.0


class ViewEstimator:
    """Follows the view frame by frame; every estimate uses only what has been seen so far."""

    def __init__(self) -> None:
        self._depth = 0.0
        self._bend = 0.0
        self._lateral = [0.0, 0.0]
        self._last_s = 0.0
        self.frames_seen = 0

    @property
    def turn(self) -> int:
        """+1 facing the image's right if upright, -1 facing its left; a bent knee or hip outweighs the model's depth."""
        return 1 if self._bend + 0.02 * self._depth >= 0 else -1

    @property
    def near_side(self) -> Side:
        """The leg nearer the camera: who faces right shows the right side."""
        return Side.RIGHT if self.turn > 0 else Side.LEFT

    @property
    def yaw_deg(self) -> float:
        """Degrees off the side view, positive when the camera sees more of the person's front."""
        frontal, depth = self._lateral
        return degrees(atan2(frontal, abs(depth)))

    def push(self, frame: PoseFrame, limbs: Limbs) -> None:
        """Take one frame with somebody in it; ``limbs`` were unfolded with the yaw known before."""
        self.frames_seen += 1
        self._see_bend(limbs)
        self._see_world(frame)

    def _see_bend(self, limbs: Limbs) -> None:
        """Knees and hips bend one way only: the side on which they bend tells which way the person faces."""
        straight = (-limbs.trunk_up[0], -limbs.trunk_up[1])
        for side in (Side.LEFT, Side.RIGHT):
            knee_deg = signed_angle_deg(limbs.thigh[side], limbs.shank[side])
            hip_deg = -signed_angle_deg(straight, limbs.thigh[side])
            self._bend += sum(angle / 90.0 for angle in (knee_deg, hip_deg) if BENT_DEG < abs(angle) < 150.0)

    def _see_world(self, frame: PoseFrame) -> None:
        """The left-to-right line of the body is level in every exercise here, so its turn about the vertical is the yaw."""
        if frame.world is None:
            return
        points = frame.world.xyz_m
        shoulders = (points[Point.LEFT_SHOULDER] - points[Point.RIGHT_SHOULDER]).tolist()
        hips = (points[Point.LEFT_HIP] - points[Point.RIGHT_HIP]).tolist()
        across, away = shoulders[0] + hips[0], shoulders[2] + hips[2]
        self._depth += away
        keep = exp(-(frame.time_s - self._last_s) / FORGET_S)
        self._lateral = [keep * self._lateral[0] + across, keep * self._lateral[1] + away]
        self._last_s = frame.time_s
