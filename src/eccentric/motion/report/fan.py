"""The range of one repetition as a drawn joint: the fixed limb, the moving limb at both ends, and the range the exercise asks for."""

from __future__ import annotations

import math

from eccentric.library.exercise import Exercise

SIZE = (168.0, 118.0)
_PIVOT_REACH = 46.0


def fan_svg(exercise: Exercise, low_deg: float, high_deg: float) -> str:
    """Return an SVG of the range from ``low_deg`` to ``high_deg`` (flexion, 0 straight).

    The page says the range in words beside it, so that the drawing is hidden from screen readers.
    """
    fixed, straight, turn = _orientation(exercise)
    expected = sorted((exercise.movement.lengthened_deg, exercise.movement.shortened_deg))
    rays = [fixed, *(straight + turn * angle for angle in (low_deg, high_deg, *expected))]
    reach = [(math.cos(math.radians(ray)), math.sin(math.radians(ray))) for ray in rays]
    span_x = min(x for x, _ in reach), max(x for x, _ in reach)
    span_y = min(y for _, y in reach), max(y for _, y in reach)
    centre = SIZE[0] / 2 - _PIVOT_REACH * sum(span_x) / 2, SIZE[1] / 2 + _PIVOT_REACH * sum(span_y) / 2

    def at(ray: float, radius: float) -> str:
        return f"{centre[0] + radius * math.cos(math.radians(ray)):.1f},{centre[1] - radius * math.sin(math.radians(ray)):.1f}"

    def arc(from_deg: float, to_deg: float, radius: float) -> str:
        sweep = 0 if turn > 0 else 1
        big = 1 if abs(to_deg - from_deg) > 180 else 0
        return (
            f"M{at(straight + turn * from_deg, radius)} A{radius:.1f},{radius:.1f} 0 {big} {sweep} {at(straight + turn * to_deg, radius)}"
        )

    pivot = at(0, 0)
    low, high = straight + turn * low_deg, straight + turn * high_deg
    return (
        f'<svg class="fan" viewBox="0 0 {SIZE[0]:g} {SIZE[1]:g}" aria-hidden="true" focusable="false">'
        f'<path class="fan-range" d="{arc(low_deg, high_deg, 34)} L{pivot} Z"/>'
        f'<path class="fan-wanted" d="{arc(expected[0], expected[1], 42)}"/>'
        f'<path class="fan-limb" d="M{at(fixed, 46)} L{pivot} L{at(low, 46)} M{pivot} L{at(high, 46)}"/>'
        f'<circle class="fan-joint" cx="{pivot.split(",")[0]}" cy="{pivot.split(",")[1]}" r="3.4"/>'
        f"{_degrees(at(low, 58), low_deg)}{_degrees(at(high, 58), high_deg)}</svg>"
    )


def _degrees(place: str, angle_deg: float) -> str:
    x, y = place.split(",")
    return f'<text x="{x}" y="{float(y) + 4:.1f}" text-anchor="middle">{angle_deg:.0f}°</text>'


def _orientation(exercise: Exercise) -> tuple[float, float, float]:
    """Return the direction of the fixed limb, of the moving limb when straight, and the sense in which it bends (degrees, y up)."""
    if exercise.movement.driver == "hip_flexion":
        return (225.0, 45.0, -1.0) if exercise.movement.posture == "incline" else (270.0, 90.0, -1.0)
    if exercise.movement.posture in ("standing", "bent-over"):
        return 90.0, -90.0, -1.0
    if exercise.movement.posture == "seated":
        return 180.0, 0.0, -1.0
    return 180.0, 0.0, 1.0
