"""Draws a posed person as one clean outline: limbs with the shape of limbs, filled with paper so that lines do not cross."""

from __future__ import annotations

from collections.abc import Sequence

from eccentric.library.drawing.pose import Leg, Pose, unit
from eccentric.library.drawing.svg import circle, element, path, smooth

# Half-widths at the front and at the back of a segment, from its upper to its lower end, as shares of body height.
Profile = Sequence[tuple[float, float, float]]

_THIGH: Profile = (
    (-0.15, 0.030, 0.030),
    (0.0, 0.0585, 0.0585),
    (0.12, 0.0580, 0.0590),
    (0.28, 0.0555, 0.0555),
    (0.5, 0.050, 0.049),
    (0.78, 0.040, 0.038),
    (1.0, 0.0340, 0.0335),
    (1.08, 0.020, 0.020),
)
_SHANK: Profile = (
    (-0.08, 0.020, 0.020),
    (0.0, 0.0335, 0.0335),
    (0.15, 0.030, 0.038),
    (0.32, 0.028, 0.043),
    (0.58, 0.023, 0.031),
    (0.82, 0.019, 0.019),
    (1.0, 0.018, 0.018),
)
_TRUNK: Profile = (
    (-0.15, 0.030, 0.030),
    (0.0, 0.0585, 0.0585),
    (0.12, 0.0570, 0.0580),
    (0.26, 0.0525, 0.0515),
    (0.45, 0.050, 0.0435),
    (0.7, 0.057, 0.048),
    (0.88, 0.053, 0.0495),
    (1.0, 0.0455, 0.0465),
    (1.12, 0.025, 0.027),
)
_UPPER_ARM: Profile = (
    (-0.1, 0.020, 0.020),
    (0.06, 0.029, 0.029),
    (0.3, 0.028, 0.027),
    (0.7, 0.023, 0.023),
    (1.0, 0.0195, 0.0195),
    (1.06, 0.012, 0.012),
)
_FOREARM: Profile = ((-0.06, 0.012, 0.012), (0.0, 0.0195, 0.0195), (0.25, 0.021, 0.020), (0.7, 0.016, 0.016), (1.0, 0.013, 0.013))
_HEAD_ALONG, _HEAD_ACROSS = 0.066, 0.052


def leg_shapes(leg: Leg) -> list[str]:
    """The outlines of one leg, as path and circle elements of class ``s``."""
    return [
        path(limb(leg.hip, leg.knee, _THIGH), "s"),
        path(limb(leg.knee, leg.ankle, _SHANK), "s"),
        circle(leg.knee, 0.0335, "s"),
        path(_foot(leg), "s"),
    ]


def trunk_shapes(pose: Pose) -> list[str]:
    """The outlines of trunk, neck and head."""
    hip, up = pose.leg.hip, pose.up_trunk
    front = -1j * up
    head, along = pose.head, unit(pose.head - pose.shoulder)
    at = pose.shoulder
    nape = [at + 0.034 * front, at + 0.026 * front + 0.036 * up, head + 0.024 * front - 0.046 * along, head - 0.036 * front - 0.024 * along]
    nape += [at - 0.029 * front + 0.046 * up, at - 0.0455 * front + 0.010 * up, at - 0.046 * front - 0.012 * up, at - 0.02 * up]
    return [
        path(smooth(nape), "s"),
        path(limb(hip, pose.shoulder, _TRUNK, flip=True), "s"),
        circle(hip, 0.0585, "s"),
        circle(pose.shoulder, 0.0455, "s"),
        path(_head(head, along), "s"),
    ]


def arm_shapes(pose: Pose) -> list[str]:
    """The outlines of the near arm and hand."""
    hand = pose.hand + 0.014 * unit(pose.hand - pose.elbow)
    return [
        path(limb(pose.shoulder, pose.elbow, _UPPER_ARM), "s"),
        path(limb(pose.elbow, pose.hand, _FOREARM), "s"),
        circle(pose.elbow, 0.0195, "s"),
        circle(hand, 0.019, "s"),
    ]


def outlined(shapes: Sequence[str], class_: str = "body") -> str:
    """Shapes as one outline: all drawn with a stroke, then all again filled with paper, which hides the inner strokes."""
    joined = "".join(shapes)
    return element("g", element("g", joined, class_="edge") + element("g", joined, class_="fill"), class_=class_)


def limb(start: complex, end: complex, profile: Profile, flip: bool = False) -> str:
    """Path of a limb from ``start`` to ``end``; ``flip`` for a segment drawn upwards, whose front lies on the other side."""
    along = unit(end - start)
    front = along * (-1j if flip else 1j)
    length = abs(end - start)
    fronts = [start + along * length * share + front * ahead for share, ahead, _ in profile]
    backs = [start + along * length * share - front * behind for share, _, behind in reversed(profile)]
    return smooth([*fronts, *backs], tension=0.55)


def _foot(leg: Leg) -> str:
    down = unit(leg.ankle - leg.knee)
    toes = leg.toes
    sole = toes * -1j
    if (sole * down.conjugate()).real < 0:
        sole = -sole
    at = leg.ankle
    heel = at - 0.030 * toes + 0.026 * sole
    outline = [at - 0.022 * toes - 0.004 * sole, heel, at - 0.022 * toes + 0.037 * sole, at + 0.03 * toes + 0.037 * sole]
    outline += [
        at + 0.088 * toes + 0.037 * sole,
        at + 0.112 * toes + 0.028 * sole,
        at + 0.085 * toes + 0.013 * sole,
        at + 0.03 * toes - 0.004 * sole,
    ]
    return smooth([*outline, at - 0.02 * down + 0.018 * toes, at - 0.02 * down - 0.018 * toes], tension=0.5)


def _head(centre: complex, along: complex) -> str:
    """An egg with the faintest of noses: enough to see which way the person faces."""
    front = -1j * along
    shape: list[tuple[float, float]] = [
        (0.0, 1.0),
        (0.62, 0.82),
        (0.98, 0.28),
        (1.0, 0.02),
        (1.13, -0.16),
        (0.93, -0.30),
        (0.78, -0.72),
        (0.42, -0.98),
    ]
    shape += [(-0.18, -0.72), (-0.72, -0.56), (-1.0, 0.05), (-0.78, 0.68)]
    return smooth([centre + front * _HEAD_ACROSS * x + along * _HEAD_ALONG * y for x, y in shape], tension=0.55)
