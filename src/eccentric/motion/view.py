"""Is this view usable: which way the person faces, which leg is near, and how far off the side the camera stands.

The yaw is estimated from two independent things and averaged when both are there: the line of the shoulders and hips in the model's
world landmarks, and, when a shank has swept a large arc, the ellipse that its tip drew (a limb's length does not change; what shortens
it in the image is the yaw).
"""

from __future__ import annotations

from math import acos, atan2, cos, degrees, exp, radians, sqrt

from eccentric.motion.angles import Limbs, signed_angle_deg
from eccentric.motion.landmarks import Point, PoseFrame
from eccentric.terms.body import Side

USABLE_YAW_DEG = 50.0
FORGET_S = 6.0
MIN_SWEEP_DEG = 60.0
BENT_DEG = 25.0


class ShankEllipse:
    """Fits x^2 a + y^2 b = 1 to a shank's vectors as they come; the axis ratio is the cosine of the yaw."""

    def __init__(self) -> None:
        self._xx = self._xy = self._yy = self._x = self._y = 0.0
        self._low_deg, self._high_deg = 999.0, -999.0

    def push(self, x: float, y: float, knee_deg: float) -> None:
        """Take one shank vector (raw pixels, not unfolded) and the knee's flexion at that moment."""
        x2, y2 = x * x, y * y
        self._xx += x2 * x2
        self._xy += x2 * y2
        self._yy += y2 * y2
        self._x += x2
        self._y += y2
        self._low_deg, self._high_deg = min(self._low_deg, knee_deg), max(self._high_deg, knee_deg)

    def yaw_deg(self) -> float | None:
        """The yaw that the ellipse tells (0..90), or None before the shank swept far enough."""
        if self._high_deg - self._low_deg < MIN_SWEEP_DEG:
            return None
        determinant = self._xx * self._yy - self._xy * self._xy
        if determinant <= 1e-9 * self._xx * self._yy:
            return None
        a = (self._x * self._yy - self._y * self._xy) / determinant
        b = (self._y * self._xx - self._x * self._xy) / determinant
        if a <= 0 or b <= 0:
            return None
        return degrees(acos(min(1.0, sqrt(b / a))))


class ViewEstimator:
    """Follows the view frame by frame; every estimate uses only what has been seen so far."""

    def __init__(self) -> None:
        self._depth = 0.0
        self._bend = 0.0
        self._lateral = [0.0, 0.0]
        self._last_s = 0.0
        self._ellipse = {Side.LEFT: ShankEllipse(), Side.RIGHT: ShankEllipse()}
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
        world_deg = degrees(atan2(abs(frontal), abs(depth)))
        drawn_deg = self._ellipse[self.near_side].yaw_deg()
        size_deg = world_deg if drawn_deg is None else (world_deg + drawn_deg) / 2
        return size_deg if frontal >= 0 else -size_deg

    def push(self, frame: PoseFrame, limbs: Limbs) -> None:
        """Take one frame with somebody in it; ``limbs`` were unfolded with the yaw known before."""
        self.frames_seen += 1
        self._see_bend(limbs)
        self._see_world(frame)
        unfold = cos(radians(min(abs(self.yaw_deg), 80.0)))
        for side, ellipse in self._ellipse.items():
            x, y = limbs.shank[side]
            ellipse.push(x * unfold, y, abs(signed_angle_deg(limbs.thigh[side], limbs.shank[side])))

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
        self._depth += shoulders[2] + hips[2]
        keep = exp(-(frame.time_s - self._last_s) / FORGET_S)
        self._lateral = [keep * self._lateral[0] + shoulders[0], keep * self._lateral[1] + shoulders[2]]
        self._last_s = frame.time_s
