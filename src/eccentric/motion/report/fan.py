"""The range of one repetition as a drawn joint: the fixed limb, the moving limb at both ends, and the range the exercise asks for."""

from __future__ import annotations

import math

from eccentric.library.exercise import Exercise
from eccentric.motion.report.words import degrees

LIMB = 46.0
"""Length of a drawn limb in CSS pixels."""


def fan_svg(exercise: Exercise, low_deg: float, high_deg: float) -> str:
    """Return an SVG of the range from ``low_deg`` to ``high_deg`` (flexion, 0 straight).

    The page says the range in words beside it, so that the drawing is hidden from screen readers.
    """
    fixed, straight, turn = _orientation(exercise)
    expected = sorted((exercise.movement.lengthened_deg, exercise.movement.shortened_deg))
    low, high = straight + turn * low_deg, straight + turn * high_deg
    box = _box((fixed, low, high, *(straight + turn * angle for angle in expected)))

    def at(ray: float, radius: float) -> str:
        x, y = _direction(ray)
        return f"{radius * x:.1f},{-radius * y:.1f}"

    def arc(from_deg: float, to_deg: float, radius: float) -> str:
        sweep = 0 if turn > 0 else 1
        big = 1 if abs(to_deg - from_deg) > 180 else 0
        return (
            f"M{at(straight + turn * from_deg, radius)} A{radius:.1f},{radius:.1f} 0 {big} {sweep} {at(straight + turn * to_deg, radius)}"
        )

    pivot = "0,0"
    return (
        f'<svg class="fan" viewBox="{box[0]:.0f} {box[1]:.0f} {box[2]:.0f} {box[3]:.0f}" style="width:{box[2] / 16:.2f}rem" '
        f'aria-hidden="true" focusable="false">'
        f'<path class="fan-range" d="{arc(low_deg, high_deg, 34)} L{pivot} Z"/>'
        f'<path class="fan-wanted" d="{arc(expected[0], expected[1], 42)}"/>'
        f'<path class="fan-limb" d="M{at(fixed, LIMB)} L{pivot} L{at(low, LIMB)} M{pivot} L{at(high, LIMB)}"/>'
        f'<circle class="fan-joint" cx="0" cy="0" r="3.4"/>'
        f"{_degrees(low, low_deg)}{_degrees(high, high_deg)}</svg>"
    )


def _direction(ray: float) -> tuple[float, float]:
    return math.cos(math.radians(ray)), math.sin(math.radians(ray))


def _box(rays: tuple[float, ...]) -> tuple[float, float, float, float]:
    """Return left, top, width and height that hold the limbs along some rays and the words at their ends."""
    ends = [_direction(ray) for ray in rays]
    left, right = (sign * max(0.0, *(sign * x for x, _ in ends)) * LIMB for sign in (-1, 1))
    top, bottom = (sign * max(0.0, *(-sign * y for _, y in ends)) * LIMB for sign in (-1, 1))
    side, above = 36.0, 20.0
    return left - side, top - above, right - left + 2 * side, bottom - top + 2 * above


def _degrees(ray: float, angle_deg: float) -> str:
    x, y = _direction(ray)
    anchor = "start" if x > 0.35 else "end" if x < -0.35 else "middle"
    return f'<text x="{52 * x:.1f}" y="{-54 * y + 4.5:.1f}" text-anchor="{anchor}">{degrees(angle_deg)}</text>'


def _orientation(exercise: Exercise) -> tuple[float, float, float]:
    """Return the direction of the fixed limb, of the moving limb when straight, and the sense in which it bends (degrees, y up)."""
    if exercise.movement.driver == "hip_flexion":
        return (225.0, 45.0, -1.0) if exercise.movement.posture == "incline" else (270.0, 90.0, -1.0)
    if exercise.movement.posture in ("standing", "bent-over"):
        return 90.0, -90.0, -1.0
    if exercise.movement.posture == "seated":
        return 180.0, 0.0, -1.0
    return 180.0, 0.0, 1.0
