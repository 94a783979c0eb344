"""Where the working muscles lie in the side view, as shapes inside the outline."""

from __future__ import annotations

from eccentric.library.drawing.pose import Pose, unit
from eccentric.library.drawing.svg import path, smooth
from eccentric.library.exercise import Exercise
from eccentric.terms.body import Muscle

_GROUPS: dict[str, tuple[Muscle, ...]] = {
    "hamstrings": (Muscle.BFLH, Muscle.BFSH, Muscle.SEMITEN, Muscle.SEMIMEM),
    "glutes": (Muscle.GLMAX,),
    "calf": (Muscle.GASMED, Muscle.GASLAT, Muscle.SOLEUS),
    "front thigh": (Muscle.RECFEM, Muscle.VASTI),
    "inner thigh": (Muscle.ADDMAG, Muscle.GRAC),
    "lower back": (Muscle.ERECTOR,),
}
_STRENGTH = {"main": 1.0, "helps": 0.38}
Shape = tuple[tuple[float, float], ...]

# Each shape: (share of the way along the segment, distance from its line towards the back of the body).
_ON_THIGH: dict[str, Shape] = {
    "hamstrings": (
        (0.10, 0.030),
        (0.20, 0.053),
        (0.42, 0.051),
        (0.68, 0.040),
        (0.96, 0.029),
        (1.02, 0.020),
        (0.90, 0.010),
        (0.62, 0.004),
        (0.32, 0.010),
    ),
    "front thigh": (
        (0.14, -0.020),
        (0.22, -0.050),
        (0.5, -0.046),
        (0.76, -0.036),
        (0.92, -0.028),
        (0.86, -0.012),
        (0.6, -0.008),
        (0.3, -0.006),
    ),
    "inner thigh": ((0.12, -0.004), (0.3, 0.014), (0.55, 0.010), (0.72, 0.002), (0.5, -0.012), (0.25, -0.016)),
}
_ON_SHANK: dict[str, Shape] = {
    "calf": ((0.02, 0.024), (0.14, 0.034), (0.32, 0.039), (0.52, 0.030), (0.62, 0.020), (0.46, 0.012), (0.2, 0.008)),
}
_ON_TRUNK: dict[str, Shape] = {
    "lower back": ((0.16, 0.045), (0.3, 0.042), (0.5, 0.037), (0.66, 0.042), (0.62, 0.026), (0.45, 0.020), (0.22, 0.026)),
}


def group_strength(page: Exercise) -> dict[str, float]:
    """How strongly each drawn group of muscles is filled (0 to 1), by the strongest role of its muscles on the page."""
    strength: dict[str, float] = {}
    for group, members in _GROUPS.items():
        roles = [_STRENGTH.get(page.muscles.get(member, "steadies"), 0.0) for member in members]
        if max(roles) > 0:
            strength[group] = max(roles)
    return strength


def muscle_shapes(page: Exercise, pose: Pose) -> str:
    """The filled muscles of the near leg and trunk; the class ``m`` takes the colour of the phase."""
    return "".join(_filled(group, strength, pose) for group, strength in group_strength(page).items())


def _filled(group: str, strength: float, pose: Pose) -> str:
    data = _outline(group, pose)
    return path(data, "m").replace("<path", f'<path fill-opacity="{strength:g}"', 1) if data else ""


def _outline(group: str, pose: Pose) -> str:
    leg = pose.leg
    if group in _ON_THIGH:
        return _along(leg.hip, leg.knee, _ON_THIGH[group], -1j)
    if group in _ON_SHANK:
        return _along(leg.knee, leg.ankle, _ON_SHANK[group], -1j)
    if group in _ON_TRUNK:
        return _along(leg.hip, pose.shoulder, _ON_TRUNK[group], 1j)
    return _gluteus(pose)


def _along(start: complex, end: complex, shape: Shape, to_back: complex) -> str:
    line, back = end - start, unit(end - start) * to_back
    return smooth([start + line * share + back * away for share, away in shape], tension=0.55)


def _gluteus(pose: Pose) -> str:
    """Bridges trunk and thigh behind the hip, whatever the angle between them."""
    hip, up = pose.leg.hip, pose.up_trunk
    down = unit(pose.leg.knee - hip)
    back_up, back_down = 1j * up, -1j * down
    behind = unit(back_up + back_down)
    points = [
        hip + 0.075 * up + 0.040 * back_up,
        hip + 0.03 * up + 0.053 * back_up,
        hip + 0.056 * behind,
        hip + 0.04 * down + 0.056 * back_down,
    ]
    points += [
        hip + 0.075 * down + 0.046 * back_down,
        hip + 0.045 * down + 0.020 * back_down,
        hip + 0.008 * behind,
        hip + 0.055 * up + 0.018 * back_up,
    ]
    return smooth(points, tension=0.6)
